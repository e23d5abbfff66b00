import { z } from "zod"
import { grade, LONGEST_COMMENT } from "@/lib/quiz/rubric"

const id = z.uuid()
const place = { assignmentId: id, itemId: id, attemptId: id }
const scoringId = z.string().regex(/^\d{1,18}$/)
/** Counts what one grader typed into one answer. */
const draftNumber = z.int().min(1).max(2_000_000_000)

/**
 * One answer's grade. `basedOn`: the grade that was seen when this one was given, null where there was none; `saveNumber`:
 * of the answer that was on the screen; `draftNumber`: above every draft that was sent of it.
 */
export const saveGradeInput = grade.extend({
  ...place,
  basedOn: scoringId.nullable(),
  saveNumber: z.int().nullable(),
  draftNumber: draftNumber.nullable(),
})

/** A grade as far as it was typed; a null grade drops it. */
export const gradeDraftInput = z.strictObject({
  itemId: id,
  attemptId: id,
  number: draftNumber,
  grade: grade.nullable(),
  basedOn: scoringId.nullable(),
})

export const gradingRulesInput = z.strictObject({
  assignmentId: id,
  asksSecond: z.boolean().optional(),
  holds: z.boolean().optional(),
})

export const releaseGradesInput = z.strictObject({ assignmentId: id })

/** `id` is made by the form. Without words a student's replies are read, and nothing is said. */
export const answerReplyInput = z.strictObject({ ...place, id, body: z.string().max(4000) })

export const bankCommentInput = z.strictObject({ id, body: z.string().max(LONGEST_COMMENT) })
export const dropBankCommentInput = z.strictObject({ id })
export const loadBankInput = z.strictObject({})

export type SaveGradeInput = z.infer<typeof saveGradeInput>
export type GradeDraftInput = z.infer<typeof gradeDraftInput>
export type GradingRulesInput = z.infer<typeof gradingRulesInput>
export type ReleaseGradesInput = z.infer<typeof releaseGradesInput>
export type AnswerReplyInput = z.infer<typeof answerReplyInput>
export type BankCommentInput = z.infer<typeof bankCommentInput>
export type DropBankCommentInput = z.infer<typeof dropBankCommentInput>

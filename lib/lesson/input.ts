import { z } from "zod"
import { postNamesPolicies } from "@/lib/discussion/names/names-shown"
import { quizPolicy } from "@/lib/lesson/quiz-policy"
import { authoredItem } from "@/lib/quiz/authored-item"
import { QUIZ_BYTES_MAX, QUIZ_FORMATS } from "@/lib/quiz/exchange/detect-format"

/** Shapes of what comes in at the door of this room. Meaning is decided by the rules, which give a reason. */

const id = z.uuid()
const text = (max: number) => z.string().trim().min(1).max(max)
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((value) => value || null)
    .nullable()

/** "2026-11-30T16:00", as a `datetime-local` input gives it. Whether such a time exists is decided by the rules. */
const localTime = z.string().max(25)

/** The version an edit was made on, and how many changes it had then. */
const base = z.strictObject({ lessonVersionId: id, editNumber: z.int().min(0) })
export type EditBase = z.infer<typeof base>

export const createLessonInput = z.strictObject({
  /** Made with the form: a second press makes no second lesson. */
  requestId: id,
  readingId: id,
  title: text(200),
  stanceStatement: optionalText(300),
  prompts: z.array(text(600)).max(20),
})
export type CreateLessonInput = z.infer<typeof createLessonInput>

export const copyLessonInput = z.strictObject({ requestId: id, lessonId: id })
export type CopyLessonInput = z.infer<typeof copyLessonInput>

export const saveLessonDetailsInput = z.strictObject({
  base,
  title: text(200),
  shared: z.boolean(),
})
export type SaveLessonDetailsInput = z.infer<typeof saveLessonDetailsInput>

export const saveStanceStatementInput = z.strictObject({ base, stanceStatement: optionalText(300) })
export type SaveStanceStatementInput = z.infer<typeof saveStanceStatementInput>

const packet = optionalText(6000)
export const saveSidePacketsInput = z.strictObject({ base, packetFor: packet, packetAgainst: packet })
export type SaveSidePacketsInput = z.infer<typeof saveSidePacketsInput>

const prompt = z.union([text(600), z.strictObject({ text: text(600), hasSides: z.boolean() })])
export const savePromptsInput = z.strictObject({ base, prompts: z.array(prompt).max(20) })
export type SavePromptsInput = z.infer<typeof savePromptsInput>

const glossaryTerm = z.strictObject({
  term: text(80),
  forms: z.array(text(80)).max(8),
  partOfSpeech: optionalText(40),
  definition: text(500),
})
export type GlossaryTermInput = z.infer<typeof glossaryTerm>

export const saveGlossaryInput = z.strictObject({ base, terms: z.array(glossaryTerm).max(80) })
export type SaveGlossaryInput = z.infer<typeof saveGlossaryInput>

const backgroundNote = z.strictObject({
  /** The sentence it stands beside; null for the whole text. */
  sentenceId: id.nullable(),
  body: text(600),
})
export type BackgroundNoteInput = z.infer<typeof backgroundNote>

export const saveBackgroundInput = z.strictObject({ base, notes: z.array(backgroundNote).max(60) })
export type SaveBackgroundInput = z.infer<typeof saveBackgroundInput>

export const saveLessonItemInput = z.strictObject({ base, item: authoredItem })
export type SaveLessonItemInput = z.infer<typeof saveLessonItemInput>

const quizSource = {
  format: z.enum(["auto", ...QUIZ_FORMATS]),
  pasted: z.string().max(QUIZ_BYTES_MAX).optional(),
  file: z
    .instanceof(File)
    .refine(({ size }) => size <= QUIZ_BYTES_MAX)
    .optional(),
}
export const planQuizInput = z.strictObject({ lessonVersionId: id, ...quizSource })
export type PlanQuizInput = z.infer<typeof planQuizInput>

/** `numbers`: which of the file's items, as the plan counts them. */
export const importQuizInput = z.strictObject({
  lessonId: id,
  base,
  numbers: z.array(z.int().min(1)).min(1).max(200),
  ...quizSource,
})
export type ImportQuizInput = z.infer<typeof importQuizInput>
export type QuizSource = Pick<ImportQuizInput, keyof typeof quizSource>

export const importItemsInput = z.strictObject({ base, items: z.array(authoredItem).min(1).max(200) })
export type ImportItemsInput = z.infer<typeof importItemsInput>

/** The items that stay, in their new order. */
export const arrangeItemsInput = z.strictObject({ base, itemIds: z.array(id).max(200) })
export type ArrangeItemsInput = z.infer<typeof arrangeItemsInput>

const dates = { opensAt: localTime, dueAt: localTime, closesAt: localTime }

export const assignLessonInput = z.strictObject({
  /** Made with the form: a second press makes no second assignment. */
  clientKey: id,
  lessonVersionId: id,
  classIds: z.array(id).max(20),
  ...dates,
  ...quizPolicy,
  postNames: z.enum(postNamesPolicies),
})
export type AssignLessonInput = z.infer<typeof assignLessonInput>

export const editAssignmentInput = z.strictObject({ assignmentId: id, ...dates, ...quizPolicy })
export type EditAssignmentInput = z.infer<typeof editAssignmentInput>

export const setDiscussionRulesInput = z.strictObject({
  assignmentId: id,
  /** Empty: until the assignment closes. */
  ownPostBy: localTime,
  requiresRestatement: z.boolean(),
  byGroups: z.boolean(),
  premoderated: z.boolean(),
  slowSeconds: z.int().min(0).max(3600),
})
export type SetDiscussionRulesInput = z.infer<typeof setDiscussionRulesInput>

export const extendStudentInput = z.strictObject({
  assignmentId: id,
  enrolmentId: id,
  /** Empty: the class's. */
  dueAt: localTime.nullable(),
  closesAt: localTime.nullable(),
  extraMinutes: z.int().min(0).max(600),
  excused: z.boolean(),
  reason: text(300),
})
export type ExtendStudentInput = z.infer<typeof extendStudentInput>

export const withdrawExtensionInput = z.strictObject({ assignmentId: id, enrolmentId: id })
export type WithdrawExtensionInput = z.infer<typeof withdrawExtensionInput>

export const nudgeInput = z.strictObject({ assignmentId: id, enrolmentIds: z.array(id).min(1).max(500) })
export type NudgeInput = z.infer<typeof nudgeInput>

/** `started` false: nobody begins it any more. */
export const startQuizInput = z.strictObject({ assignmentId: id, started: z.boolean() })
export type StartQuizInput = z.infer<typeof startQuizInput>

export const assignmentInput = z.strictObject({ assignmentId: id })
export type AssignmentInput = z.infer<typeof assignmentInput>

export const archiveAssignmentInput = z.strictObject({ assignmentId: id, archived: z.boolean() })
export type ArchiveAssignmentInput = z.infer<typeof archiveAssignmentInput>

export const archiveLessonInput = z.strictObject({ lessonId: id, archived: z.boolean() })
export type ArchiveLessonInput = z.infer<typeof archiveLessonInput>

const ownItem = { assignmentId: id, itemId: id }

/** "I think this is wrong". How much a reason has to hold is decided by the rule; this only keeps the door from being flooded. */
export const makeAppealInput = z.strictObject({ ...ownItem, reason: z.string().max(20_000) })
export const withdrawAppealInput = z.strictObject(ownItem)
/** To the comment on a grade. `id` is made by the form. */
export const gradeReplyInput = z.strictObject({ ...ownItem, id, body: z.string().max(20_000) })

export const startPracticeInput = z.strictObject({
  assignmentId: id,
  kind: z.enum(["retry", "one_week", "three_weeks"]),
})

export const dismissRecallInput = z.strictObject({
  assignmentId: id,
  kind: z.enum(["one_week", "three_weeks"]),
})

export const answerPracticeInput = z.strictObject({
  assignmentId: id,
  rehearsalId: id,
  position: z.int().min(1).max(200),
  // Its shape is the item type's to judge.
  value: z.unknown(),
})

export type MakeAppealInput = z.infer<typeof makeAppealInput>
export type GradeReplyInput = z.infer<typeof gradeReplyInput>
export type WithdrawAppealInput = z.infer<typeof withdrawAppealInput>
export type StartPracticeInput = z.infer<typeof startPracticeInput>
export type DismissRecallInput = z.infer<typeof dismissRecallInput>
export type AnswerPracticeInput = z.infer<typeof answerPracticeInput>

import { z } from "zod"

const id = z.uuid()

/** A teacher's answer to one appeal. What it has to hold is decided by the rule. */
export const answerAppealInput = z.strictObject({
  assignmentId: id,
  attemptId: id,
  itemId: id,
  outcome: z.enum(["upheld", "declined"]),
  answer: z.string().max(20_000),
  points: z.number().min(0).max(100).nullable(),
})

export type AnswerAppealInput = z.infer<typeof answerAppealInput>

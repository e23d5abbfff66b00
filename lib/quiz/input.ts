import { z } from "zod"

/**
 * One answer, as the contract has it. `flagged` is the student's own mark, "look at this again"; `confidence` how sure
 * they are, where the assignment asks: 1 a guess, 2 rather sure, 3 sure.
 */
const response = z.strictObject({
  itemId: z.uuid(),
  saveNumber: z.int().min(1).max(2_000_000_000),
  // Its shape is the item type's to judge; missing is not the same as null, which takes an answer back.
  value: z.unknown().refine((value) => value !== undefined, "missing"),
  flagged: z.boolean().optional(),
  confidence: z.int().min(1).max(3).nullable().optional(),
})

/** `PUT /api/attempts/{id}/responses` */
export const saveResponsesInput = z
  .strictObject({
    responses: z.array(response).max(200),
    /** The position come to, where there is no way back. */
    reached: z.int().min(1).max(1_000).optional(),
  })
  .refine(({ responses, reached }) => responses.length > 0 || reached !== undefined)

/** `POST /api/attempts` */
export const startAttemptInput = z.strictObject({ assignmentId: z.uuid() })

/** The attempt whose late answers are to count. */
export const acceptLateInput = z.strictObject({ attemptId: z.uuid() })

/** The attempt that may go on, and for how many minutes from now: at most a school day. */
export const reopenAttemptInput = z.strictObject({
  attemptId: z.uuid(),
  /** How many make sense is decided by the rule, which gives a reason. */
  minutes: z.number(),
})

/** The `Idempotency-Key` of a submission: made by the page once, sent with every repetition. */
export const idempotencyKey = z.string().min(8).max(100)

export type SaveResponsesInput = z.infer<typeof saveResponsesInput>
export type SavedResponse = SaveResponsesInput["responses"][number]
export type AcceptLateInput = z.infer<typeof acceptLateInput>
export type ReopenAttemptInput = z.infer<typeof reopenAttemptInput>
export type StartAttemptInput = z.infer<typeof startAttemptInput>

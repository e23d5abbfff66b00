import { z } from "zod"
import { MOST_OPTIONS } from "@/lib/quiz/options"

/** Characters. */
export const LONGEST_REASON = 500
export const LONGEST_NAMED = 200
export const MOST_POINTS = 20

export const fixKinds = ["rekey", "accept", "credit", "drop", "points"] as const
export type FixKind = (typeof fixKinds)[number]

const named = z.union([
  z.strictObject({ optionIds: z.array(z.uuid()).min(1).max(MOST_OPTIONS) }),
  z.strictObject({ text: z.string().trim().min(1).max(LONGEST_NAMED) }),
])

/** What is put right: another key, one more right answer, all points for everybody, out of the quiz, other points. */
export const fix = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("rekey"), named }),
  z.strictObject({ kind: z.literal("accept"), named }),
  z.strictObject({ kind: z.literal("credit") }),
  z.strictObject({ kind: z.literal("drop") }),
  z.strictObject({ kind: z.literal("points"), points: z.int().min(1).max(MOST_POINTS) }),
])

export type Fix = z.infer<typeof fix>

const place = { assignmentId: z.uuid(), itemId: z.uuid() }

export const applyFixInput = z.strictObject({
  ...place,
  fix,
  /** For the history; students do not read it. */
  reason: z.string().trim().max(LONGEST_REASON),
  /** Of the preview that was looked at. */
  basedOn: z.string().min(1).max(120),
})

export const undoFixInput = z.strictObject({ ...place, batchId: z.uuid() })

export type ApplyFixInput = z.infer<typeof applyFixInput>
export type UndoFixInput = z.infer<typeof undoFixInput>

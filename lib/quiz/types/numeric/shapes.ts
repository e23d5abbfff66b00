import { z } from "zod"
import { evidence, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { LONGEST_NUMBER, readNumber } from "@/lib/quiz/read-number"
import { percent } from "@/lib/quiz/share"
import { LONGEST_COMMENT, LONGEST_UNIT, MOST_NUMBERS, MOST_UNITS } from "@/lib/quiz/types/numeric/limits"

const isNumber = (text: string): boolean => readNumber(text) !== null
const isAmount = (text: string): boolean => (readNumber(text)?.digits ?? -1n) >= 0n

/** What a browser may see: whether a unit is asked for beside the number. */
export const content = z.strictObject({ asksUnit: z.boolean() })

/** As it was typed. `unit` is null where the item asks for none. */
export const response = z.strictObject({
  text: z.string().max(LONGEST_NUMBER),
  unit: z.string().max(LONGEST_UNIT).nullable(),
})

const tolerance = z.strictObject({
  kind: z.enum(["absolute", "percent"]),
  amount: z.string().max(LONGEST_NUMBER),
})

/** A number with a tolerance and a share of its own, in percent of the points, and what results say to it; "" is nothing. */
const weighedNumber = z.strictObject({
  answer: z.string().max(LONGEST_NUMBER),
  tolerance,
  percent,
  comment: z.string().max(LONGEST_COMMENT),
})

const share = z.int().min(0).max(20)

/** A key while it is being written: what should be a number may be none yet. */
export const draftKey = z.strictObject({
  /** The right number, as the author wrote it. */
  answer: z.string().max(LONGEST_NUMBER),
  /** How far off still counts: in the answer's own unit, or in percent of the answer. */
  tolerance,
  /**
   * All numbers that earn or cost something, in the order in which they are tried, where there is more than the one or
   * something is said to it; `answer` and `tolerance` are then those of the first that earns everything.
   */
  weighed: z.array(weighedNumber).max(MOST_NUMBERS).optional(),
  /** What any other number costs, in percent. Missing, as mostly: nothing is said of it. */
  otherwise: percent.optional(),
  /** Every way of writing the unit that counts; empty where none is asked for. */
  units: z.array(z.string().trim().min(1).max(LONGEST_UNIT)).max(MOST_UNITS),
  ignoreCase: z.boolean(),
  /** How many shares number and unit are worth, where both are asked for. */
  weights: z.strictObject({ number: share, unit: share }),
  evidence: evidence.default(NO_EVIDENCE),
})

/** A key that can be scored with: its numbers are numbers, the tolerance not below zero. */
export const key = draftKey.refine(
  ({ answer, tolerance: off, weighed = [] }) =>
    [{ answer, tolerance: off }, ...weighed].every(
      (one) => isNumber(one.answer) && isAmount(one.tolerance.amount),
    ),
  "not a number",
)

export type NumericContent = z.infer<typeof content>
export type NumericResponse = z.infer<typeof response>
export type WeighedNumber = z.infer<typeof weighedNumber>
export type NumericKey = z.infer<typeof draftKey>

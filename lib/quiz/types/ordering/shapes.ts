import { z } from "zod"
import { evidence, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { option } from "@/lib/quiz/options"

export const FEWEST_STEPS = 2
export const MOST_STEPS = 10

/** What a browser may see: the things to be put in order, in an order that is not the right one's doing. */
export const content = z.strictObject({ steps: z.array(option).max(MOST_STEPS) })

/** Ids of all the things, first to last; empty when the answer was taken back. */
export const response = z.strictObject({ order: z.array(z.uuid()).max(MOST_STEPS) })

/** The right order. */
export const key = z.strictObject({
  order: z.array(z.uuid()).max(MOST_STEPS),
  evidence: evidence.default(NO_EVIDENCE),
})

export type OrderingContent = z.infer<typeof content>
export type OrderingResponse = z.infer<typeof response>
export type OrderingKey = z.infer<typeof key>

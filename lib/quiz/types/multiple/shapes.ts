import { z } from "zod"
import { evidence, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { MOST_OPTIONS, options } from "@/lib/quiz/options"
import { percent } from "@/lib/quiz/share"

/** What a browser may see. */
export const content = z.strictObject({ options })

/** The options that are ticked, in any order. */
export const response = z.strictObject({ options: z.array(z.uuid()).max(MOST_OPTIONS) })

/** All options that are right, and the sentences that results show for them. */
export const key = z.strictObject({
  answers: z.array(z.uuid()).max(MOST_OPTIONS),
  /**
   * By option id: what ticking it earns or costs, in percent of the points; what is not named earns nothing. Missing: the
   * rule without shares. `answers` are then the options that earn something.
   */
  shares: z.record(z.uuid(), percent).optional(),
  evidence: evidence.default(NO_EVIDENCE),
})

export type MultipleContent = z.infer<typeof content>
export type MultipleResponse = z.infer<typeof response>
export type MultipleKey = z.infer<typeof key>

import { z } from "zod"
import { evidence, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { options } from "@/lib/quiz/options"
import { percent } from "@/lib/quiz/share"

/** What a browser may see. */
export const content = z.strictObject({ options })

/** `option` is null when a choice was taken back. */
export const response = z.strictObject({ option: z.uuid().nullable() })

/** The right option, and the sentences that results show for it. */
export const key = z.strictObject({
  answer: z.uuid(),
  /** By option id: what another option than the right one earns, in percent of the points. Missing: nothing. */
  shares: z.record(z.uuid(), percent).optional(),
  evidence: evidence.default(NO_EVIDENCE),
})

export type SingleContent = z.infer<typeof content>
export type SingleResponse = z.infer<typeof response>
export type SingleKey = z.infer<typeof key>

import { z } from "zod"
import { evidence, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { percent } from "@/lib/quiz/share"

export const LONGEST_ANSWER = 200
export const MOST_VARIANTS = 30
export const LONGEST_COMMENT = 600

/** What a browser may see: how long an answer may be, in characters. */
export const content = z.strictObject({ maxLength: z.int().min(1).max(LONGEST_ANSWER) })

export const response = z.strictObject({ text: z.string().max(LONGEST_ANSWER) })

/** A wording, the share of the points it earns in percent, and what results say to whoever wrote it; "" is nothing. */
const weighedWording = z.strictObject({
  text: z.string().max(LONGEST_ANSWER),
  percent,
  comment: z.string().max(LONGEST_COMMENT),
})

/** Every wording that counts as right, and what is taken for no difference. */
export const key = z.strictObject({
  variants: z.array(z.string().max(LONGEST_ANSWER)).max(MOST_VARIANTS),
  /** All wordings, where they do not all earn everything in silence; `variants` are then those of them that do. */
  weighed: z.array(weighedWording).max(MOST_VARIANTS).optional(),
  ignoreCase: z.boolean(),
  ignoreDiacritics: z.boolean(),
  evidence: evidence.default(NO_EVIDENCE),
})

export type ShortContent = z.infer<typeof content>
export type ShortResponse = z.infer<typeof response>
export type WeighedWording = z.infer<typeof weighedWording>
export type ShortKey = z.infer<typeof key>

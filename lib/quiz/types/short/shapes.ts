import { z } from "zod"
import { evidence, NO_EVIDENCE } from "@/lib/quiz/evidence"

export const LONGEST_ANSWER = 200
export const MOST_VARIANTS = 30

/** What a browser may see: how long an answer may be, in characters. */
export const content = z.strictObject({ maxLength: z.int().min(1).max(LONGEST_ANSWER) })

export const response = z.strictObject({ text: z.string().max(LONGEST_ANSWER) })

/** Every wording that counts as right, and what is taken for no difference. */
export const key = z.strictObject({
  variants: z.array(z.string().max(LONGEST_ANSWER)).max(MOST_VARIANTS),
  ignoreCase: z.boolean(),
  ignoreDiacritics: z.boolean(),
  evidence: evidence.default(NO_EVIDENCE),
})

export type ShortContent = z.infer<typeof content>
export type ShortResponse = z.infer<typeof response>
export type ShortKey = z.infer<typeof key>

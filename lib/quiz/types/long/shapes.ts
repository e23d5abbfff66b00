import { z } from "zod"
import { evidence, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { rubric } from "@/lib/quiz/rubric"

export const LONGEST_TEXT = 5000
export const SHORTEST_LIMIT = 100
export const MOST_CITED = 5

/** What a browser may see: how long an answer may be, in characters, and how many sentences it may cite. */
export const content = z.strictObject({
  maxLength: z.int().min(SHORTEST_LIMIT).max(LONGEST_TEXT),
  cite: z.int().min(1).max(MOST_CITED),
})

/** Plain text, and ids of the sentences of the text that it cites. */
export const response = z.strictObject({
  text: z.string().max(LONGEST_TEXT),
  sentences: z.array(z.uuid()).max(MOST_CITED),
})

/** By what a teacher judges it. The sentences are those that a good answer would cite. */
export const key = z.strictObject({ rubric, evidence: evidence.default(NO_EVIDENCE) })

export type LongContent = z.infer<typeof content>
export type LongResponse = z.infer<typeof response>
export type LongKey = z.infer<typeof key>

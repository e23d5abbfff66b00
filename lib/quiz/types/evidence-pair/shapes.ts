import { z } from "zod"
import { options } from "@/lib/quiz/options"

export const MOST_SENTENCES = 3

/** What a browser may see: part A's options, part B's question, and how many sentences may be chosen. */
export const content = z.strictObject({
  options,
  evidencePrompt: z.string().max(500),
  choose: z.int().min(1).max(MOST_SENTENCES),
})

/** Either part may still be missing. `sentences` are ids of sentences of the text. */
export const response = z.strictObject({
  option: z.uuid().nullable(),
  sentences: z.array(z.uuid()).max(MOST_SENTENCES),
})

/**
 * `evidence.quotes` are short distinctive phrases, so that the key can be attached to another text that has them;
 * `evidence.sentenceIds` is where they stand in this lesson's revision. Each of the sentences is right by itself.
 */
export const key = z.strictObject({
  answer: z.uuid(),
  evidence: z.strictObject({
    quotes: z.array(z.string().trim().min(1).max(500)).max(20),
    sentenceIds: z.array(z.uuid()).max(20),
  }),
  weights: z.strictObject({ answer: z.int().min(0).max(20), evidence: z.int().min(0).max(20) }),
})

export type EvidencePairContent = z.infer<typeof content>
export type EvidencePairResponse = z.infer<typeof response>
export type EvidencePairKey = z.infer<typeof key>

import { z } from "zod"
import { MOST_SENTENCES } from "@/lib/quiz/choose-sentence"
import { evidence } from "@/lib/quiz/evidence"
import { options } from "@/lib/quiz/options"

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

/** The right option, the sentences of which each proves it, and how many shares each part is worth. */
export const key = z.strictObject({
  answer: z.uuid(),
  evidence,
  weights: z.strictObject({ answer: z.int().min(0).max(20), evidence: z.int().min(0).max(20) }),
})

export type EvidencePairContent = z.infer<typeof content>
export type EvidencePairResponse = z.infer<typeof response>
export type EvidencePairKey = z.infer<typeof key>

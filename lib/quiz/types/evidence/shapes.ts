import { z } from "zod"
import { MOST_SENTENCES } from "@/lib/quiz/choose-sentence"
import { evidence } from "@/lib/quiz/evidence"

/** What a browser may see: how many sentences may be chosen. */
export const content = z.strictObject({ choose: z.int().min(1).max(MOST_SENTENCES) })

/** Ids of sentences of the text. */
export const response = z.strictObject({ sentences: z.array(z.uuid()).max(MOST_SENTENCES) })

/** The sentences of which each is right by itself. */
export const key = z.strictObject({ evidence })

export type EvidenceContent = z.infer<typeof content>
export type EvidenceResponse = z.infer<typeof response>
export type EvidenceKey = z.infer<typeof key>

import { z } from "zod"
import type { ItemProblem } from "@/lib/quiz/item-type"

const MOST_QUOTES = 20

/**
 * The sentences that prove an answer, in the key of any type. `quotes` are short distinctive phrases, alternatives of
 * each other, kept so that the key can be attached to another text that has them. `sentenceIds` is where they stand in
 * the revision of this lesson: each of them is right by itself.
 */
export const evidence = z.strictObject({
  quotes: z.array(z.string().trim().min(1).max(1000)).max(MOST_QUOTES),
  sentenceIds: z.array(z.uuid()).max(MOST_QUOTES),
})

export type Evidence = z.infer<typeof evidence>

export const NO_EVIDENCE: Evidence = { quotes: [], sentenceIds: [] }

/** Sentences that are not in the text prove nothing in it. */
export function evidenceProblems(proof: Evidence, sentenceIds: ReadonlySet<string>): ItemProblem[] {
  const elsewhere = !proof.sentenceIds.every((id) => sentenceIds.has(id))
  return elsewhere ? [{ field: "evidence", code: "evidenceElsewhere" }] : []
}

/** The evidence within a key of any type. */
export const keyEvidence = z.object({ evidence })

import { z } from "zod"
import { attachEvidence } from "@/lib/lesson/attach-evidence"
import type { AuthoredItem } from "@/lib/quiz/authored-item"
import type { SentenceView } from "@/lib/reading/sentences"

/** none: it had none. attached: it stands in the text. loose: it stands nowhere in it, and the quotes are kept. */
export type TakenEvidence = "none" | "attached" | "loose"

const withEvidence = z.looseObject({
  evidence: z.looseObject({ quotes: z.array(z.string()), sentenceIds: z.array(z.string()) }),
})

/**
 * A question taken into another lesson. Unlike a copy of a whole lesson, which leaves out what the new text does not prove, it
 * comes in any case: somebody has just asked for it. `sentences` is null where the text is the same.
 */
export function takeOnto(
  item: AuthoredItem,
  sentences: readonly SentenceView[] | null,
): { item: AuthoredItem; evidence: TakenEvidence } {
  const fresh = { ...item, itemId: null }
  const held = withEvidence.safeParse(item.key).data
  if (!held) return { item: fresh, evidence: "none" }
  const { quotes, sentenceIds } = held.evidence
  if (quotes.length === 0 && sentenceIds.length === 0) return { item: fresh, evidence: "none" }
  if (sentences === null) return { item: fresh, evidence: "attached" }
  const proof = attachEvidence(quotes, sentences) ?? { quotes: [...quotes], sentenceIds: [] }
  const evidence = proof.sentenceIds.length > 0 ? "attached" : "loose"
  return { item: { ...fresh, key: { ...held, evidence: proof } }, evidence }
}

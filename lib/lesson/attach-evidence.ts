import type { Evidence } from "@/lib/quiz/evidence"
import { attachQuotes } from "@/lib/reading/anchors"
import type { SentenceView } from "@/lib/reading/sentences"

/**
 * Attaches the evidence of an item to a text. Each quote stands for a sentence that proves the answer by itself, so
 * each looks for its own; a quote that stands in no sentence, or in several, attaches nowhere. The quotes are all
 * kept, so that the item can move on to another text. Null: there were quotes, and none of them attached.
 */
export function attachEvidence(
  quotes: readonly string[],
  sentences: readonly SentenceView[],
): Evidence | null {
  const found = quotes.flatMap((quote) => {
    const attachment = attachQuotes([quote], sentences)
    return "missing" in attachment ? [] : [attachment.sentenceId]
  })
  if (quotes.length > 0 && found.length === 0) return null
  return { quotes: [...quotes], sentenceIds: [...new Set(found)] }
}

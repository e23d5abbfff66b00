import { attachQuotes } from "@/lib/reading/anchors"
import type { SentenceView } from "@/lib/reading/sentences"

const FEWEST_WORDS = 4

/**
 * The shortest beginning of a sentence, of four words or more, that stands in no other: short enough to be found again in
 * another edition of the text. The whole sentence where no beginning will do.
 */
export function distinctiveQuote(sentence: SentenceView, sentences: readonly SentenceView[]): string {
  const words = sentence.text.split(" ")
  for (let count = FEWEST_WORDS; count < words.length; count++) {
    const quote = words
      .slice(0, count)
      .join(" ")
      .replace(/[,;:.]$/, "")
    const found = attachQuotes([quote], sentences)
    if ("sentenceId" in found && found.sentenceId === sentence.id) return quote
  }
  return sentence.text
}

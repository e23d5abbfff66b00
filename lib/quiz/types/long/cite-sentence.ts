import type { LongContent, LongResponse } from "@/lib/quiz/types/long/shapes"

/**
 * What pressing a sentence does: takes it back when it was cited, cites it otherwise. Where as many are cited as may be,
 * the oldest gives way.
 */
export function citeSentence(
  { cite }: LongContent,
  given: LongResponse | null,
  sentenceId: string,
): LongResponse {
  const { text, sentences } = given ?? { text: "", sentences: [] }
  if (sentences.includes(sentenceId)) return { text, sentences: sentences.filter((id) => id !== sentenceId) }
  return { text, sentences: [...sentences, sentenceId].slice(-cite) }
}

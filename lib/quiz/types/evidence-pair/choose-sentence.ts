import type { EvidencePairContent, EvidencePairResponse } from "@/lib/quiz/types/evidence-pair/shapes"

/**
 * What pressing a sentence does: takes it back when it was chosen, adds it otherwise. Where all that may be chosen are,
 * the oldest choice gives way.
 */
export function chooseSentence(
  { choose }: EvidencePairContent,
  given: EvidencePairResponse | null,
  sentenceId: string,
): EvidencePairResponse {
  const { option, sentences } = given ?? { option: null, sentences: [] }
  if (sentences.includes(sentenceId))
    return { option, sentences: sentences.filter((id) => id !== sentenceId) }
  return { option, sentences: [...sentences, sentenceId].slice(-choose) }
}

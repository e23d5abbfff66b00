import type { ChosenSentence } from "@/components/quiz/types/answer-props"
import { type SentenceView, sentenceLabel } from "@/lib/reading/sentences"

/** The sentences of the text that any of these answers names: enough for a page to be drawn before its script runs. */
export function namedSentences(
  answers: readonly { value: unknown }[],
  sentences: readonly SentenceView[],
): ChosenSentence[] {
  const named = new Set(answers.flatMap(({ value }) => sentenceIdsIn(value)))
  return sentences.filter(({ id }) => named.has(id)).map(chosenSentence)
}

export const chosenSentence = (sentence: SentenceView): ChosenSentence => ({
  id: sentence.id,
  label: sentenceLabel(sentence),
  text: sentence.text,
})

/** Whatever the type of the item: a list under the name `sentences`. */
function sentenceIdsIn(value: unknown): string[] {
  const list = typeof value === "object" && value !== null && "sentences" in value ? value.sentences : []
  return Array.isArray(list) ? list.filter((id) => typeof id === "string") : []
}

/** These sentences, in the order of the text. */
export const sentencesById = (ids: readonly string[], sentences: readonly SentenceView[]): ChosenSentence[] =>
  sentences.filter(({ id }) => ids.includes(id)).map(chosenSentence)

import { newRandomId } from "@/lib/platform/ids"
import { type AuthoredItem, blankItem } from "@/lib/quiz/authored-item"
import type { ClassificationContent } from "@/lib/quiz/types/classification/shapes"
import type { KeyChoice } from "@/tests/support/factories-quiz"

const CATEGORIES = ["Mir claims it", "Others claim it", "A fact"]
const STATEMENTS = [
  "It is fake neutrality.",
  "It takes no side.",
  "35 countries abstained.",
  "He was voted out.",
]

/** Ids that are the same in every run: PostgreSQL sorts the names within a JSON object. */
const countedId = (number: number): string => `00000000-0000-4000-9000-${String(number).padStart(12, "0")}`

/** A classification of four statements; which of them belongs where turns with the choice. */
export function classifiedItem(
  sentenceIds: readonly string[],
  { option, sentence, words }: KeyChoice,
): AuthoredItem {
  const statements = STATEMENTS.map((text, at) => ({ id: countedId(at + 1), text }))
  const categories = CATEGORIES.map((text, at) => ({ id: countedId(at + 11), text }))
  const places = Object.fromEntries(
    statements.map(({ id }, at) => [id, categories[(at + option) % categories.length]?.id]),
  )
  const evidence = { quotes: [words], sentenceIds: [sentenceIds[sentence] ?? ""] }
  return {
    ...blankItem("classification", newRandomId),
    prompt: "Whose claim is it?",
    points: 4,
    content: { categories, statements },
    key: { places, evidence },
    feedback: { right: words, wrong: words },
    explanation: words,
  }
}

/** A whole answer, the same whatever the key: everything in the first category but the last statement. */
export function classifiedAnswer({ content }: Pick<AuthoredItem, "content">): unknown {
  const { categories, statements } = content as ClassificationContent
  const at = (number: number) => categories[number]?.id ?? null
  return {
    places: Object.fromEntries(
      statements.map(({ id }, number) => [id, at(number === statements.length - 1 ? 1 : 0)]),
    ),
  }
}

import { newRandomId } from "@/lib/platform/ids"
import { type AuthoredItem, blankItem } from "@/lib/quiz/authored-item"
import { type KeyChoice, optionIds, quizItems, withOptions } from "@/tests/support/factories-quiz"
import { classifiedAnswer, classifiedItem } from "@/tests/support/item-classified"
import { answerInPlaces, isInPlaces, itemsInPlaces } from "@/tests/support/items-in-places"

/** The same in every database: a hint is public, so that no key may show in it. */
export const HINT = "Look at the second paragraph."

/** A text between questions has no key in which anything could show. */
export const NOTE = "Now look at the whole."

/**
 * One item of every type with one place to answer, keyed as chosen: those of the ordinary quiz, then the others. For
 * types with several places see items-in-places.ts.
 */
export const everyItem = (sentenceIds: readonly string[], choice: KeyChoice): AuthoredItem[] => [
  ...quizItems(sentenceIds, choice),
  ...otherItems(sentenceIds, choice),
  ...itemsInPlaces(sentenceIds, choice),
  classifiedItem(sentenceIds, choice),
  { ...blankItem("note", newRandomId), prompt: NOTE },
]

/** Places of the other items in the quiz with every type, from 0. */
export const PLACE = { multiple: 4, trueFalse: 5, numeric: 6, evidence: 7, poll: 8 }

function otherItems(sentenceIds: readonly string[], choice: KeyChoice): AuthoredItem[] {
  const isFirst = choice.option === 0
  const evidence = { quotes: [choice.words], sentenceIds: [sentenceIds[choice.sentence] ?? ""] }
  const said = {
    feedback: { right: choice.words, wrong: choice.words },
    explanation: choice.words,
    hint: HINT,
  }
  const make = (type: AuthoredItem["type"], prompt: string, part: Partial<AuthoredItem> = {}) => ({
    ...blankItem(type, newRandomId),
    ...said,
    prompt,
    ...part,
  })
  const multiple = withOptions(make("multiple", "Which states abstained?"), [
    "India",
    "Pakistan",
    "Poland",
    "Chad",
  ])
  const trueFalse = make("true-false", "Mir welcomes the abstention.")
  const rightOnes = optionIds(multiple).filter((_, at) => at < 2 === isFirst)
  const poll = make("poll", "May trade outweigh principle?", { feedback: {}, explanation: null })
  const units = isFirst ? ["states"] : ["votes"]
  const numeric = {
    answer: isFirst ? "35" : "141",
    tolerance: { kind: isFirst ? "absolute" : "percent", amount: isFirst ? "0.5" : "2" },
    units,
    ignoreCase: isFirst,
    weights: { number: isFirst ? 1 : 3, unit: 1 },
    evidence,
  }
  return [
    { ...multiple, key: { answers: rightOnes, evidence } },
    { ...trueFalse, key: { answer: optionIds(trueFalse)[isFirst ? 0 : 1], evidence } },
    make("numeric", "How many states abstained?", { content: { asksUnit: true }, key: numeric }),
    make("evidence", "Which sentence says what silence is?", { content: { choose: 2 }, key: { evidence } }),
    withOptions(poll, ["Always", "Sometimes", "Never"]),
  ]
}

/** An answer of the right shape to any item, the same whatever the key. */
export function someAnswer(
  item: Pick<AuthoredItem, "type" | "content">,
  sentenceIds: readonly string[],
  take = 0,
): unknown {
  const sentences = [sentenceIds[2], sentenceIds[3]].slice(0, 1 + (take % 2))
  if (item.type === "short") return { text: "silence" }
  if (item.type === "numeric") {
    const { asksUnit } = item.content as { asksUnit: boolean }
    return { text: "35,0", unit: asksUnit ? "States" : null }
  }
  if (item.type === "evidence") return { sentences }
  if (item.type === "note") return null
  if (item.type === "classification") return classifiedAnswer(item)
  if (isInPlaces(item)) return answerInPlaces(item, sentences[0] ?? "")
  const options = optionIds(item)
  if (item.type === "multiple") return { options: options.slice(0, 1 + (take % options.length)) }
  const option = options[take % options.length] ?? null
  return item.type === "evidence-pair" ? { option, sentences: sentences.slice(0, 1) } : { option }
}

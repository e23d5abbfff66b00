import { newRandomId } from "@/lib/platform/ids"
import { type AuthoredItem, blankItem } from "@/lib/quiz/authored-item"
import { inTextOrder } from "@/lib/quiz/neutral-order"
import { readGapMarkup } from "@/lib/quiz/types/gap/gap-markup"
import { everyItem, someAnswer } from "@/tests/support/factories-item-types"
import type { KeyChoice } from "@/tests/support/factories-quiz"

/** Rows, steps, gaps and paragraphs: one item of each type with places, and one that a teacher grades, keyed as chosen. */
export function itemsInPlaces(sentenceIds: readonly string[], choice: KeyChoice): AuthoredItem[] {
  const evidence = { quotes: [choice.words], sentenceIds: [sentenceIds[choice.sentence] ?? ""] }
  const said = { feedback: { right: choice.words, wrong: choice.words }, explanation: choice.words }
  return [
    { ...matchingItem(choice), ...said },
    { ...orderingItem(choice), ...said },
    { ...gapItem(choice), ...said },
    { ...longItem(choice), ...said },
  ].map((item) => ({ ...item, key: { ...(item.key as object), evidence } }))
}

const named = (texts: readonly string[]) => texts.map((text) => ({ id: newRandomId(), text }))

/** Ids that are the same in every run: PostgreSQL sorts the names within a JSON object, and an answer is named by these. */
function countedIds(): () => string {
  let count = 0
  return () => `00000000-0000-4000-8000-${String(++count).padStart(12, "0")}`
}

/** The same list, begun elsewhere. */
const turned = <T>(list: readonly T[], by: number): T[] => [...list.slice(by), ...list.slice(0, by)]

function matchingItem({ option }: KeyChoice): AuthoredItem {
  const rowId = countedIds()
  const rows = ["India", "Kadyrov", "Mir"].map((text) => ({ id: rowId(), text }))
  // Stored as they came to the author's mind, beside the rows: what is shown must not tell.
  const options = turned(
    named(["stays silent", "sends fighters", "writes a column", "votes against"]),
    option,
  )
  const pairs = Object.fromEntries(rows.map(({ id }, at) => [id, options[at]?.id]))
  const prompt = "Who does what?"
  return {
    ...blankItem("matching", newRandomId),
    prompt,
    points: 3,
    content: { rows, options },
    key: { pairs },
  }
}

function orderingItem({ option }: KeyChoice): AuthoredItem {
  const texts = ["The attack begins", "The vote is taken", "The letter arrives", "The motion is tabled"]
  // Stored in the right order, as an import would.
  const steps = turned(named(texts), option)
  const order = steps.map(({ id }) => id)
  const prompt = "What came first?"
  return { ...blankItem("ordering", newRandomId), prompt, points: 2, content: { steps }, key: { order } }
}

function gapItem({ option, variant }: KeyChoice): AuthoredItem {
  const list = ["first", "second", "third"].map((text, at) => (at === option ? `*${text}` : text))
  const markup = `Neutrality means [[${variant}]] here, and came [[${list.join("|")}]].`
  const { pieces, gaps } = readGapMarkup(markup, { before: { pieces: [] }, newId: countedIds() })
  const key = { gaps, ignoreCase: true, ignoreDiacritics: true }
  const prompt = "Fill the gaps."
  return { ...blankItem("gap", newRandomId), prompt, points: 2, content: { pieces }, key }
}

function longItem({ option, words }: KeyChoice): AuthoredItem {
  const levels = ["Says nothing of it", "Names it", words].map((text, at) => ({
    id: newRandomId(),
    text,
    points: at + option,
  }))
  const rubric = { criteria: [{ id: newRandomId(), title: `Claim. ${words}`, levels }] }
  const content = { maxLength: 500, cite: 2 }
  return { ...blankItem("long", newRandomId), prompt: "Was it neutral?", points: 4, content, key: { rubric } }
}

type Content = {
  rows: { id: string }[]
  options: { id: string; text: string }[]
  steps: { id: string; text: string }[]
  pieces: { gap?: string; options?: { id: string; text: string }[] | null }[]
}

/** A whole answer to each of these items, the same whatever the key: in their order. */
export const answersInPlaces = (items: readonly Item[], sentenceId: string): unknown[] =>
  items.map((item) => answerInPlaces(item, sentenceId))

type Item = Pick<AuthoredItem, "type" | "content">

function answerInPlaces(item: Item, sentenceId: string): unknown {
  const { rows, options, steps, pieces } = item.content as Content
  if (item.type === "matching") {
    const matches = inTextOrder(options)
    return { pairs: Object.fromEntries(rows.map(({ id }, at) => [id, matches[at]?.id])) }
  }
  if (item.type === "ordering") return { order: inTextOrder(steps).map(({ id }) => id) }
  if (item.type === "gap") {
    const fills = pieces.flatMap(({ gap, options: list }) =>
      gap ? [[gap, list ? (list[0]?.id ?? "") : "silence"]] : [],
    )
    return { gaps: Object.fromEntries(fills) }
  }
  return { text: "It was not.\n\nMir says so.", sentences: [sentenceId] }
}

const IN_PLACES = ["matching", "ordering", "gap", "long"]

/** One item of every type there is, keyed as chosen. */
export const everyType = (sentenceIds: readonly string[], choice: KeyChoice): AuthoredItem[] => [
  ...everyItem(sentenceIds, choice),
  ...itemsInPlaces(sentenceIds, choice),
]

/** An answer of the right shape to any item, the same whatever the key. */
export const anyAnswer = (item: AuthoredItem, sentenceIds: readonly string[], take = 0): unknown =>
  IN_PLACES.includes(item.type)
    ? answerInPlaces(item, sentenceIds[take] ?? "")
    : someAnswer(item, sentenceIds, take)

import { newRandomId } from "@/lib/platform/ids"
import { type AuthoredItem, blankItem } from "@/lib/quiz/authored-item"
import { inTextOrder } from "@/lib/quiz/neutral-order"
import { readGapMarkup } from "@/lib/quiz/types/gap/gap-markup"
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

type Given = Pick<AuthoredItem, "type" | "content">

const answersByType: Record<string, (content: Content, sentenceId: string) => unknown> = {
  matching: ({ rows, options }) => {
    const matches = inTextOrder(options)
    return { pairs: Object.fromEntries(rows.map(({ id }, at) => [id, matches[at]?.id])) }
  },
  ordering: ({ steps }) => ({ order: inTextOrder(steps).map(({ id }) => id) }),
  gap: ({ pieces }) => ({
    gaps: Object.fromEntries(
      pieces.flatMap(({ gap: id, options }) =>
        id ? [[id, options ? (options[0]?.id ?? "") : "silence"]] : [],
      ),
    ),
  }),
  long: (_, sentenceId) => ({ text: "It was not.\n\nMir says so.", sentences: [sentenceId] }),
}

export const isInPlaces = ({ type }: Given): boolean => type in answersByType

/** A whole answer to one of the four, the same whatever the key. */
export const answerInPlaces = ({ type, content }: Given, sentenceId: string): unknown =>
  answersByType[type]?.(content as Content, sentenceId)

/** The same for several, in their order. */
export const answersInPlaces = (items: readonly Given[], sentenceId: string): unknown[] =>
  items.map((item) => answerInPlaces(item, sentenceId))

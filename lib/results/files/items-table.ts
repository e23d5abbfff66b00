import type { ItemAnalysis } from "../analysis/analyse-items"
import { type Cell, type Column, number, share, type Table, text } from "./table"

type ItemWord = (typeof ITEM_COLUMNS)[number] | "tooFew" | "itemsSheet"

export type ItemWords = {
  of: (name: ItemWord) => string
  level: (level: ItemAnalysis["item"]["level"]) => string
  sentenceLabel: (sentenceId: string) => string
}

const ITEM_COLUMNS = [
  "number",
  "title",
  "question",
  "type",
  "level",
  "skills",
  "points",
  "n",
  "blank",
  "right",
  "difficulty",
  "low",
  "high",
  "key",
  "options",
  "rightAnswers",
  "wrongEvidence",
  "cited",
] as const

const SHARES = new Set<ItemWord>(["difficulty", "low", "high"])
const NUMBERS = new Set<ItemWord>([
  "number",
  "points",
  "n",
  "blank",
  "right",
  "rightAnswers",
  "wrongEvidence",
])

const columnOf = (word: ItemWord, head: string): Column => {
  if (SHARES.has(word)) return share(head)
  return NUMBERS.has(word) ? number(head) : text(head)
}

/** Item statistics as a table: one line per item, the numbers of the screen. */
export const itemsTable = (items: readonly ItemAnalysis[], words: ItemWords): Table => ({
  name: words.of("itemsSheet"),
  columns: ITEM_COLUMNS.map((word) => columnOf(word, words.of(word))),
  rows: items.map((analysis) => itemLine(analysis, words)),
})

function itemLine(analysis: ItemAnalysis, words: ItemWords): Cell[] {
  const { item, difficulty, right, rightAnswerWrongEvidence: pair } = analysis
  const shareCell = (value: number | undefined) =>
    right === null ? null : value === undefined ? words.of("tooFew") : Number(value.toFixed(3))
  return [
    item.position,
    item.title,
    item.prompt,
    item.type,
    words.level(item.level),
    item.skills.join(" "),
    item.isKeyed ? item.points : null,
    analysis.n,
    analysis.blank.count,
    right?.count ?? null,
    shareCell(difficulty?.share),
    shareCell(difficulty?.low),
    shareCell(difficulty?.high),
    keyCell(analysis),
    answersCell(analysis),
    pair?.of ?? null,
    pair?.count ?? null,
    analysis.cited
      .map((sentence) => `${words.sentenceLabel(sentence.sentenceId)}: ${sentence.count}`)
      .join("; "),
  ]
}

function keyCell({ item, options, parts }: ItemAnalysis): string | null {
  if (parts.length > 0) return parts.map((part) => `${part.label}: ${part.rightText ?? ""}`).join("; ")
  const letters = options.filter((option) => option.isKey).map((option) => option.letter)
  return letters.length > 0 ? letters.join(" ") : (item.key?.answers.join(" | ") ?? null)
}

const counts = (list: readonly { text: string; count: number }[]): string =>
  list.map(({ text, count }) => `${text}: ${count}`).join("; ")

function answersCell({ options, parts, texts }: ItemAnalysis): string {
  if (parts.length > 0) return parts.map((part) => `${part.label}: ${counts(part.answers)}`).join(" | ")
  return counts(options.length > 0 ? options.map(({ letter, count }) => ({ text: letter, count })) : texts)
}

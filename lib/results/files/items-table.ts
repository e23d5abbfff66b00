import type { ItemAnalysis } from "../analysis/analyse-items"
import { type Cell, type Column, number, share, type Table, text } from "./table"

type ItemWord = (typeof ITEM_COLUMNS)[number] | "tooFew" | "notDefined" | "itemsSheet"

export type ItemWords = {
  of: (name: ItemWord) => string
  level: (level: ItemAnalysis["item"]["level"]) => string
  sentenceLabel: (sentenceId: string) => string
  finding: (analysis: ItemAnalysis) => string
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
  "rest",
  "restLow",
  "restHigh",
  "restN",
  "upperN",
  "lowerN",
  "upperShare",
  "lowerShare",
  "key",
  "options",
  "rightAnswers",
  "wrongEvidence",
  "cited",
  "upperChose",
  "lowerChose",
  "proof",
  "inWords",
] as const

const SHARES = new Set<ItemWord>(["difficulty", "low", "high", "upperShare", "lowerShare"])
const NUMBERS = new Set<ItemWord>([
  "number",
  "points",
  "n",
  "blank",
  "right",
  "rest",
  "restLow",
  "restHigh",
  "restN",
  "upperN",
  "lowerN",
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
  const { item, difficulty, right, figures, rightAnswerWrongEvidence: pair } = analysis
  const missing = figures ? words.of("tooFew") : null
  return [
    item.position,
    item.title,
    item.prompt,
    item.type,
    words.level(item.level),
    item.skills.join(" "),
    item.isKeyed && !item.dropped ? item.points : null,
    analysis.n,
    analysis.blank.count,
    right?.count ?? null,
    difficulty ? rounded(difficulty.share) : missing,
    // A mean share of points has no interval.
    difficulty ? rounded(difficulty.interval?.low) : missing,
    difficulty ? rounded(difficulty.interval?.high) : missing,
    ...relationCells(analysis, words),
    keyCell(analysis),
    answersCell(analysis),
    pair?.of ?? null,
    pair?.count ?? null,
    citedCell(analysis.cited, words),
    groupCell(analysis, "upper"),
    groupCell(analysis, "lower"),
    analysis.proof.map((one) => `${one.letter}: ${citedCell(one.cited, words)}`).join(" | "),
    words.finding(analysis),
  ]
}

/** To three decimals: what a screen shows in two can be told from it. */
const rounded = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value.toFixed(3)) || 0

function relationCells({ figures }: ItemAnalysis, words: ItemWords): Cell[] {
  if (!figures) return Array<Cell>(8).fill(null)
  const { itemRest, itemRestMissing, groups } = figures
  const missing = itemRestMissing && words.of(itemRestMissing === "tooFew" ? "tooFew" : "notDefined")
  return [
    itemRest ? rounded(itemRest.r) : missing,
    rounded(itemRest?.interval?.low),
    rounded(itemRest?.interval?.high),
    itemRest?.n ?? null,
    groups?.upper.length ?? null,
    groups?.lower.length ?? null,
    rounded(groups?.upperShare),
    rounded(groups?.lowerShare),
  ]
}

const citedCell = (cited: ItemAnalysis["cited"], words: ItemWords): string =>
  cited.map(({ sentenceId, count }) => `${words.sentenceLabel(sentenceId)}: ${count}`).join("; ")

const groupCell = ({ options }: ItemAnalysis, group: "upper" | "lower"): string =>
  counts(options.flatMap(({ letter, [group]: of }) => (of ? { text: letter, count: of.count } : [])))

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

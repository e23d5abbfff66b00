import type { Answer, ExchangeItem } from "@/lib/quiz/exchange/exchange-item"

type Classified = Extract<Answer, { type: "classification" }>

/**
 * A classification for formats that know only pairs: every statement is a row, its category the match. Moodle's matching
 * takes the same match in several rows. Categories without a statement are matches without a row; that every statement
 * belongs into one of a few categories is nowhere said any more, so that it comes back as matching.
 */
export function asMatching(item: ExchangeItem & { answer: Classified }): ExchangeItem {
  const { categories, statements } = item.answer
  const used = new Set(statements.map(({ category }) => category))
  return {
    ...item,
    answer: {
      type: "matching",
      pairs: statements.map(({ text, category }) => ({ row: { format: "plain", text }, match: category })),
      extra: categories.filter((category) => !used.has(category)),
    },
  }
}

export const isClassified = (item: ExchangeItem): item is ExchangeItem & { answer: Classified } =>
  item.answer.type === "classification"

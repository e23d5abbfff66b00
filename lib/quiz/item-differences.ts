import type { AuthoredItem } from "@/lib/quiz/authored-item"
import { type ItemWords, itemInWords } from "@/lib/quiz/item-in-words"

/** What of an item may differ, in the order it is told; each has a name at `quiz.differences.fields`. */
export const itemFields = [
  "type",
  "level",
  "prompt",
  "options",
  "right",
  "answers",
  "parts",
  "criteria",
  "quotes",
  "points",
  "skills",
  "title",
  "hint",
  "explanation",
  "feedback",
  "settings",
] as const

export type ItemField = (typeof itemFields)[number]

/**
 * How one field differs, line by line: what only the older has, and what only the newer has. Both empty: the same lines in
 * another order, or, for "settings", something that has no words.
 */
export type ItemDifference = { field: ItemField; gone: string[]; come: string[] }

/** What changed from one version of an item to another, key included, in words. Empty where nothing did. */
export function itemDifferences(older: AuthoredItem, newer: AuthoredItem): ItemDifference[] {
  const [before, after] = [linesOf(older), linesOf(newer)]
  const found = itemFields.flatMap((field) => {
    const [was, is] = [before[field], after[field]]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    return [{ field, gone: without(was, is), come: without(is, was) }]
  })
  const isSame = bare(older) === bare(newer)
  return found.length === 0 && !isSame ? [{ field: "settings", gone: [], come: [] }] : found
}

const without = (lines: readonly string[], others: readonly string[]): string[] =>
  lines.filter((line) => !others.includes(line))

function linesOf(item: AuthoredItem): Record<ItemField, string[]> {
  const words = itemInWords(item)
  const { options = {}, ...said } = item.feedback
  return {
    type: [item.type],
    level: [item.level],
    prompt: [item.prompt],
    options: words.options.map(({ text }) => text),
    right: words.options.flatMap(({ text, isRight }) => (isRight ? [text] : [])),
    answers: words.answers,
    parts: words.parts.map(partLine),
    criteria: words.criteria,
    quotes: words.quotes,
    points: [String(item.points)],
    skills: [...item.skills],
    title: filled(item.title),
    hint: filled(item.hint),
    explanation: filled(item.explanation),
    feedback: [...Object.values(options), ...Object.values(said)].flatMap(filled).sort(),
    settings: [],
  }
}

const partLine = ({ label, right }: ItemWords["parts"][number]): string =>
  right ? `${label}: ${right}` : label

const filled = (text: string | null | undefined): string[] => (text?.trim() ? [text] : [])

/** All of it but the id, in a fixed order: for what has no words, such as how many sentences may be chosen. */
const bare = ({ content, key }: AuthoredItem): string => JSON.stringify([sorted(content), sorted(key)])

/** JSON from the database has its fields in another order than what was written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}

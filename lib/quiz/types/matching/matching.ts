import { evidenceProblems } from "@/lib/quiz/evidence"
import { defineItemType, type ItemProblem, type ResponseState } from "@/lib/quiz/item-type"
import { neutralOrder } from "@/lib/quiz/neutral-order"
import { optionProblems } from "@/lib/quiz/options"
import { areKnown, everyRow, scoreRows, tellRows } from "@/lib/quiz/row-choices"
import { matchingProgress } from "@/lib/quiz/types/matching/progress"
import {
  content,
  FEWEST_ROWS,
  key,
  type MatchingContent,
  type MatchingKey,
  type MatchingResponse,
  response,
} from "@/lib/quiz/types/matching/shapes"

/** Rows, each with its option out of one list. The list may hold options that fit no row. */
export const matching = defineItemType({
  name: "matching",
  content,
  response,
  key,
  // The author writes options as the rows come to mind: their stored order would pair them.
  present: ({ rows, options }, seed) => ({ rows, options: neutralOrder(options, seed) }),
  check,
  score: (right, given, { rows }) => scoreRows(rows, right.pairs, given.pairs),
  problems,
  blank: (newOptionId) => {
    const blanks = (count: number) => Array.from({ length: count }, () => ({ id: newOptionId(), text: "" }))
    return { content: { rows: blanks(3), options: blanks(4) }, key: null }
  },
  told: () => ({}),
  toldKey: () => ({}),
  parts: (shown, given, right) => tellRows(shown, given?.pairs, right?.pairs),
})

function check({ rows, options }: MatchingContent, { pairs }: MatchingResponse): ResponseState {
  return areKnown(rows, options, pairs) ? matchingProgress({ pairs: everyRow(rows, pairs) }) : "invalid"
}

function problems(
  draft: { content: MatchingContent; key: MatchingKey | null },
  sentenceIds: ReadonlySet<string>,
): ItemProblem[] {
  const { rows, options } = draft.content
  const found = optionProblems(options, undefined)
  if (rows.length < FEWEST_ROWS) found.push({ field: "rows", code: "tooFewRows" })
  if (rows.some(({ text }) => text.trim() === "")) found.push({ field: "rows", code: "emptyRow" })
  if (new Set(rows.map(({ id }) => id)).size < rows.length) found.push({ field: "rows", code: "shape" })
  if (draft.key) {
    const { pairs, evidence } = draft.key
    if (!rows.every((row) => options.some(({ id }) => id === pairs[row.id])))
      found.push({ field: "key", code: "rowUnmatched" })
    found.push(...evidenceProblems(evidence, sentenceIds))
  }
  return found
}

import { evidenceProblems } from "@/lib/quiz/evidence"
import { fraction } from "@/lib/quiz/fraction"
import { defineItemType, type ItemProblem, type ResponseState } from "@/lib/quiz/item-type"
import { neutralOrder } from "@/lib/quiz/neutral-order"
import { optionProblems } from "@/lib/quiz/options"
import type { ToldPart } from "@/lib/quiz/told"
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
  score,
  problems,
  blank: (newOptionId) => {
    const blanks = (count: number) => Array.from({ length: count }, () => ({ id: newOptionId(), text: "" }))
    return { content: { rows: blanks(3), options: blanks(4) }, key: null }
  },
  told: () => ({}),
  toldKey: () => ({}),
  parts,
})

function check({ rows, options }: MatchingContent, given: MatchingResponse): ResponseState {
  const known = Object.entries(given.pairs).every(
    ([row, chosen]) =>
      rows.some(({ id }) => id === row) && (chosen === null || options.some(({ id }) => id === chosen)),
  )
  if (!known) return "invalid"
  return matchingProgress({ pairs: Object.fromEntries(rows.map(({ id }) => [id, given.pairs[id] ?? null])) })
}

/**
 * Each row is worth the same share, as in Moodle's matching questions and QTI's `mapResponse` with equal weights. A row
 * left open beside others that were answered earns nothing; nothing is taken away for a wrong one.
 */
function score(right: MatchingKey, given: MatchingResponse, { rows }: MatchingContent) {
  const hits = rows.filter(({ id }) => isHit(right, given, id)).length
  return { share: fraction(hits, Math.max(1, rows.length)), finding: { answer: hits === rows.length } }
}

const isHit = (right: MatchingKey, given: MatchingResponse, row: string): boolean =>
  right.pairs[row] !== undefined && right.pairs[row] === given.pairs[row]

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

function parts(
  { rows, options }: MatchingContent,
  given: MatchingResponse | null,
  right: MatchingKey | null,
): ToldPart[] {
  const textOf = (id: string | null | undefined) => options.find((one) => one.id === id)?.text ?? null
  return rows.map(({ id, text }) => {
    const answer = textOf(given?.pairs[id])
    const isRight = right && given && answer !== null ? isHit(right, given, id) : null
    return { id, label: text, text: answer, isRight, rightText: textOf(right?.pairs[id]) }
  })
}

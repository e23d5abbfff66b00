import { type Fraction, fraction } from "@/lib/quiz/fraction"
import type { Finding } from "@/lib/quiz/item-type"
import type { Option } from "@/lib/quiz/options"
import type { ToldPart } from "@/lib/quiz/told"

/** What matching and classification have in common: rows, each of which gets one option of a list that all rows share. */

/** Option id by row id; null where a row is still open. */
export type Choices = Record<string, string | null>

/** Whether an answer names only rows and options that are there. */
export const areKnown = (
  rows: readonly Option[],
  options: readonly Option[],
  given: Readonly<Choices>,
): boolean =>
  Object.entries(given).every(
    ([row, chosen]) =>
      rows.some(({ id }) => id === row) && (chosen === null || options.some(({ id }) => id === chosen)),
  )

/** Every row by name, the open ones too, whatever the answer names. */
export const everyRow = (rows: readonly Option[], given: Readonly<Choices>): Choices =>
  Object.fromEntries(rows.map(({ id }) => [id, given[id] ?? null]))

/**
 * Each row is worth the same share, as in Moodle's matching questions and QTI's `mapResponse` with equal weights. A row
 * left open beside others that were answered earns nothing; nothing is taken away for a wrong one.
 */
export function scoreRows(
  rows: readonly Option[],
  right: Readonly<Choices>,
  given: Readonly<Choices>,
): { share: Fraction; finding: Finding } {
  const hits = rows.filter(({ id }) => isHit(right, given, id)).length
  return { share: fraction(hits, Math.max(1, rows.length)), finding: { answer: hits === rows.length } }
}

const isHit = (right: Readonly<Choices>, given: Readonly<Choices>, row: string): boolean =>
  right[row] !== undefined && right[row] === given[row]

export type Shown = { rows: readonly Option[]; options: readonly Option[] }

/** Row by row: what was chosen for it, and what is right. */
export function tellRows(
  { rows, options }: Shown,
  given: Readonly<Choices> | undefined,
  right: Readonly<Choices> | undefined,
): ToldPart[] {
  const textOf = (id: string | null | undefined) => options.find((one) => one.id === id)?.text ?? null
  return rows.map(({ id, text }) => {
    const answer = textOf(given?.[id])
    const isRight = right && given && answer !== null ? isHit(right, given, id) : null
    return { id, label: text, text: answer, isRight, rightText: textOf(right?.[id]) }
  })
}

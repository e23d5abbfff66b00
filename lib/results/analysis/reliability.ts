import { scatter } from "./exact-sums"
import { FEWEST_TO_RELATE } from "./fewest"
import type { WholeCell, WholeTable } from "./score-table"

export type Reliability = {
  /** "kr20" where every item is right or wrong and worth the same, else "alpha". */
  kind: "kr20" | "alpha"
  /** At most 1; below zero where questions pull against each other. */
  value: number
  items: number
  /** Students with a score in every item, a blank counting as no points. */
  n: number
}

/** "incomplete": no ten students have a score in every item, as with pools or while answers wait. */
export type NoReliability = "oneItem" | "tooFew" | "incomplete" | "alike"

/**
 * Cronbach's coefficient alpha, k/(k − 1) · (1 − Σ item variances / variance of the totals): L. J. Cronbach,
 * Psychometrika 16 (1951), 297-334. For right-or-wrong items of the same points it is the same number as formula 20 of
 * G. F. Kuder and M. W. Richardson, Psychometrika 2 (1937), 151-160, because such an item's variance is p(1 − p).
 *
 * Only students with a score in every item: with pools, or while answers wait for a grade, what others have cannot be
 * compared. Items that nobody has a score in are left out. Null with the reason where it is not defined or too few.
 */
export function reliability(table: WholeTable): Reliability | NoReliability {
  const { places, rows } = table
  const complete = rows.filter(({ isComplete }) => isComplete)
  const [k, n] = [places.length, complete.length]
  if (k < 2) return "oneItem"
  if (rows.length < FEWEST_TO_RELATE) return "tooFew"
  if (n < FEWEST_TO_RELATE) return "incomplete"
  const all = scatter(complete.map((row) => row.total ?? 0))
  if (all === 0) return "alike"
  const columns = places.map((at) => complete.map(({ cells }) => pointsOf(cells[at])))
  const each = columns.reduce((sum, column) => sum + scatter(column), 0)
  const value = alphaOf({ items: k, itemVariances: each, totalVariance: all })
  return { kind: isRightWrong(table, columns) ? "kr20" : "alpha", value, items: k, n }
}

/** The formula itself. Both variances over the same number, whichever it is. */
export const alphaOf = (of: { items: number; itemVariances: number; totalVariance: number }): number =>
  (of.items / (of.items - 1)) * (1 - of.itemVariances / of.totalVariance)

const pointsOf = (cell: WholeCell | undefined): number => (typeof cell === "number" ? cell : 0)

function isRightWrong({ columns, places, unit }: WholeTable, points: readonly number[][]): boolean {
  const worth = new Set(places.map((at) => columns[at]?.most ?? unit))
  const [most] = worth
  return worth.size === 1 && points.every((column) => column.every((one) => one === 0 || one === most))
}

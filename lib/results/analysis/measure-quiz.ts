import { scatter, total } from "./exact-sums"
import { FEWEST_TO_SAY } from "./fewest"
import { type Bar, histogram } from "./histogram"
import { type NoReliability, type Reliability, reliability } from "./reliability"
import type { WholeTable } from "./score-table"

export type QuizFigures = {
  /** Students whose answers are all scored. */
  n: number
  /** Students with an answer that waits: in no figure of the whole quiz. */
  waiting: number
  /** Points of everything right; null where nobody has said, or pools give items of other points. */
  possible: number | null
  /** Points. Null: too few. */
  mean: number | null
  /** Standard deviation of the points over n − 1. */
  sd: number | null
  lowest: number | null
  highest: number | null
  bars: Bar[]
  reliability: Reliability | null
  reliabilityMissing: NoReliability | null
  /** Standard error of measurement, in points. Null without a reliability, and where that is below zero. */
  standardError: number | null
}

/** The quiz as a whole. No figure is ever NaN or infinite. */
export function measureQuiz(table: WholeTable, possiblePoints: number | null): QuizFigures {
  const { unit } = table
  const totals = table.rows.flatMap((row) => row.total ?? [])
  const n = totals.length
  const isEnough = n >= FEWEST_TO_SAY
  const sd = isEnough ? Math.sqrt(scatter(totals) / n / (n - 1)) / unit : null
  const found = reliability(table)
  const known = typeof found === "string" ? null : found
  return {
    n,
    waiting: table.rows.length - n,
    possible: possiblePoints,
    mean: isEnough ? total(totals) / n / unit : null,
    sd,
    lowest: isEnough ? least(totals) / unit : null,
    highest: isEnough ? greatest(totals) / unit : null,
    bars: isEnough ? histogram(totals, { unit, possible: possiblePoints }) : [],
    reliability: known,
    reliabilityMissing: typeof found === "string" ? found : null,
    standardError: known && standardError(completeSpread(table), known.value),
  }
}

/**
 * SD · √(1 − reliability): how far a student's points are from what they would be on average over many quizzes like it,
 * in about two of three cases. H. Gulliksen, Theory of Mental Tests (1950), chapter 2. Null below zero: then the
 * formula would give more than the whole spread.
 */
export const standardError = (sd: number, reliabilityValue: number): number | null =>
  reliabilityValue < 0 ? null : sd * Math.sqrt(Math.max(0, 1 - reliabilityValue))

/** Of the students the reliability is of. */
function completeSpread({ rows, unit }: WholeTable): number {
  const totals = rows.flatMap((row) => (row.isComplete && row.total !== null ? row.total : []))
  const n = totals.length
  return n < 2 ? 0 : Math.sqrt(scatter(totals) / n / (n - 1)) / unit
}

const least = (xs: readonly number[]): number => xs.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
const greatest = (xs: readonly number[]): number =>
  xs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)

import type { Fraction } from "@/lib/quiz/fraction"

/**
 * What statistics are made of: students by items, points in the cells, from answers or from a file. A cell without
 * points is one of:
 * - "blank": given and not answered. It counts no points in the student's total, and is no wrong answer of the item.
 * - "waiting": answered and not scored, or nobody knows. The student has no total yet.
 * - "absent": a pool did not draw it for this student. The total is complete without it.
 */
export type Cell = Fraction | "blank" | "waiting" | "absent"

export type ScoreColumn = {
  id: string
  /** Points of a fully right answer; null where nobody has said. */
  most: Fraction | null
}

export type ScoreRow = { id: string; cells: readonly Cell[] }

export type ScoreTable = { columns: readonly ScoreColumn[]; rows: readonly ScoreRow[] }

/** The same in whole units, so that sums are exact and ties are ties. */
export type WholeTable = {
  /** Units in a point. */
  unit: number
  /** Points of a fully right answer, more than nothing; null where they are not known. */
  columns: { id: string; most: number | null }[]
  /** Columns that count in totals: not those in which nobody has a score yet. */
  places: number[]
  rows: WholeRow[]
}

export type WholeCell = number | Exclude<Cell, Fraction>

export type WholeRow = {
  id: string
  cells: WholeCell[]
  /** All points of the student; null while one answer waits. */
  total: number | null
  /** No cell waits and none is absent: the row has the same items as every other such row. */
  isComplete: boolean
}

/** Finer than this nothing is told apart: then points are rounded to billionths, the same for everybody. */
const FINEST = 1_000_000_000

export function wholeTable(table: ScoreTable): WholeTable {
  const { columns, rows } = table
  const unit = commonUnit(table)
  const isKnown = (cell: Cell | undefined) => cell !== "waiting" && cell !== "absent" && cell !== undefined
  const places = columns.flatMap((_, at) => (rows.some(({ cells }) => isKnown(cells[at])) ? at : []))
  const whole = ({ id, cells }: ScoreRow): WholeRow => {
    const own = cells.map((cell) => (typeof cell === "string" ? cell : inUnits(cell, unit)))
    return { id, cells: own, ...summary(places.map((at) => own[at])) }
  }
  return {
    unit,
    columns: columns.map(({ id, most }, at) => ({
      id,
      most: most ? positive(inUnits(most, unit)) : onePoint(rows, at) ? unit : null,
    })),
    places,
    rows: rows.map(whole),
  }
}

const positive = (units: number): number | null => (units > 0 ? units : null)

/** What nobody has said is known where everybody has 0 or 1: right or wrong, a point each. */
function onePoint(rows: readonly ScoreRow[], at: number): boolean {
  const scores = rows.flatMap(({ cells }) => {
    const cell = cells[at]
    return cell === undefined || typeof cell === "string" ? [] : cell.numerator / cell.denominator
  })
  return scores.length > 0 && scores.every((one) => one === 0 || one === 1)
}

function summary(cells: readonly (WholeCell | undefined)[]): Pick<WholeRow, "total" | "isComplete"> {
  if (cells.includes("waiting")) return { total: null, isComplete: false }
  const total = cells.reduce<number>((sum, cell) => (typeof cell === "number" ? sum + cell : sum), 0)
  return { total, isComplete: !cells.includes("absent") }
}

/** The least common denominator of all points. */
function commonUnit({ columns, rows }: ScoreTable): number {
  const denominators = new Set<number>()
  for (const { most } of columns) if (most) denominators.add(most.denominator)
  for (const { cells } of rows)
    for (const cell of cells) if (typeof cell !== "string") denominators.add(cell.denominator)
  let unit = 1
  for (const denominator of denominators) {
    unit *= denominator / greatestCommonDivisor(unit, denominator)
    if (unit > FINEST) return FINEST
  }
  return unit
}

const inUnits = ({ numerator, denominator }: Fraction, unit: number): number =>
  unit % denominator === 0 ? numerator * (unit / denominator) : Math.round((numerator / denominator) * unit)

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b)

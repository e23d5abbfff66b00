import { ownTerms } from "@/lib/lesson/own-terms"
import { fraction, sum } from "@/lib/quiz/fraction"
import { type CellAttempt, type CellFacts, cellKey, type WorkFacts } from "./gradebook-facts"

/** Rows as they come, students and assignments named by their place in the lists. Moments are text, or milliseconds. */
export type CellRows = {
  people: readonly { enrolmentId: string; extraDays: number }[]
  works: readonly WorkFacts[]
  /** Student, assignment, number, handed in at, reopened, answers to grade, points: one row for each denominator. */
  attempts: readonly AttemptRow[]
  /** Student, assignment, due, closes, excused, reason. */
  exceptions: readonly ExceptionRow[]
  /** Student, assignment: reading has begun, and no attempt has. */
  begun: readonly (readonly [number, number])[]
  /** Student, assignment, earned (numerator, denominator), possible. */
  overrides: readonly (readonly [number, number, number, number, number])[]
}

export type AttemptRow = readonly [
  person: number,
  work: number,
  number: number,
  submittedAt: number | null,
  reopened: boolean,
  waiting: number,
  top: number | null,
  bottom: number | null,
]

export type ExceptionRow = readonly [
  person: number,
  work: number,
  dueAt: string | null,
  closesAt: string | null,
  excused: boolean,
  reason: string | null,
]

type Cells = Map<string, CellFacts>

/** The facts of every cell in which something happened or is other than for the class. `timeZone`: the school's. */
export function cellsFromRows(rows: CellRows, timeZone: string): Cells {
  const cells: Cells = new Map()
  const change = (person: number, work: number, made: (cell: CellFacts) => Partial<CellFacts>) => {
    const key = cellKey(rows.people[person]?.enrolmentId ?? "", rows.works[work]?.assignmentId ?? "")
    const cell = cells.get(key) ?? EMPTY
    cells.set(key, { ...cell, ...made(cell) })
  }
  for (const [place, attempts] of attemptsByCell(rows))
    change(place.person, place.work, () => ({ attempts, begun: true }))
  for (const [person, work] of rows.begun) change(person, work, () => ({ begun: true }))
  for (const [person, work, numerator, denominator, possible] of rows.overrides)
    change(person, work, () => ({ override: { earned: fraction(numerator, denominator), possible } }))
  placeTerms(rows, timeZone, change)
  return cells
}

const EMPTY: CellFacts = {
  dueAt: null,
  closesAt: null,
  excused: false,
  begun: false,
  attempts: [],
  override: null,
}

type Place = { person: number; work: number }

/** An attempt comes in as many rows as its points have denominators. */
function attemptsByCell({ attempts, works }: CellRows): [Place, CellAttempt[]][] {
  const found = new Map<number, { place: Place; own: Map<number, AttemptRow[]> }>()
  for (const row of attempts) {
    const [person, work, number] = row
    const key = person * works.length + work
    let cell = found.get(key)
    if (!cell) {
      cell = { place: { person, work }, own: new Map() }
      found.set(key, cell)
    }
    const same = cell.own.get(number)
    if (same) same.push(row)
    else cell.own.set(number, [row])
  }
  return [...found.values()].map(({ place, own }) => [place, [...own.values()].flatMap(attemptOf)])
}

function attemptOf(rows: readonly AttemptRow[]): CellAttempt[] {
  const [first] = rows
  if (!first) return []
  const [, , number, submittedAt, reopened, waiting] = first
  const points = rows.flatMap(([, , , , , , top, bottom]) =>
    top === null || bottom === null ? [] : fraction(top, bottom),
  )
  const moment = submittedAt === null ? null : new Date(submittedAt)
  return [{ number, submittedAt: moment, reopened, waiting, earned: sum(points) }]
}

type Change = (person: number, work: number, made: (cell: CellFacts) => Partial<CellFacts>) => void

/** Dates of a student's own: those agreed for one assignment, and days granted for all. */
function placeTerms({ people, works, exceptions }: CellRows, timeZone: string, change: Change): void {
  const agreed = new Map(exceptions.map((row) => [row[0] * works.length + row[1], row]))
  for (const [person, { extraDays }] of people.entries())
    for (const [at, work] of works.entries()) {
      const row = agreed.get(person * works.length + at)
      if (!row && extraDays === 0) continue
      const [, , dueAt, closesAt, excused] = row ?? [person, at, null, null, false]
      const granted = { ...NO_GRANT, extraDays, timeZone }
      const date = (text: string | null) => (text === null ? null : new Date(text))
      const exception = { dueAt: date(dueAt), closesAt: date(closesAt), extraMinutes: 0, excused }
      const terms = ownTerms({ ...work, timeLimitMinutes: null, attemptsAllowed: 1 }, granted, exception)
      change(person, at, () => ({ dueAt: terms.dueAt, closesAt: terms.closesAt, excused }))
    }
}

const NO_GRANT = { timeMultiplier: 1, extraMinutes: 0, noTimeLimit: false, extraAttempts: 0 }

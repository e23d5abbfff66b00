import { ownTerms } from "@/lib/lesson/own-terms"
import { fraction, sum } from "@/lib/quiz/fraction"
import { type CellAttempt, type CellFacts, cellKey, type WorkFacts } from "./gradebook-facts"

/** Rows as they come, students and assignments named by their place in the lists. Moments are text, or milliseconds. */
export type CellRows = {
  people: readonly { enrolmentId: string; extraDays: number }[]
  works: readonly WorkFacts[]
  /** Student, assignment, number, handed in at, reopened. */
  attempts: readonly AttemptRow[]
  /** Of an attempt: student, assignment, number, points over a denominator. */
  points: readonly PointsRow[]
  /** Of an attempt: student, assignment, number, answers that a teacher has yet to grade. */
  waiting: readonly WaitingRow[]
  /** Student, assignment, due, closes, excused, reason. */
  exceptions: readonly ExceptionRow[]
  /** Student, assignment: reading has begun, and no attempt has. */
  begun: readonly (readonly [number, number])[]
  /** Student, assignment, earned (numerator, denominator), possible. */
  overrides: readonly (readonly [number, number, number, number, number])[]
}

type OfAttempt = [person: number, work: number, number: number]
export type AttemptRow = readonly [...OfAttempt, submittedAt: number | null, reopened: boolean]
export type PointsRow = readonly [...OfAttempt, top: number, bottom: number]
export type WaitingRow = readonly [...OfAttempt, count: number]

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
  for (const [place, attempts] of attemptsByCell(rows).entries())
    if (attempts) {
      const [person, work] = [Math.floor(place / rows.works.length), place % rows.works.length]
      change(person, work, () => ({ attempts, begun: true }))
    }
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

/** A list a cell, by its place: students one after the other, each with as many places as there are assignments. */
function byCell<Row extends readonly [person: number, work: number, ...rest: unknown[]]>(
  rows: readonly Row[],
  { people, works }: CellRows,
): (Row[] | undefined)[] {
  const cells = new Array<Row[] | undefined>(people.length * works.length)
  for (const row of rows) {
    const place = row[0] * works.length + row[1]
    const own = cells[place]
    if (own) own.push(row)
    else cells[place] = [row]
  }
  return cells
}

function attemptsByCell(rows: CellRows): (readonly CellAttempt[] | undefined)[] {
  const [points, waiting] = [byCell(rows.points, rows), byCell(rows.waiting, rows)]
  return byCell(rows.attempts, rows).map((own, place) => {
    const work = rows.works[place % rows.works.length]
    if (!own || !work) return undefined
    const attempts = own.map(([, , number, submittedAt, reopened]): CellAttempt => {
      const parts = points[place]?.filter((row) => row[2] === number) ?? []
      return {
        number,
        submittedAt: submittedAt === null ? null : new Date(submittedAt),
        reopened,
        waiting: waiting[place]?.find((row) => row[2] === number)?.[3] ?? 0,
        earned: sum(parts.map((row) => fraction(row[3], row[4]))),
      }
    })
    return considered(attempts, work)
  })
}

/**
 * Those of which one counts: where the newest counts it alone, else all that are finished; the one under way where none is.
 * What waits in others waits for nobody.
 */
function considered(
  attempts: readonly CellAttempt[],
  { countedAttempt }: Pick<WorkFacts, "countedAttempt">,
): readonly CellAttempt[] {
  if (attempts.length < 2) return attempts
  const finished = attempts.filter(({ submittedAt }) => submittedAt !== null)
  if (finished.length > 0 && countedAttempt !== "newest") return finished
  const list = finished.length > 0 ? finished : attempts
  return [list.reduce((so, one) => (one.number > so.number ? one : so))]
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

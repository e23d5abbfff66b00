import type { Grid } from "../grid/build-grid"
import { scoreCell } from "./students-table"
import { date, number, type Table, text } from "./table"

type Of = (head: string) => string

const headed = (columns: readonly { head: string; kind: "text" | "number" | "date" | "share" }[], of: Of) =>
  columns.map(({ head, kind }) => ({ head: of(head), kind }))

export type ClassPerson = {
  displayName: string
  userName: string
  email: string | null
  role: string
  joinedAt: Date
  leftAt: Date | null
}

const ROSTER = [
  text("name"),
  text("userName"),
  text("email"),
  text("role"),
  date("joined"),
  date("left"),
] as const

/** Everyone who is or was in the class. */
export const rosterTable = (people: readonly ClassPerson[], of: Of): Table => ({
  name: of("roster"),
  columns: headed(ROSTER, of),
  rows: people.map(({ displayName, userName, email, role, joinedAt, leftAt }) => [
    displayName,
    userName,
    email,
    of(role),
    joinedAt,
    leftAt,
  ]),
})

export type AssignmentLine = {
  folder: string
  title: string
  opensAt: Date
  dueAt: Date
  closesAt: Date
  archivedAt: Date | null
  pointsPossible: number
  /** Students of the class, left ones aside, and how many of them have handed in. */
  students: number
  handedIn: number
}

const ASSIGNMENTS = [
  text("folder"),
  text("title"),
  date("opens"),
  date("due"),
  date("closes"),
  date("archived"),
  number("pointsPossible"),
  number("students"),
  number("handedIn"),
] as const

/** The assignments of the class, in the order in which they opened. */
export const assignmentsTable = (lines: readonly AssignmentLine[], of: Of): Table => ({
  name: of("assignments"),
  columns: headed(ASSIGNMENTS, of),
  rows: lines.map((line) => [
    line.folder,
    line.title,
    line.opensAt,
    line.dueAt,
    line.closesAt,
    line.archivedAt,
    line.pointsPossible,
    line.students,
    line.handedIn,
  ]),
})

const GRADES = [
  text("folder"),
  text("title"),
  text("student"),
  text("userName"),
  text("inClass"),
  text("excused"),
  number("score"),
  number("pointsPossible"),
  number("percentOff"),
  number("attempts"),
  date("handedInAt"),
] as const

/** What each student's quiz counts for, of one assignment: those who never began are in it, without a score. */
export const gradesTable = (
  { grid, folder, title }: { grid: Pick<Grid, "rows" | "pointsPossible">; folder: string; title: string },
  of: Of,
): Table => ({
  name: of("grades"),
  columns: headed(GRADES, of),
  rows: grid.rows.map((row) => [
    folder,
    title,
    row.student.displayName,
    row.student.userName,
    of(row.student.hasLeft ? "no" : "yes"),
    of(row.student.excused ? "yes" : "no"),
    scoreCell(row),
    grid.pointsPossible,
    row.student.attempt?.latePercent ?? 0,
    row.student.attempt?.lines.length ?? 0,
    row.student.attempt?.submittedAt ?? null,
  ]),
})

export type ShiftLine = {
  comparison: string
  answered: number
  toward: number | null
  stayed: number | null
  away: number | null
}

const SHIFTS = [
  text("comparison"),
  number("answered"),
  number("toward"),
  number("stayed"),
  number("away"),
] as const

/** Who moved, in the frozen numbers that the class's staff see: what is too small to be shown has no number. */
export const shiftsTable = (lines: readonly ShiftLine[], of: Of): Table => ({
  name: of("shifts"),
  columns: headed(SHIFTS, of),
  rows: lines.map(({ comparison, answered, ...shifts }) => [
    comparison,
    answered,
    ...[shifts.toward, shifts.stayed, shifts.away].map((count) => count ?? of("notShown")),
  ]),
})

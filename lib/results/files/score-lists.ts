import { localDay } from "@/lib/lesson/school-time"
import { decimalPoints } from "@/lib/quiz/score-display"
import type { Grid, GridRow } from "../grid/build-grid"

/**
 * The scores of one assignment in the shapes in which other systems take them in. Each is rows of cells, heads first, for a
 * CSV file. Students who left are in none of them: the others would make people of them again. Whoever has not handed in has
 * an empty cell, never a zero.
 */

export const scoreShapes = ["canvas", "classroom", "powerteacher"] as const
export type ScoreShape = (typeof scoreShapes)[number]

export type ScoreFacts = {
  grid: Pick<Grid, "rows" | "pointsPossible">
  title: string
  className: string
  teacherName: string
  dueAt: Date
  /** The school's. */
  timeZone: string
  /** Addresses by enrolment; null or missing where the school has none. */
  emails: ReadonlyMap<string, string | null>
}

type Rows = (string | number | null)[][]

export const scoreList = (shape: ScoreShape, facts: ScoreFacts): Rows => SHAPES[shape](facts)

const SHAPES: Record<ScoreShape, (facts: ScoreFacts) => Rows> = {
  canvas: canvasRows,
  classroom: classroomRows,
  powerteacher: powerteacherRows,
}

const present = ({ grid }: ScoreFacts): GridRow[] => grid.rows.filter(({ student }) => !student.hasLeft)

const scoreOf = ({ quiz }: GridRow): number | null =>
  quiz.state === "submitted" ? Number(decimalPoints(quiz.score)) : null

/**
 * Canvas, "Import" of the gradebook. Its reader (lib/gradebook_importer.rb of instructure/canvas-lms) wants Student and ID
 * first, Section last before the assignments, takes a row whose first cell has "Points Possible" for the most one can have,
 * and finds a student by ID, else by SIS User ID, else by SIS Login ID, else by name. Of these Colloquy knows the address or
 * user name: it stands as the login. EX excuses. Two decimals, as Canvas itself writes.
 */
function canvasRows(facts: ScoreFacts): Rows {
  return [
    ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", canvasTitle(facts.title)],
    ["    Points Possible", null, null, null, null, facts.grid.pointsPossible],
    ...present(facts).map((row) => [
      row.student.displayName,
      null,
      null,
      loginOf(row, facts),
      facts.className,
      scoreOf(row) ?? (row.student.excused ? "EX" : null),
    ]),
  ]
}

const loginOf = ({ student }: GridRow, { emails }: ScoreFacts): string =>
  emails.get(student.enrolmentId) ?? student.userName

/** Heads of columns that Canvas computes, and so passes over wherever they stand in a head. */
const CANVAS_COMPUTES = /(current|final|override) (score|points|grade|status)/gi

/** Canvas reads digits in brackets at the end as the number of an assignment of its own. */
export const canvasTitle = (title: string): string =>
  title.replace(CANVAS_COMPUTES, "$1-$2").replace(/\((\d+)\)\s*$/, "[$1]")

/**
 * Google Classroom: the columns in which its own grades are downloaded or copied to Google Sheets. We know of no file of
 * scores that Classroom reads; add-ons for Sheets match by address. It has names in two parts and Colloquy in one: what
 * stands after the last blank counts as the last name.
 */
function classroomRows(facts: ScoreFacts): Rows {
  return [
    ["Last Name", "First Name", "Email Address", facts.title],
    ...present(facts).map((row) => {
      const { first, last } = splitName(row.student.displayName)
      return [last, first, facts.emails.get(row.student.enrolmentId) ?? null, scoreOf(row)]
    }),
  ]
}

export function splitName(name: string): { first: string; last: string } {
  const parts = name.trim().split(/\s+/)
  const last = parts.length > 1 ? (parts.pop() ?? "") : ""
  return { first: parts.join(" "), last }
}

/**
 * PowerTeacher Pro, "Import Scores" of one assignment: its template has seven lines of "Label:,value,", the heads Student
 * Num, Student Name, Score, and a line for each student, as public repositories show that fill it in (files named
 * "…_pst.csv"). It finds students by the school's student number alone; Colloquy has none, so the user name stands there,
 * which is right where a school uses its numbers as user names. One decimal of points possible, as in its own files.
 */
function powerteacherRows(facts: ScoreFacts): Rows {
  const { teacherName, className, title, dueAt, timeZone, grid } = facts
  return [
    ["Teacher Name:", teacherName, null],
    ["Class:", className, null],
    ["Assignment Name:", title, null],
    ["Due Date:", localDay(dueAt, timeZone), null],
    ["Points Possible:", grid.pointsPossible.toFixed(1), null],
    ["Extra Points:", "0.0", null],
    ["Score Type:", "POINTS", null],
    ["Student Num", "Student Name", "Score"],
    ...present(facts).map((row) => [row.student.userName, row.student.displayName, scoreOf(row)]),
  ]
}

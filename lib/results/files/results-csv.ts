import { stringify } from "csv-stringify/sync"
import { decimalPoints } from "@/lib/quiz/score-display"
import type { Grid, GridRow } from "../grid/build-grid"

/** Tells a spreadsheet that the file is UTF-8; without it Excel shows "TomÃ¡s". */
const BYTE_ORDER_MARK = "\uFEFF"

export type Cell = string | number | null

/** What stands at the head of the columns and in yes-or-no cells; translated by the caller. */
type GridWord =
  | "student"
  | "userName"
  | "state"
  | "stance"
  | "sentencesRead"
  | "sentences"
  | "readDone"
  | "stanceAfterReading"
  | "quizState"
  | "score"
  | "attempts"
  | "percentOff"
  | "pointsPossible"
  | "posts"
  | "replies"
  | "citations"
  | "restatements"
  | "reflect"
  | "yes"
  | "no"
  | "inClass"
  | "left"
  | "quizNone"
  | "quizOpen"
  | "quizSubmitted"

export type GridWords = {
  of: (name: GridWord) => string
  item: (position: number, title: string) => string
}

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection): a leading =, +,
 * -, @, tab or carriage return, and their full-width twins, also behind blanks.
 */
export function harmlessCell(value: Cell): Cell {
  if (typeof value !== "string") return value
  return /^[\s\u200B\uFEFF]*[=+\-@\t\r＝＋－＠]/.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value
}

/** RFC 4180 with CRLF, a byte-order mark and no formulas. */
export function csvFile(rows: readonly (readonly Cell[])[]): string {
  const safe = rows.map((row) => row.map((cell) => harmlessCell(cell) ?? ""))
  // A lone line end inside a cell is not the record's delimiter to the library, but it is to a spreadsheet.
  return BYTE_ORDER_MARK + stringify(safe, { record_delimiter: "\r\n", quoted_match: /[\r\n]/ })
}

/** The grid as a file: one line per student, the numbers of the screen. */
export function gridCsv(grid: Grid, words: GridWords): string {
  const head: Cell[] = [
    words.of("student"),
    words.of("userName"),
    words.of("state"),
    words.of("stance"),
    words.of("sentencesRead"),
    words.of("sentences"),
    words.of("readDone"),
    words.of("quizState"),
    words.of("score"),
    words.of("pointsPossible"),
    words.of("attempts"),
    words.of("percentOff"),
    ...grid.items.map((item) => words.item(item.position, item.title ?? item.prompt)),
    words.of("stanceAfterReading"),
    words.of("posts"),
    words.of("replies"),
    words.of("citations"),
    words.of("restatements"),
    words.of("reflect"),
  ]
  return csvFile([head, ...grid.rows.map((row) => gridLine(row, grid, words))])
}

function gridLine(row: GridRow, grid: Grid, words: GridWords): Cell[] {
  const { student, quiz } = row
  const yesNo = (value: boolean) => (value ? words.of("yes") : words.of("no"))
  const states = {
    none: words.of("quizNone"),
    open: words.of("quizOpen"),
    submitted: words.of("quizSubmitted"),
  }
  return [
    student.displayName,
    student.userName,
    student.hasLeft ? words.of("left") : words.of("inClass"),
    yesNo(row.done.stance),
    student.sentencesRead,
    grid.sentenceCount,
    yesNo(row.done.read),
    states[quiz.state],
    quiz.state === "submitted" ? Number(decimalPoints(quiz.score)) : null,
    grid.pointsPossible,
    student.attempt?.lines.length ?? 0,
    student.attempt?.latePercent ?? 0,
    ...row.points.map((points) => (points ? Number(decimalPoints(points)) : null)),
    yesNo(student.stanceAfterReading),
    student.posts,
    student.replies,
    student.citations,
    student.restatements,
    yesNo(row.done.reflect),
  ]
}

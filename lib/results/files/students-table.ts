import type { Fraction } from "@/lib/quiz/fraction"
import { decimalPoints } from "@/lib/quiz/score-display"
import type { Grid, GridRow } from "../grid/build-grid"
import { type Cell, type Column, number, type Table, text } from "./table"

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
  | "studentsSheet"

export type GridWords = {
  of: (name: GridWord) => string
  item: (position: number, title: string) => string
}

type GridColumn = { column: Column; cell: (row: GridRow) => Cell }

/** What a table of students may be without: how much each wrote, and which stances were taken. */
export type Without = "posts" | "stances"

/**
 * The grid as a table: one line per student, the numbers of the screen. Beside posts under pseudonyms it goes without
 * "posts": counts would tell whose they are.
 */
export function studentsTable(grid: Grid, words: GridWords, without: readonly Without[] = []): Table {
  const stances = !without.includes("stances")
  const columns = [
    ...whoColumns(words),
    ...(stances ? [yesNo(words, "stance", (row) => row.done.stance)] : []),
    ...stepColumns(grid, words),
    ...itemColumns(grid, words),
    ...(stances ? [yesNo(words, "stanceAfterReading", ({ student }) => student.stanceAfterReading)] : []),
    ...(without.includes("posts") || grid.hidesWriting ? [] : writingColumns(words)),
    ...(stances && !grid.hidesWriting ? [yesNo(words, "reflect", (row) => row.done.reflect)] : []),
  ]
  return {
    name: words.of("studentsSheet"),
    columns: columns.map(({ column }) => column),
    rows: grid.rows.map((row) => columns.map(({ cell }) => cell(row))),
  }
}

const yesNo = (words: GridWords, head: GridWord, is: (row: GridRow) => boolean): GridColumn => ({
  column: text(words.of(head)),
  cell: (row) => words.of(is(row) ? "yes" : "no"),
})

const count = (words: GridWords, head: GridWord, of: (row: GridRow) => number): GridColumn => ({
  column: number(words.of(head)),
  cell: of,
})

const whoColumns = (words: GridWords): GridColumn[] => [
  { column: text(words.of("student")), cell: ({ student }) => student.displayName },
  { column: text(words.of("userName")), cell: ({ student }) => student.userName },
  {
    column: text(words.of("state")),
    cell: ({ student }) => words.of(student.hasLeft ? "left" : "inClass"),
  },
]

const QUIZ_WORDS = { none: "quizNone", open: "quizOpen", submitted: "quizSubmitted" } as const

const stepColumns = (grid: Grid, words: GridWords): GridColumn[] => [
  count(words, "sentencesRead", ({ student }) => student.sentencesRead),
  count(words, "sentences", () => grid.sentenceCount),
  yesNo(words, "readDone", (row) => row.done.read),
  { column: text(words.of("quizState")), cell: ({ quiz }) => words.of(QUIZ_WORDS[quiz.state]) },
  { column: number(words.of("score")), cell: scoreCell },
  count(words, "pointsPossible", () => grid.pointsPossible),
  count(words, "attempts", ({ student }) => student.attempt?.lines.length ?? 0),
  count(words, "percentOff", ({ student }) => student.attempt?.latePercent ?? 0),
]

/** What the quiz counts for; empty while none is finished, never a zero. */
export const scoreCell = ({ quiz }: Pick<GridRow, "quiz">): number | null =>
  quiz.state === "submitted" ? Number(decimalPoints(quiz.score)) : null

const itemColumns = (grid: Grid, words: GridWords): GridColumn[] =>
  grid.items.map((item, at) => ({
    column: number(words.item(item.position, item.title ?? item.prompt)),
    cell: ({ points }) => pointsCell(points[at] ?? null),
  }))

const pointsCell = (points: Fraction | null): number | null => (points ? Number(decimalPoints(points)) : null)

const writingColumns = (words: GridWords): GridColumn[] => [
  count(words, "posts", ({ student }) => student.posts),
  count(words, "replies", ({ student }) => student.replies),
  count(words, "citations", ({ student }) => student.citations),
  count(words, "restatements", ({ student }) => student.restatements),
]

import { decimalPoints } from "@/lib/quiz/score-display"
import type { Gradebook, GradebookRow } from "../gradebook/build-gradebook"
import type { Standing, StandingKind } from "../gradebook/cell-standing"
import type { CategoryFacts, WorkFacts } from "../gradebook/gradebook-facts"
import { displayPercent, type Share } from "../gradebook/share"
import { type CellWords, columnOrder, shownScore, standingWords } from "../gradebook/table-view"
import { type Cell, type Column, number, share, type Table, text } from "./table"

/** What a column of an assignment holds. */
export type WorkColumn = "points" | "standing" | "marks"

export type GradebookTableWords = {
  of: (
    name: "sheet" | "student" | "userName" | "state" | "inClass" | "left" | "total" | "dropped" | "zero",
  ) => string
  category: (category: CategoryFacts) => string
  /** `number` counts the columns from 1, so that no two have the same head; `category` null: in none. */
  work: (
    column: WorkColumn,
    facts: { number: number; work: WorkFacts; category: CategoryFacts | null },
  ) => string
  cell: CellWords
  /** A kind of standing in full. */
  kind: (kind: StandingKind) => string
  /** `computed`: what was worked out, a decimal; null where that is nothing. */
  set: (computed: string | null) => string
}

type GradebookColumn = { column: Column; cell: (row: GradebookRow) => Cell }

/**
 * A gradebook as a table, the numbers of the screen: one line per student in the order given, and nothing but students, so
 * that a spreadsheet can sort it. What is true of a whole column stands in its head.
 */
export function gradebookTable(
  book: Gradebook,
  rows: readonly GradebookRow[],
  words: GradebookTableWords,
): Table {
  const columns = [...whoColumns(words), ...totalColumns(book, words), ...workColumns(book, words)]
  return {
    name: words.of("sheet"),
    columns: columns.map(({ column }) => column),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  }
}

const whoColumns = ({ of }: GradebookTableWords): GradebookColumn[] => [
  { column: text(of("student")), cell: ({ person }) => person.displayName },
  { column: text(of("userName")), cell: ({ person }) => person.userName },
  { column: text(of("state")), cell: ({ person }) => of(person.hasLeft ? "left" : "inClass") },
]

const totalColumns = ({ categories }: Gradebook, words: GradebookTableWords): GradebookColumn[] => [
  { column: share(words.of("total")), cell: ({ total }) => shareCell(total.share) },
  ...categories.map((category, at) => ({
    column: share(words.category(category)),
    cell: ({ total }: GradebookRow) => shareCell(total.categories[at]?.share ?? null),
  })),
]

/** As it is shown: to a tenth of a percent, by the one rule that rounds shares. */
const shareCell = (found: Share | null): number | null =>
  found && Math.round(Number(displayPercent(found)) * 10) / 1000

function workColumns(book: Gradebook, words: GradebookTableWords): GradebookColumn[] {
  return columnOrder(book).flatMap((at, place) => {
    const work = book.works[at]
    if (!work) return []
    const category = book.categories.find(({ id }) => id === work.categoryId) ?? null
    const head = (column: WorkColumn) => words.work(column, { number: place + 1, work, category })
    const of =
      (say: (cell: Standing, isDropped: boolean) => Cell) =>
      ({ cells, total }: GradebookRow): Cell => {
        const cell = cells[at]
        return cell ? say(cell, total.dropped.includes(at)) : null
      }
    return [
      { column: number(head("points")), cell: of(pointsCell) },
      {
        column: text(head("standing")),
        cell: of((cell) => standingWords(cell, words.cell, words.kind(cell.kind))),
      },
      { column: text(head("marks")), cell: of((cell, isDropped) => marksCell(cell, isDropped, words)) },
    ]
  })
}

/** Empty where the screen shows no score, never a zero. */
function pointsCell(cell: Standing): number | null {
  const score = shownScore(cell)
  return score && Number(decimalPoints(score.earned))
}

function marksCell(cell: Standing, isDropped: boolean, words: GradebookTableWords): string | null {
  const { kind, override, computed, share: counting } = cell
  const marks = [
    override && words.set(computed && decimalPoints(computed.earned)),
    kind === "missing" && !override && counting && words.of("zero"),
    isDropped && words.of("dropped"),
  ].filter((mark) => typeof mark === "string")
  return marks.join(", ") || null
}

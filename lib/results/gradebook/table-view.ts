import { displayPoints } from "@/lib/quiz/score-display"
import type { Gradebook, GradebookRow, Mean } from "./build-gradebook"
import type { Score, Standing, StandingKind } from "./cell-standing"
import type { WorkFacts } from "./gradebook-facts"
import { displayPercent } from "./share"

/** The words a cell is shown in: the class's own where it has some. */
export type CellWords = Record<Exclude<StandingKind, "scored">, string> & {
  late: (days: number) => string
  /** Says that a teacher set this score. */
  set: string
}

/**
 * A gradebook as text, and little of it: thousands of cells go to the browser in this form. A cell is a letter that says what
 * it is, then its words, then after a line break what is said beside them in small.
 */
export type TableView = {
  groups: { name: string; weight: number; dropLowest: number; columns: number }[]
  columns: ColumnView[]
  rows: RowView[]
  totalMean: MeanView
}

export type ColumnView = { work: WorkFacts; mean: MeanView }
export type MeanView = { text: string | null; n: number }
export type RowView = {
  id: string
  name: string
  hasLeft: boolean
  total: string | null
  cells: string[]
}

export const cellLetters = {
  scored: "s",
  waiting: "w",
  underWay: "u",
  notStarted: "n",
  notOpen: "x",
  handedIn: "h",
  missing: "m",
  excused: "e",
} as const satisfies Record<StandingKind, string>

/** Columns by category in their order, by due date within; those in no category come last. */
export function tableView(book: Gradebook, rows: readonly GradebookRow[], words: CellWords): TableView {
  const order = columnOrder(book)
  const columns = order.flatMap((at) => {
    const [work, mean] = [book.works[at], book.means[at]]
    return work && mean ? [{ work, mean: columnMean(work, mean) }] : []
  })
  return {
    groups: groupsOf(book),
    columns,
    totalMean: { text: book.totalMean.share && displayPercent(book.totalMean.share), n: book.totalMean.n },
    rows: rows.map(({ person, cells, total }) => ({
      id: person.enrolmentId,
      name: person.displayName,
      hasLeft: person.hasLeft,
      total: total.share && displayPercent(total.share),
      cells: order.flatMap((at) => {
        const cell = cells[at]
        return cell ? cellText(cell, total.dropped.includes(at), words) : []
      }),
    })),
  }
}

/** Places of a book's works as its columns stand. */
export function columnOrder({ works, categories }: Gradebook): number[] {
  const rank = new Map(categories.map(({ id }, at) => [id, at]))
  const rankOf = ({ categoryId }: WorkFacts) => rank.get(categoryId ?? "") ?? categories.length
  return works
    .map((work, at) => ({ at, rank: rankOf(work) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ at }) => at)
}

const groupsOf = ({ works, categories }: Gradebook): TableView["groups"] =>
  categories
    .map(({ id, name, weight, dropLowest }) => ({
      name,
      weight,
      dropLowest,
      columns: works.filter(({ categoryId }) => categoryId === id).length,
    }))
    .filter(({ columns }) => columns > 0)

/** In points where there are some, so that it stands beside those of the students. */
function columnMean({ possible }: WorkFacts, { share, n }: Mean): MeanView {
  if (!share) return { text: null, n }
  if (possible <= 0) return { text: `${displayPercent(share)}%`, n }
  // A mean is no score: to two decimals, as points are shown.
  const hundredths = (share.top * BigInt(possible) * 200n + share.bottom) / (share.bottom * 2n)
  return { text: displayPoints({ numerator: Number(hundredths), denominator: 100 }), n }
}

export function cellText(cell: Standing, isDropped: boolean, words: CellWords): string {
  const letter = cell.override ? "s" : cellLetters[cell.kind]
  const notes = [
    cell.lateDays > 0 && words.late(cell.lateDays),
    cell.override && words.set,
    cell.kind === "waiting" && words.waiting,
  ].filter((note) => typeof note === "string")
  return [`${letter}${mainText(cell, isDropped, words)}`, notes.join(", ")].filter(Boolean).join("\n")
}

function mainText(cell: Standing, isDropped: boolean, words: CellWords): string {
  const { kind } = cell
  const score = shownScore(cell)
  if (!score) return kind === "scored" ? "" : words[kind]
  const points = displayPoints(score.earned)
  return isDropped ? `(${points})` : points
}

/** The score that a cell shows; null: it says in words what it is, also where that counts as nothing earned. */
export const shownScore = ({ kind, score, override }: Standing): Score | null =>
  override || kind === "scored" || kind === "waiting" ? score : null

/** Where a student stands in a sentence or two, the class's own words where it has some. */
export function standingWords({ kind, lateDays }: Standing, words: CellWords, plain: string): string {
  const said = kind === "missing" || kind === "excused" ? words[kind] : plain
  return lateDays > 0 ? `${said}, ${words.late(lateDays)}` : said
}

import { useTranslations } from "next-intl"
import { GridBody } from "@/components/results/grid/grid-body"
import { packRows } from "@/components/results/grid/grid-body-html"
import { gridRowView, saidOnce } from "@/components/results/grid/grid-row-view"
import { DataTable, HeaderCell } from "@/components/ui/data-table"
import { displayPoints } from "@/lib/quiz/score-display"
import type { Grid, GridRow } from "@/lib/results/grid/build-grid"
import { type GridQuery, queryHref } from "@/lib/results/grid/grid-query"
import type { GridSort } from "@/lib/results/grid/sort-grid"

type StudentGridProps = {
  grid: Grid
  /** Those to show, in order. */
  rows: readonly GridRow[]
  query: GridQuery
  base: string
  paragraphs: readonly number[]
  hasStance: boolean
  hasPrompts: boolean
  /** Dates of a student's own, in words. */
  ownDue: (date: Date) => string
}

/** Students by steps. Every number leads to what it counts; the head sorts. */
export function StudentGrid(props: StudentGridProps) {
  const { grid, rows, query, base, paragraphs, hasStance, hasPrompts } = props
  const results = useTranslations("results")
  const words = saidOnce(results)
  const head = (column: Exclude<GridSort, "needs">, label: string) => {
    const sort = query.sort === column ? (query.direction === "up" ? "ascending" : "descending") : null
    return (
      <HeaderCell sort={sort} sortHref={queryHref(base, query, { sort: column })}>
        {label}
      </HeaderCell>
    )
  }
  // Where nothing stands beside names, there is nothing to sort by.
  const byName = (column: "discuss" | "reflect", label: string) =>
    grid.hidesWriting ? <HeaderCell>{label}</HeaderCell> : head(column, label)
  return (
    <DataTable
      caption={results("grid.caption")}
      minWidth={hasPrompts ? "62rem" : "52rem"}
      firstStays
      data-walk-rows
    >
      <thead>
        <tr>
          {head("name", results("grid.student"))}
          {hasStance && head("stance", results("grid.stance"))}
          {head("read", results("grid.read"))}
          {head("quiz", results("grid.quiz"))}
          {hasPrompts && byName("discuss", results("grid.discuss"))}
          {hasStance && hasPrompts && <HeaderCell>{results("grid.stanceAfter")}</HeaderCell>}
          {hasStance && byName("reflect", results("grid.reflect"))}
        </tr>
        <DoneLine grid={grid} hasStance={hasStance} hasPrompts={hasPrompts} />
      </thead>
      <GridBody
        rows={packRows(rows.map((row) => gridRowView(row, { ...props, words })))}
        base={base}
        paragraphs={paragraphs}
        pointsPossible={grid.pointsPossible}
      />
    </DataTable>
  )
}

type DoneLineProps = Pick<StudentGridProps, "grid" | "hasStance" | "hasPrompts">

function DoneLine({ grid: { done, rows, medianScore }, hasStance, hasPrompts }: DoneLineProps) {
  const results = useTranslations("results")
  const second = rows.filter((row) => !row.student.hasLeft && row.student.stanceAfterReading).length
  const count = (value: number, more?: string) => (
    <td className="pe-4 pb-2 text-13 text-ink-2">
      <b className="font-semibold text-15 text-ink tabular-nums">{value}</b>
      {more}
    </td>
  )
  const median = medianScore === null ? undefined : results("grid.median", { score: pointsOf(medianScore) })
  return (
    <tr>
      <th scope="row" className="pe-4 pb-2 text-start font-medium text-13 text-ink-2">
        {results("grid.done")}
      </th>
      {hasStance && count(done.stance)}
      {count(done.read)}
      {count(done.quiz, median)}
      {hasPrompts && count(done.discuss, results("grid.havePosted"))}
      {hasStance && hasPrompts && count(second)}
      {hasStance && count(done.reflect)}
    </tr>
  )
}

/** A median is a score or lies half-way between two: twelfths hold every share the item types give. */
const pointsOf = (value: number): string =>
  displayPoints({ numerator: Math.round(value * 12), denominator: 12 })

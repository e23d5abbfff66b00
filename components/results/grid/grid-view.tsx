import { useTranslations } from "next-intl"
import { type BringAction, FollowLive } from "@/components/results/grid/follow-live"
import { GridTools } from "@/components/results/grid/grid-tools"
import { NeedsList, type Nudging } from "@/components/results/grid/needs-list"
import { StudentGrid } from "@/components/results/grid/student-grid"
import { ButtonLink } from "@/components/ui/button"
import { ClientMessages } from "@/components/ui/client-messages"
import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import { TextLink } from "@/components/ui/text-link"
import type { Grid, GridRow } from "@/lib/results/grid/build-grid"
import type { Need } from "@/lib/results/grid/find-needs"
import { type GridQuery, gridShows, isFound, isShown } from "@/lib/results/grid/grid-query"
import { sortedOnce } from "@/lib/results/grid/sort-grid"

type GridViewProps = {
  assignment: {
    assignmentId: string
    classPublicId: string
    stanceStatement: string | null
    promptCount: number
    pulse: string
  }
  grid: Grid
  needs: readonly Need[]
  query: GridQuery
  paragraphs: readonly number[]
  bring: BringAction
  nudging: Nudging | null
  locale: string
  ownDue: (date: Date) => string
}

/** The first page of results: what needs the teacher, and who has come how far. */
export function GridView(props: GridViewProps) {
  const { assignment, grid, needs, query, bring, nudging, locale } = props
  const results = useTranslations("results")
  const base = `/teach/assignments/${assignment.assignmentId}`
  if (grid.rows.length === 0) return <NoStudents classPublicId={assignment.classPublicId} />
  const rows = sortedOnce(grid.rows, { ...query, locale }).filter(
    (row) => isShown(row, query.show) && isFound(row, query.find),
  )
  return (
    <>
      <NeedsList needs={needs} base={base} nudging={nudging} />
      <section aria-label={results("grid.caption")} id="students" className="scroll-mt-4">
        {grid.rows.every((row) => row.notStarted) && (
          <Notice className="mb-3">{results("grid.nobodyStarted")}</Notice>
        )}
        <GridTools
          query={query}
          base={base}
          counts={countShown(grid.rows)}
          follow={
            <ClientMessages rooms={["results.live"]}>
              <FollowLive assignmentId={assignment.assignmentId} pulse={assignment.pulse} bring={bring} />
            </ClientMessages>
          }
        />
        {rows.length > 0 ? (
          <StudentGrid
            {...props}
            rows={rows}
            base={base}
            hasStance={assignment.stanceStatement !== null}
            hasPrompts={assignment.promptCount > 0}
          />
        ) : (
          <EmptyState
            title={results("grid.nobodyFits", { count: grid.rows.length })}
            act={<TextLink href={base}>{results("grid.showAll")}</TextLink>}
          />
        )}
        <p className="mt-3 text-13 text-ink-3">
          {assignment.stanceStatement !== null && results("grid.foot")}{" "}
          {grid.hidesWriting && assignment.promptCount > 0 && results("grid.notByNameFoot")}{" "}
          <span className="max-md:hidden print:hidden">{results("grid.keys")}</span>
        </p>
      </section>
    </>
  )
}

function countShown(rows: readonly GridRow[]): Record<GridQuery["show"], number> {
  const count = (show: GridQuery["show"]) => rows.filter((row) => isShown(row, show)).length
  return Object.fromEntries(gridShows.map((show) => [show, count(show)])) as Record<GridQuery["show"], number>
}

function NoStudents({ classPublicId }: { classPublicId: string }) {
  const results = useTranslations("results")
  return (
    <EmptyState
      title={results("grid.noStudents")}
      act={
        <ButtonLink variant="main" href={`/teach/classes/${classPublicId}`}>
          {results("grid.toClass")}
        </ButtonLink>
      }
    >
      {results("grid.noStudentsMore")}
    </EmptyState>
  )
}

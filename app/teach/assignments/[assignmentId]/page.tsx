import type { Metadata } from "next"
import { bringResultsAction, nudgeStudentsAction } from "@/app/teach/assignments/[assignmentId]/actions"
import { openResults } from "@/app/teach/assignments/[assignmentId]/open-results"
import { ResultsPage } from "@/app/teach/assignments/[assignmentId]/results-page"
import { GridView } from "@/components/results/grid/grid-view"
import { formatDay, formatInstant } from "@/lib/lesson/school-time"
import { paragraphsOf } from "@/lib/reading/sentences"
import { findNeeds } from "@/lib/results/grid/find-needs"
import { readGridQuery } from "@/lib/results/grid/grid-query"

type Props = {
  params: Promise<{ assignmentId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assignment } = await openResults((await params).assignmentId)
  return { title: `${assignment.title}, ${assignment.className}` }
}

/** The grid of students by steps. */
export default async function GridPage({ params, searchParams }: Props) {
  const open = await openResults((await params).assignmentId)
  const { assignment, grid, analyses, appeals, handwork, revision, may, clock } = open
  const waitsForRelease = assignment.releasePolicy === "by_teacher" && !assignment.releasedAt
  return (
    <ResultsPage open={open} here="grid">
      <GridView
        assignment={assignment}
        grid={grid}
        needs={findNeeds({
          grid,
          analyses,
          openAppeals: may.decideAppeals ? appeals.filter(({ state }) => state === "open") : [],
          mayGrade: may.grade,
          now: clock.now,
          waitsForRelease,
          promptCount: assignment.promptCount,
          handwork,
        })}
        query={readGridQuery(await searchParams)}
        paragraphs={paragraphsOf(revision.sentences).map((paragraph) => paragraph.length)}
        bring={bringResultsAction}
        nudging={
          may.edit && !assignment.archivedAt && clock.now < assignment.closesAt
            ? {
                assignmentId: assignment.assignmentId,
                action: nudgeStudentsAction,
                when: (instant) => formatInstant(instant, clock),
              }
            : null
        }
        locale={clock.locale}
        ownDue={(date) => formatDay(date, clock)}
      />
    </ResultsPage>
  )
}

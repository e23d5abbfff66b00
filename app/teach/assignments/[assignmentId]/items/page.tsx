import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { openResults } from "@/app/teach/assignments/[assignmentId]/open-results"
import { ResultsPage } from "@/app/teach/assignments/[assignmentId]/results-page"
import { ItemsView } from "@/components/results/analysis/items-view"
import { areResultsOut } from "@/lib/results/analysis/headline"

type Props = { params: Promise<{ assignmentId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assignment } = await openResults((await params).assignmentId)
  const results = await getTranslations("results")
  return { title: `${results("tabs.items")}, ${assignment.title}, ${assignment.className}` }
}

/** How each question did. */
export default async function ItemsPage({ params }: Props) {
  const open = await openResults((await params).assignmentId)
  const { assignment, grid, analyses, quiz, revision, may, clock } = open
  return (
    <ResultsPage open={open} here="items">
      <ItemsView
        assignmentId={assignment.assignmentId}
        analyses={analyses}
        quiz={quiz}
        students={grid.rows.map((row) => row.student)}
        finished={grid.done.quiz}
        isReleased={areResultsOut(assignment, clock.now)}
        sentences={revision.sentences}
        mayGrade={may.grade}
      />
    </ResultsPage>
  )
}

import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { openResults } from "@/app/teach/assignments/[assignmentId]/open-results"
import { ResultsPage } from "@/app/teach/assignments/[assignmentId]/results-page"
import { MisreadView } from "@/components/results/misread/misread-view"
import { buildMisread } from "@/lib/results/misread/build-misread"

type Props = { params: Promise<{ assignmentId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assignment } = await openResults((await params).assignmentId)
  const results = await getTranslations("results")
  return { title: `${results("tabs.misread")}, ${assignment.title}, ${assignment.className}` }
}

/** Where the class stumbled over the text. */
export default async function MisreadPage({ params }: Props) {
  const open = await openResults((await params).assignmentId)
  const { assignment, grid, items, answers, finishers, revision, hardPlaces } = open
  return (
    <ResultsPage open={open} here="misread">
      <MisreadView
        assignmentId={assignment.assignmentId}
        misread={buildMisread({ revision, items, answers, finishers, hardPlaces })}
        revision={revision}
        students={grid.rows.map((row) => row.student)}
      />
    </ResultsPage>
  )
}

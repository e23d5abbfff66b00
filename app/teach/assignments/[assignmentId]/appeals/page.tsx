import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { answerAppealAction } from "@/app/teach/assignments/[assignmentId]/appeals/actions"
import { openResults } from "@/app/teach/assignments/[assignmentId]/open-results"
import { ResultsPage } from "@/app/teach/assignments/[assignmentId]/results-page"
import { AppealsView } from "@/components/results/appeals/appeals-view"
import { buildAppeals } from "@/lib/results/appeals/build-appeals"

type Props = { params: Promise<{ assignmentId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assignment } = await openResults((await params).assignmentId)
  const results = await getTranslations("results")
  return { title: `${results("tabs.appeals")}, ${assignment.title}, ${assignment.className}` }
}

/** Where students think their score is wrong: each answer, the key and the reason side by side. */
export default async function AppealsPage({ params }: Props) {
  const open = await openResults((await params).assignmentId)
  const { assignment, items, considered, appeals, grid, revision, may, clock } = open
  const students = grid.rows.map(({ student }) => student)
  return (
    <ResultsPage open={open} here="appeals">
      <AppealsView
        assignmentId={assignment.assignmentId}
        items={buildAppeals({ items, answers: considered, students, appeals })}
        sentences={revision.sentences}
        clock={clock}
        decide={may.decideAppeals ? answerAppealAction : null}
      />
    </ResultsPage>
  )
}

import { notFound } from "next/navigation"
import { openResults } from "@/app/teach/assignments/[assignmentId]/open-results"
import { ResultsPage } from "@/app/teach/assignments/[assignmentId]/results-page"
import { NoStance, StanceSummary } from "@/components/discussion/stance/stance-summary"
import { loadStanceSummary } from "@/lib/discussion/server/load-stance-summary"
import { formatInstant } from "@/lib/lesson/school-time"
import { now } from "@/lib/platform/clock"

type Props = { params: Promise<{ assignmentId: string }> }

/** Who moved, once the step has closed for everybody. */
export default async function StanceSummaryPage({ params }: Props) {
  const { assignmentId } = await params
  const open = await openResults(assignmentId)
  return (
    <ResultsPage open={open} here="stance">
      {open.assignment.stanceStatement === null ? (
        <NoStance />
      ) : (
        <Summary assignmentId={assignmentId} open={open} />
      )}
    </ResultsPage>
  )
}

type Open = Awaited<ReturnType<typeof openResults>>

async function Summary({ assignmentId, open }: { assignmentId: string; open: Open }) {
  const decision = await loadStanceSummary(open.viewer, { assignmentId }, now())
  if (!decision.ok) notFound()
  const { statement, closesAt, summaries } = decision.value
  return (
    <StanceSummary
      assignmentId={assignmentId}
      statement={statement}
      closes={closesAt && formatInstant(closesAt, open.clock)}
      summaries={summaries}
    />
  )
}

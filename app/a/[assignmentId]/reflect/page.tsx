import { requireVisit } from "@/app/a/[assignmentId]/require-visit"
import { StanceMoment } from "@/app/a/[assignmentId]/stance/stance-moment"
import { StanceSummary } from "@/components/discussion/stance/stance-summary"
import { AssignmentFrame } from "@/components/lesson/assignment-frame"
import { loadStanceSummary } from "@/lib/discussion/server/load-stance-summary"
import type { AssignmentVisit } from "@/lib/lesson/server/visit-by-token"
import { now } from "@/lib/platform/clock"

type Props = {
  params: Promise<{ assignmentId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The last stance, after the discussion, and what moved me; once all have closed, how the class moved. */
export default async function ReflectPage({ params, searchParams }: Props) {
  const { assignmentId } = await params
  const visit = await requireVisit(assignmentId, "reflect")
  const { change, moved } = await searchParams
  return (
    <AssignmentFrame visit={visit} here="reflect">
      <StanceMoment
        visit={visit}
        moment="after_discussion"
        href={`/a/${assignmentId}/reflect`}
        isChanging={change === "1"}
        isMoved={moved === "1"}
      />
      {now() >= visit.assignment.closesAt && moved !== "1" && <HowTheClassMoved visit={visit} />}
    </AssignmentFrame>
  )
}

async function HowTheClassMoved({ visit: { viewer, assignment } }: { visit: AssignmentVisit }) {
  const decision = await loadStanceSummary(viewer, { assignmentId: assignment.id }, now())
  if (!decision.ok) return null
  const { statement, summaries } = decision.value
  return (
    <div className="mx-auto max-w-narrow border-rule border-t">
      <StanceSummary assignmentId={assignment.id} {...{ statement, summaries }} closes={null} />
    </div>
  )
}

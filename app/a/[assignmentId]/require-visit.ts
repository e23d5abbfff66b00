import { notFound, redirect } from "next/navigation"
import { loadAssignmentVisit } from "@/lib/lesson/server/load-assignment-visit"
import type { AssignmentVisit } from "@/lib/lesson/server/visit-by-token"
import type { StepName } from "@/lib/lesson/steps"
import { requireViewer } from "@/lib/platform/session"

/**
 * The visit behind every page of an assignment, or away: to sign in, or to "not found" for whoever is not in its
 * class. With a step, whoever cannot open that step (yet, or any more) is led to the assignment's own page, which says
 * why. Staff of the class belong on the teacher's side, but may take part in the discussion.
 */
export async function requireVisit(assignmentId: string, step?: StepName): Promise<AssignmentVisit> {
  const visit = await loadAssignmentVisit(assignmentId)
  if (!visit) {
    await requireViewer(undefined, `/a/${assignmentId}`)
    notFound()
  }
  if (step) leadAway(visit, step)
  return visit
}

function leadAway({ assignment, enrolment, steps }: AssignmentVisit, step: StepName): void {
  if (enrolment.role !== "student") {
    if (step !== "discuss") redirect(`/teach/assignments/${assignment.id}`)
    return
  }
  const view = steps.find((one) => one.step === step)
  if (!view) notFound()
  if (view.state === "locked") redirect(`/a/${assignment.id}`)
}

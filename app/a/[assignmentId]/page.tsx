import { redirect } from "next/navigation"
import { AssignmentFrame } from "@/components/lesson/assignment-frame"
import { AssignmentStanding } from "@/components/lesson/assignment-standing"
import { nextStep } from "@/lib/lesson/steps"
import { now } from "@/lib/platform/clock"
import { requireVisit } from "./require-visit"

type Props = { params: Promise<{ assignmentId: string }> }

/** Leads on to the next step; says how things stand where there is none: not open yet, done, closed, excused. */
export default async function Assignment({ params }: Props) {
  const visit = await requireVisit((await params).assignmentId)
  const { assignment, enrolment, steps, viewer } = visit
  if (enrolment.role !== "student") redirect(`/teach/assignments/${assignment.id}`)
  const next = nextStep(steps)
  if (next?.href && !assignment.excused) redirect(next.href)
  const { timeZone, locale } = viewer.school
  return (
    <AssignmentFrame visit={visit}>
      <AssignmentStanding
        assignment={assignment}
        steps={steps}
        hasQuiz={visit.facts.itemCount > 0 && visit.facts.attempt !== null}
        clock={{ timeZone, locale, now: now() }}
      />
    </AssignmentFrame>
  )
}

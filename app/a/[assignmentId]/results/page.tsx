import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { requireVisit } from "@/app/a/[assignmentId]/require-visit"
import { AssignmentFrame } from "@/components/lesson/assignment-frame"
import { Instant } from "@/components/lesson/instant"
import { ResultsView } from "@/components/quiz/results/results-view"
import { ResultsWithheld } from "@/components/quiz/results/results-withheld"
import type { AssignmentVisit } from "@/lib/lesson/server/load-assignment-visit"
import { now } from "@/lib/platform/clock"
import { closesItself } from "@/lib/quiz/decide-submit"
import { decideRelease, type Release } from "@/lib/quiz/release"
import { closeIfOverdue } from "@/lib/quiz/server/close-overdue-attempts"
import { loadResults } from "@/lib/quiz/server/load-results"
import { loadRevision } from "@/lib/reading/server/load-revision"

type Props = { params: Promise<{ assignmentId: string }> }

export default async function Page({ params }: Props) {
  const visit = await requireVisit((await params).assignmentId)
  const { assignment, enrolment, facts, viewer } = visit
  const at = now()
  if (enrolment.role !== "student") redirect(`/teach/assignments/${assignment.id}`)
  const hasOpenAttempt = await isStillOpen(facts.attempt, at)
  const submittedAttempts = assignment.attemptsUsed - (hasOpenAttempt ? 1 : 0)
  if (hasOpenAttempt || submittedAttempts === 0) redirect(`/a/${assignment.id}/quiz`)
  const attemptsLeft = assignment.attemptsAllowed - assignment.attemptsUsed
  const policy = assignment.releasePolicy
  const decision = decideRelease(
    { ...assignment, policy, submittedAttempts, hasOpenAttempt, attemptsLeft },
    at,
  )
  const clock = { timeZone: viewer.school.timeZone, locale: viewer.school.locale, now: at }
  return (
    <AssignmentFrame visit={visit} here="quiz">
      {decision.released ? (
        <Released visit={visit} release={decision.release} clock={clock} />
      ) : (
        <ResultsWithheld {...decision} assignmentId={assignment.id} clock={clock} />
      )}
    </AssignmentFrame>
  )
}

/** An attempt whose time is over is closed first: then it counts as handed in. */
async function isStillOpen(attempt: AssignmentVisit["facts"]["attempt"], at: Date): Promise<boolean> {
  if (attempt?.state !== "open") return false
  if (!closesItself(attempt, at)) return true
  await closeIfOverdue(attempt.id, at)
  return false
}

type ReleasedProps = {
  visit: AssignmentVisit
  release: Release
  clock: { timeZone: string; locale: string; now: Date }
}

async function Released({ visit: { assignment, enrolment }, release, clock }: ReleasedProps) {
  const words = await getTranslations("quiz.results")
  const [results, revision] = await Promise.all([
    loadResults({
      assignmentId: assignment.id,
      enrolmentId: enrolment.id,
      policy: assignment.counting,
      dueAt: assignment.dueAt,
      release,
    }),
    loadRevision(assignment.revisionId),
  ])
  if (!results || !revision) throw new Error(`Results of assignment ${assignment.id} are incomplete`)
  const since = release.since ?? results.submittedAt
  const kicker = words.rich("kicker", {
    how: release.since ? "released" : results.endedBy,
    at: () => <Instant at={since} clock={clock} />,
  })
  return (
    <ResultsView
      results={results}
      sentences={revision.sentences}
      assignmentId={assignment.id}
      kicker={kicker}
      counting={assignment.counting}
      clock={clock}
    />
  )
}

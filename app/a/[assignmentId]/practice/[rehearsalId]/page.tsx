import { notFound, redirect } from "next/navigation"
import { answerPracticeAction, startPracticeAction } from "@/app/a/[assignmentId]/practice/actions"
import { requireVisit } from "@/app/a/[assignmentId]/require-visit"
import { AssignmentFrame } from "@/components/lesson/assignment-frame"
import { sentencesById } from "@/components/quiz/chosen-sentences"
import { Practice } from "@/components/quiz/practice/practice"
import { QuizArticle } from "@/components/quiz/sitting/quiz-article"
import { ClientMessages } from "@/components/ui/client-messages"
import { releaseFactsOf } from "@/lib/lesson/own-release"
import { loadPractice } from "@/lib/lesson/server/load-practice"
import { now } from "@/lib/platform/clock"
import { decideRelease } from "@/lib/quiz/release"
import { loadRevision } from "@/lib/reading/server/load-revision"

type Props = { params: Promise<{ assignmentId: string; rehearsalId: string }> }

/** A practice of one's own, after the results: never graded, and nobody else's to see. */
export default async function PracticePage({ params }: Props) {
  const { assignmentId, rehearsalId } = await params
  const visit = await requireVisit(assignmentId)
  const { assignment, enrolment, facts } = visit
  if (enrolment.role !== "student") redirect(`/teach/assignments/${assignment.id}`)
  const attemptState = facts.attempt?.state ?? null
  const decision = decideRelease(releaseFactsOf({ ...assignment, attemptState }, assignment), now())
  if (!decision.released) redirect(`/a/${assignment.id}/results`)
  const place = { rehearsalId, enrolmentId: enrolment.id, assignmentId: assignment.id }
  const [practice, revision] = await Promise.all([
    loadPractice(place, decision.release),
    loadRevision(assignment.revisionId),
  ])
  if (!practice) notFound()
  if (!revision) throw new Error(`Revision ${assignment.revisionId} of a lesson is gone`)
  const named = practice.checked.flatMap(({ result }) => result.evidence.sentenceIds)
  return (
    <AssignmentFrame visit={visit} here="quiz" layout="screen">
      <ClientMessages rooms={["quiz"]}>
        <Practice
          place={{ assignmentId: assignment.id, rehearsalId }}
          kind={practice.kind}
          items={practice.items}
          checked={practice.checked}
          isEnded={practice.isEnded}
          inQuiz={practice.inQuiz}
          sentences={sentencesById(named, revision.sentences)}
          answer={answerPracticeAction}
          again={practice.kind === "retry" ? startPracticeAction.bind(null, assignment.id, "retry") : null}
        >
          <QuizArticle html={revision.html} language={revision.language} />
        </Practice>
      </ClientMessages>
    </AssignmentFrame>
  )
}

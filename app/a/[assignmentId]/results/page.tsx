import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { startPracticeAction } from "@/app/a/[assignmentId]/practice/actions"
import { requireVisit } from "@/app/a/[assignmentId]/require-visit"
import {
  makeAppealAction,
  replyToGradeAction,
  withdrawAppealAction,
} from "@/app/a/[assignmentId]/results/actions"
import { AssignmentFrame } from "@/components/lesson/assignment-frame"
import { Instant } from "@/components/lesson/instant"
import { Appeal } from "@/components/quiz/results/appeal"
import type { OwnAppealView } from "@/components/quiz/results/appeal-state"
import { FixTold } from "@/components/quiz/results/fix-told"
import { GradeReplies } from "@/components/quiz/results/grade-replies"
import { PracticeOffer } from "@/components/quiz/results/practice-offer"
import { ResultsView } from "@/components/quiz/results/results-view"
import { ResultsWithheld } from "@/components/quiz/results/results-withheld"
import { OwnDiscussionGrade } from "@/components/results/discussion/own-discussion-grade"
import { OwnOverrideNotice } from "@/components/results/gradebook/own-override-notice"
import { ClientMessages } from "@/components/ui/client-messages"
import { releaseFactsOf } from "@/lib/lesson/own-release"
import { formatClock, formatInstant, localDay } from "@/lib/lesson/school-time"
import type { AssignmentVisit } from "@/lib/lesson/server/visit-by-token"
import { now } from "@/lib/platform/clock"
import { isAppealable } from "@/lib/quiz/appealable"
import type { ItemResult } from "@/lib/quiz/build-results"
import { closesItself } from "@/lib/quiz/decide-submit"
import { isPractisable } from "@/lib/quiz/missed-items"
import { decideRelease, type Release } from "@/lib/quiz/release"
import { closeIfOverdue } from "@/lib/quiz/server/close-overdue-attempts"
import {
  type AttemptResults,
  loadResults,
  type OwnAppeal as StoredAppeal,
} from "@/lib/quiz/server/load-results"
import { verdictGroup } from "@/lib/quiz/verdict"
import { loadRevision } from "@/lib/reading/server/load-revision"
import { loadOwnGrades } from "@/lib/results/server/load-own-grades"

type Props = { params: Promise<{ assignmentId: string }> }

export default async function Page({ params }: Props) {
  const visit = await requireVisit((await params).assignmentId)
  const { assignment, enrolment, facts, viewer } = visit
  const at = now()
  if (enrolment.role !== "student") redirect(`/teach/assignments/${assignment.id}`)
  const hasOpenAttempt = await isStillOpen(facts.attempt, at)
  const submittedAttempts = assignment.attemptsUsed - (hasOpenAttempt ? 1 : 0)
  if (hasOpenAttempt || submittedAttempts === 0) redirect(`/a/${assignment.id}/quiz`)
  const attemptState = hasOpenAttempt ? "open" : "submitted"
  const decision = decideRelease(releaseFactsOf({ ...assignment, attemptState }, assignment), at)
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
  const [results, revision, { discussion, override }] = await Promise.all([
    loadResults({
      assignmentId: assignment.id,
      enrolmentId: enrolment.id,
      policy: assignment.counting,
      dueAt: assignment.dueAt,
      release,
    }),
    loadRevision(assignment.revisionId),
    loadOwnGrades({ assignmentId: assignment.id, enrolmentId: enrolment.id, release }),
  ])
  if (!results || !revision) throw new Error(`Results of assignment ${assignment.id} are incomplete`)
  const since = release.since ?? results.submittedAt
  const kicker = words.rich("kicker", {
    how: release.since ? "released" : results.endedBy,
    at: () => <Instant at={since} clock={clock} />,
  })
  return (
    <ClientMessages rooms={["quiz.appeal", "quiz.gradeReply"]}>
      {override && <OwnOverrideNotice {...override} />}
      <ResultsView
        results={results}
        sentences={revision.sentences}
        assignmentId={assignment.id}
        kicker={kicker}
        counting={assignment.counting}
        clock={clock}
        below={(result, number) => (
          <>
            <FixTold
              counts={result.counts}
              fix={results.fixes.get(result.item.itemId) ?? null}
              clock={clock}
            />
            <OwnReplies {...{ result, number, results, assignmentId: assignment.id, clock }} />
            <OwnAppeal {...{ result, number, results, assignmentId: assignment.id, clock }} />
          </>
        )}
        practice={
          <>
            {discussion && <OwnDiscussionGrade grade={discussion} />}
            <PracticeOffer
              missed={results.items.filter(isToPractise).length}
              start={startPracticeAction.bind(null, assignment.id, "retry")}
            />
          </>
        }
      />
    </ClientMessages>
  )
}

const isToPractise = ({ item, key, verdict, counts }: ItemResult): boolean =>
  !counts.dropped && isPractisable({ ...item, key }) && verdictGroup(verdict) !== "right"

type OwnAppealProps = {
  result: ItemResult
  /** As the student sees it. */
  number: number
  results: AttemptResults
  assignmentId: string
  clock: ReleasedProps["clock"]
}

function OwnAppeal({ result, number, results, assignmentId, clock }: OwnAppealProps) {
  const { item, value, verdict, counts } = result
  const appeal = results.appeals.get(item.itemId)
  const isScored = verdict !== "unanswered" && verdict !== "waiting"
  if (!appeal && (counts.dropped || !isAppealable({ ...item, value, isScored }))) return null
  return (
    <Appeal
      place={{ assignmentId, itemId: item.itemId }}
      position={number}
      appeal={appeal ? appealView(appeal, clock) : null}
      actions={{ make: makeAppealAction, withdraw: withdrawAppealAction }}
    />
  )
}

/** Where a teacher has said something to the answer, or something was said to that before. */
function OwnReplies({ result: { item, grade }, number, results, assignmentId, clock }: OwnAppealProps) {
  const replies = results.replies.get(item.itemId) ?? []
  if (!grade || (grade.comment === "" && replies.length === 0)) return null
  return (
    <GradeReplies
      place={{ assignmentId, itemId: item.itemId }}
      position={number}
      replies={replies.map(({ createdAt, ...reply }) => ({ ...reply, at: shortTime(createdAt, clock) }))}
      action={replyToGradeAction}
    />
  )
}

/** The time alone for what was today. */
const shortTime = (instant: Date, clock: ReleasedProps["clock"]): string =>
  localDay(instant, clock.timeZone) === localDay(clock.now, clock.timeZone)
    ? formatClock(instant, clock)
    : formatInstant(instant, clock)

function appealView(
  { state, reason, answer, createdAt, decidedAt }: StoredAppeal,
  clock: ReleasedProps["clock"],
): OwnAppealView {
  const when = (instant: Date) => shortTime(instant, clock)
  return { state, reason, answer, sentAt: when(createdAt), decidedAt: decidedAt && when(decidedAt) }
}

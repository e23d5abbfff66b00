import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { decideReopen } from "@/lib/quiz/decide-reopen"
import type { ReopenAttemptInput } from "@/lib/quiz/input"
import { decideRelease } from "@/lib/quiz/release"
import type { OwnTermsRule } from "@/lib/quiz/server/start-attempt"
import { lockTaughtAttempt } from "@/lib/quiz/server/taught-attempt"

export type ReopenCall = ReopenAttemptInput & { now: Date; ownTerms: OwnTermsRule }
export type ReopenedAttempt = { deadlineAt: string }

/**
 * Lets a student's newest attempt go on after it ended, with the answers as they are. The scores that stand stay in
 * their place; when the attempt ends again it is scored beside them. Refuses with "missing", "forbidden", or "conflict"
 * where it is open, not the newest, closed for the student, or its results have been shown.
 */
export async function reopenAttempt(viewer: Viewer, call: ReopenCall): Promise<Decision<ReopenedAttempt>> {
  const { attemptId, minutes, now } = call
  return database().$transaction(async (tx) => {
    const attempt = await lockTaughtAttempt(tx, viewer.userId, attemptId)
    const facts = attempt && (await loadFacts(tx, attemptId))
    if (!facts || facts.enrolment.leftAt) return refuse("missing", "quiz.noSuchAttempt")
    if (!can(viewer, "results.grade", attempt)) return refuse("forbidden", "quiz.teachersReopen")
    const decision = decideReopen(reopenFacts(facts, call, viewer.school.timeZone), minutes, now)
    if (!decision.ok) return decision
    const { deadlineAt } = decision.value
    await tx.attempt.update({
      where: { id: attemptId },
      data: {
        state: "open",
        endedBy: null,
        submittedAt: null,
        deadlineAt,
        reopenedAt: now,
        reopenedMinutes: minutes,
        reopenedById: viewer.userId,
      },
      select: { id: true },
    })
    await appendEvent(tx, {
      kind: "attempt.reopened",
      actorId: viewer.userId,
      classId: attempt.classId,
      assignmentId: attempt.assignmentId,
      subjectId: attemptId,
      data: { minutes },
    })
    return allow({ deadlineAt: deadlineAt.toISOString() })
  })
}

function loadFacts(tx: Transaction, attemptId: string) {
  return tx.attempt.findUnique({
    where: { id: attemptId },
    include: {
      assignment: true,
      enrolment: {
        include: { user: { include: { accommodation: true } }, exceptions: true, attempts: true },
      },
    },
    relationLoadStrategy: "join",
  })
}

type Facts = NonNullable<Awaited<ReturnType<typeof loadFacts>>>

function reopenFacts(
  { assignment, assignmentId, enrolment, state, number }: Facts,
  call: ReopenCall,
  timeZone: string,
) {
  const { accommodation } = enrolment.user
  const granted = accommodation && {
    ...accommodation,
    timeMultiplier: Number(accommodation.timeMultiplier),
    timeZone,
  }
  const exception = enrolment.exceptions.find((one) => one.assignmentId === assignmentId) ?? null
  const own = call.ownTerms(assignment, granted, exception)
  const attempts = enrolment.attempts.filter((one) => one.assignmentId === assignmentId)
  const release = {
    policy: assignment.releasePolicy,
    releasedAt: assignment.releasedAt,
    dueAt: own.dueAt,
    closesAt: own.closesAt,
    submittedAttempts: attempts.filter((one) => one.state === "submitted").length,
    hasOpenAttempt: attempts.some((one) => one.state === "open"),
    attemptsLeft: own.attemptsAllowed - attempts.length,
  }
  return {
    state,
    newest: attempts.every((one) => one.number <= number),
    closesAt: own.closesAt,
    putAway: assignment.archivedAt !== null,
    resultsReleased: decideRelease(release, call.now).released,
  }
}

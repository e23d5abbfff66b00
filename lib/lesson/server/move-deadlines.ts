import "server-only"
import { ownTerms } from "@/lib/lesson/own-terms"
import type { Transaction } from "@/lib/platform/database"
import { attemptDeadline } from "@/lib/quiz/own-deadline"

/**
 * Brings the stored deadlines of open sittings in line with the present dates, time limit, accommodations and
 * exceptions, for all students of an assignment or one of them. Gives how many moved.
 */
export async function moveDeadlines(
  tx: Transaction,
  assignmentId: string,
  enrolmentId?: string,
): Promise<number> {
  const open = await openAttempts(tx, assignmentId, enrolmentId)
  const moved = open.flatMap((attempt) => {
    const deadlineAt = deadlineOf(attempt)
    return deadlineAt.getTime() === attempt.deadlineAt?.getTime() ? [] : [{ id: attempt.id, deadlineAt }]
  })
  if (moved.length === 0) return 0
  const [ids, times] = [moved.map((one) => one.id), moved.map((one) => one.deadlineAt)]
  return tx.$executeRaw`
    UPDATE "Attempt" t SET "deadlineAt" = n.at
    FROM unnest(${ids}::uuid[], ${times}::timestamptz[]) AS n(id, at)
    WHERE t.id = n.id AND t.state = 'open'`
}

function openAttempts(tx: Transaction, assignmentId: string, enrolmentId?: string) {
  return tx.attempt.findMany({
    where: { assignmentId, state: "open", ...(enrolmentId ? { enrolmentId } : {}) },
    include: {
      assignment: true,
      enrolment: {
        include: { user: { include: { accommodation: true } }, exceptions: { where: { assignmentId } } },
      },
    },
    relationLoadStrategy: "join",
  })
}

type OpenAttempt = Awaited<ReturnType<typeof openAttempts>>[number]

function deadlineOf({ startedAt, reopenedAt, reopenedMinutes, assignment, enrolment }: OpenAttempt): Date {
  const { accommodation } = enrolment.user
  const granted = accommodation && { ...accommodation, timeMultiplier: Number(accommodation.timeMultiplier) }
  const own = ownTerms(assignment, granted, enrolment.exceptions[0] ?? null)
  if (reopenedAt) return attemptDeadline(reopenedAt, reopenedMinutes, own.closesAt)
  return attemptDeadline(startedAt, own.timeLimitMinutes, own.closesAt)
}

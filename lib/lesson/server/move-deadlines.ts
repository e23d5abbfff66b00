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
  return moveAll(tx, { assignmentId, ...(enrolmentId ? { enrolmentId } : {}) })
}

/** The same for every open sitting of these students, in all their classes. */
export async function moveDeadlinesOf(tx: Transaction, userIds: readonly string[]): Promise<number> {
  return moveAll(tx, { enrolment: { userId: { in: [...userIds] } } })
}

type Which = { assignmentId: string; enrolmentId?: string } | { enrolment: { userId: { in: string[] } } }

async function moveAll(tx: Transaction, which: Which): Promise<number> {
  const open = await openAttempts(tx, which)
  if (open.length === 0) return 0
  const { timeZone } = await tx.school.findFirstOrThrow({ select: { timeZone: true } })
  const moved = open.flatMap((attempt) => {
    const deadlineAt = deadlineOf(attempt, timeZone)
    return deadlineAt.getTime() === attempt.deadlineAt?.getTime() ? [] : [{ id: attempt.id, deadlineAt }]
  })
  if (moved.length === 0) return 0
  const [ids, times] = [moved.map((one) => one.id), moved.map((one) => one.deadlineAt)]
  return tx.$executeRaw`
    UPDATE "Attempt" t SET "deadlineAt" = n.at
    FROM unnest(${ids}::uuid[], ${times}::timestamptz[]) AS n(id, at)
    WHERE t.id = n.id AND t.state = 'open'`
}

function openAttempts(tx: Transaction, which: Which) {
  return tx.attempt.findMany({
    where: { ...which, state: "open" },
    include: {
      assignment: true,
      enrolment: { include: { user: { include: { accommodation: true } }, exceptions: true } },
    },
    relationLoadStrategy: "join",
  })
}

type OpenAttempt = Awaited<ReturnType<typeof openAttempts>>[number]

function deadlineOf(attempt: OpenAttempt, timeZone: string): Date {
  const { startedAt, reopenedAt, reopenedMinutes, assignment, enrolment } = attempt
  const { accommodation } = enrolment.user
  const granted = accommodation && {
    ...accommodation,
    timeMultiplier: Number(accommodation.timeMultiplier),
    timeZone,
  }
  const exception = enrolment.exceptions.find((one) => one.assignmentId === attempt.assignmentId)
  const own = ownTerms(assignment, granted, exception ?? null)
  if (reopenedAt) return attemptDeadline(reopenedAt, reopenedMinutes, own.closesAt)
  return attemptDeadline(startedAt, own.timeLimitMinutes, own.closesAt)
}

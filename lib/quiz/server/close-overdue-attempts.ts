import "server-only"
import { database } from "@/lib/platform/database"
import { reportBug } from "@/lib/platform/log"
import { closesItself } from "@/lib/quiz/decide-submit"
import { closeAttempt, lockAttempt } from "@/lib/quiz/server/close-attempt"

/** At most so many in one go: the next sweep, seconds later, takes the rest. */
const BATCH = 200

/** Closes every attempt whose own deadline and grace have passed, with what was saved, browser open or not. Returns how many. */
export async function closeOverdueAttempts(now: Date): Promise<number> {
  const overdue = await database().$queryRaw<{ id: string }[]>`
    SELECT id FROM "Attempt"
    WHERE state = 'open' AND "deadlineAt" < ${now}
      AND "deadlineAt" + make_interval(mins => "graceMinutes") < ${now}
    ORDER BY "deadlineAt" LIMIT ${BATCH}`
  let closed = 0
  for (const { id } of overdue) {
    // One that cannot be closed must not keep the others open.
    const done = await closeIfOverdue(id, now).catch((error) => {
      reportBug(error, "closing an attempt")
      return false
    })
    if (done) closed++
  }
  return closed
}

/** The same for one attempt, before it is read. True when this call closed it. */
export async function closeIfOverdue(attemptId: string, now: Date): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const attempt = await lockAttempt(tx, attemptId)
    if (!attempt?.deadlineAt || !closesItself(attempt, now)) return false
    const ending = {
      endedBy: "deadline",
      submittedAt: attempt.deadlineAt,
      actorId: null,
      submitKey: null,
    } as const
    await closeAttempt(tx, attempt, ending)
    return true
  })
}

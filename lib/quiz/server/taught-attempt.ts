import "server-only"
import type { Transaction } from "@/lib/platform/database"

export type TaughtAttempt = {
  state: "open" | "submitted"
  assignmentId: string
  classId: string
  classRole: "student" | "assistant" | "teacher"
}

/** The attempt, locked as everywhere before its answers; null for whoever is not in its class now. */
export async function lockTaughtAttempt(
  tx: Transaction,
  userId: string,
  attemptId: string,
): Promise<TaughtAttempt | null> {
  const rows = await tx.$queryRaw<TaughtAttempt[]>`
    SELECT a.state::text, a."assignmentId", g."classId", me.role::text AS "classRole"
    FROM "Attempt" a JOIN "Assignment" g ON g.id = a."assignmentId"
    JOIN "Enrolment" me ON me."classId" = g."classId" AND me."userId" = ${userId}::uuid
         AND me.state = 'active' AND me."leftAt" IS NULL
    WHERE a.id = ${attemptId}::uuid FOR UPDATE OF a`
  return rows[0] ?? null
}

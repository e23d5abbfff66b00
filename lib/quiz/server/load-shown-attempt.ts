import "server-only"
import type { Transaction } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import { type CountingPolicy, countAttempts } from "@/lib/quiz/counted-attempt"
import { pointsEarned } from "@/lib/quiz/scoring"
import { isHeldGrade } from "@/lib/quiz/server/held-grade-store"

export type ShownAttempt = { id: string; submittedAt: Date }

type Row = ShownAttempt & {
  number: number
  reopened: boolean
  scores: { numerator: number; denominator: number; points: number }[]
}

export type ShownCall = {
  assignmentId: string
  enrolmentId: string
  policy: CountingPolicy
  /** The student's own. */
  dueAt: Date
}

/** The finished attempt that a student is shown, by the rule of the results page. Null where none is finished. */
export async function loadShownAttempt(tx: Transaction, call: ShownCall): Promise<ShownAttempt | null> {
  const { assignmentId, enrolmentId, policy, dueAt } = call
  const rows = await tx.$queryRaw<Row[]>`
    SELECT a.id, a.number, a."submittedAt", a."reopenedAt" IS NOT NULL AS reopened,
      coalesce((SELECT jsonb_agg(jsonb_build_object('numerator', s.numerator, 'denominator', s.denominator,
          'points', v.points))
        FROM "AttemptItem" i JOIN "ItemVersion" v ON v.id = i."itemVersionId"
        CROSS JOIN LATERAL (SELECT * FROM "Scoring" n
          WHERE n."attemptId" = a.id AND n."itemId" = i."itemId" ORDER BY n.id DESC LIMIT 1) s
        WHERE i."attemptId" = a.id AND s.numerator IS NOT NULL
          AND NOT ${Prisma.raw(isHeldGrade("s", 'a."assignmentId"'))}), '[]') AS scores
    FROM "Attempt" a
    WHERE a."assignmentId" = ${assignmentId}::uuid AND a."enrolmentId" = ${enrolmentId}::uuid
      AND a.state = 'submitted'`
  const finished = rows.map(({ scores, ...row }) => ({
    ...row,
    earned: pointsEarned(scores.map(({ points, ...share }) => ({ share, points }))),
  }))
  const shown = countAttempts(finished, policy, dueAt)?.shown
  return rows.find(({ number }) => number === shown) ?? null
}

import "server-only"
import type { Transaction } from "@/lib/platform/database"
import type { Prisma } from "@/lib/platform/generated/client"
import type { Fraction } from "@/lib/quiz/fraction"

type Place = { attemptId: string; itemId: string }

export type StandingAppeal = {
  state: "open" | "upheld" | "declined"
  answer: string | null
  by: string | null
  at: Date | null
  /** The score that counts now; nulls where none does. */
  numerator: number | null
  denominator: number | null
  finding: unknown
  keyRevision: number | null
  /** Whether the attempt may count. */
  counts: boolean
}

/** An appeal, locked, and the score it is about. Read after the attempt was locked. Null: there is none. */
export async function loadAppeal(
  tx: Transaction,
  { attemptId, itemId }: Place,
): Promise<StandingAppeal | null> {
  const rows = await tx.$queryRaw<StandingAppeal[]>`
    SELECT p.state::text, p.answer, u."displayName" AS by, p."decidedAt" AS at,
      s.numerator, s.denominator, s.finding, s."keyRevision",
      g."countedAttempt" <> 'newest' OR NOT EXISTS (SELECT 1 FROM "Attempt" n WHERE n."assignmentId" = t."assignmentId"
        AND n."enrolmentId" = t."enrolmentId" AND n.state = 'submitted' AND n.number > t.number) AS counts
    FROM "Appeal" p
    JOIN "Attempt" t ON t.id = p."attemptId"
    JOIN "Assignment" g ON g.id = t."assignmentId"
    LEFT JOIN "User" u ON u.id = p."decidedById"
    LEFT JOIN LATERAL (
      SELECT numerator, denominator, finding, "keyRevision" FROM "Scoring" s
      WHERE s."attemptId" = p."attemptId" AND s."itemId" = p."itemId" ORDER BY s.id DESC LIMIT 1) s ON true
    WHERE p."attemptId" = ${attemptId}::uuid AND p."itemId" = ${itemId}::uuid
    FOR UPDATE OF p`
  return rows[0] ?? null
}

export type CreditedAnswer = Place & {
  saveNumber: number | null
  keyRevision: number
  share: Fraction
  /** What was found of the answer stays as it was: only what it is worth changes. */
  finding: unknown
  teacherId: string
}

/** Appends what a teacher gives for one answer; what stood before stays in its place. */
export async function appendCredit(tx: Transaction, credited: CreditedAnswer): Promise<string> {
  const { share, finding, teacherId, ...place } = credited
  const row = await tx.scoring.create({
    data: {
      ...place,
      ...share,
      finding: (finding ?? { answer: null }) as Prisma.InputJsonValue,
      source: "teacher",
      createdById: teacherId,
    },
    select: { id: true },
  })
  return String(row.id)
}

import "server-only"
import type { Transaction } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import type { KeyContent } from "@/lib/quiz/item-key"
import { keyHeldIn } from "@/lib/quiz/server/key-store"

export type PracticeKind = "retry" | "one_week" | "three_weeks"

export const lockAttempt = (tx: Transaction, attemptId: string) =>
  tx.$queryRaw`SELECT id FROM "Attempt" WHERE id = ${attemptId}::uuid FOR UPDATE`

/** Locks a practice of this student's attempt. Null: there is none such for them. */
export async function lockPractice(
  tx: Transaction,
  { rehearsalId, enrolmentId, assignmentId }: PracticePlace,
): Promise<{ endedAt: Date | null } | null> {
  const rows = await tx.$queryRaw<{ endedAt: Date | null }[]>`
    SELECT h."endedAt" FROM "Rehearsal" h JOIN "Attempt" t ON t.id = h."attemptId"
    WHERE h.id = ${rehearsalId}::uuid AND t."enrolmentId" = ${enrolmentId}::uuid
      AND t."assignmentId" = ${assignmentId}::uuid
    FOR UPDATE OF h`
  return rows[0] ?? null
}

export type PracticePlace = { rehearsalId: string; enrolmentId: string; assignmentId: string }

export type ScoredItem = {
  itemId: string
  itemVersionId: string
  numerator: number | null
  denominator: number | null
  key: KeyContent | null
}

/** The items of a finished attempt with their scores and keys, in its order, but for those taken out. Keys stay in the server. */
export const loadScoredItems = (tx: Transaction, attemptId: string): Promise<ScoredItem[]> =>
  tx.$queryRaw<ScoredItem[]>`
    SELECT i."itemId", i."itemVersionId", s.numerator, s.denominator, ${Prisma.raw(keyHeldIn('i."itemVersionId"', 't."assignmentId"'))} AS key
    FROM "AttemptItem" i JOIN "Attempt" t ON t.id = i."attemptId"
    LEFT JOIN LATERAL (
      SELECT numerator, denominator FROM "Scoring" s
      WHERE s."attemptId" = i."attemptId" AND s."itemId" = i."itemId" ORDER BY s.id DESC LIMIT 1) s ON true
    WHERE i."attemptId" = ${attemptId}::uuid AND NOT EXISTS (SELECT FROM "AssignmentItem" ci
      WHERE ci."assignmentId" = t."assignmentId" AND ci."itemId" = i."itemId" AND ci.dropped)
    ORDER BY i.position`

export type PracticeItem = {
  position: number
  itemId: string
  itemVersionId: string
  optionSeed: number
  value: unknown
  answeredAt: Date | null
  numerator: number | null
  denominator: number | null
  key: KeyContent | null
}

/** One place of a practice that is locked, with its key: for scoring. */
export async function loadPracticeItem(
  tx: Transaction,
  rehearsalId: string,
  position: number,
): Promise<PracticeItem | null> {
  const rows = await tx.$queryRaw<PracticeItem[]>`
    SELECT r.position, r."itemId", i."itemVersionId", r."optionSeed", r.value, r."answeredAt", r.numerator,
      r.denominator, ${Prisma.raw(keyHeldIn('i."itemVersionId"', 't."assignmentId"'))} AS key
    FROM "RehearsalAnswer" r
    JOIN "Rehearsal" h ON h.id = r."rehearsalId"
    JOIN "Attempt" t ON t.id = h."attemptId"
    JOIN "AttemptItem" i ON i."attemptId" = h."attemptId" AND i."itemId" = r."itemId"
    WHERE r."rehearsalId" = ${rehearsalId}::uuid AND r.position = ${position}`
  return rows[0] ?? null
}

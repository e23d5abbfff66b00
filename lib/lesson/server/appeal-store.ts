import "server-only"
import type { Transaction } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import type { ItemLevel } from "@/lib/quiz/item-type"
import { isHeldGrade } from "@/lib/quiz/server/held-grade-store"

type Place = { attemptId: string; itemId: string }

export type AppealedAnswer = {
  type: string
  level: ItemLevel
  content: unknown
  value: unknown
  isScored: boolean
  /** The reason that was given before; null where none was. */
  standing: string | null
}

/** One answer of an attempt, the attempt locked, with what was said of its score. Null: no such item in it. */
export async function lockAppealedAnswer(
  tx: Transaction,
  { attemptId, itemId }: Place,
): Promise<AppealedAnswer | null> {
  await tx.$queryRaw`SELECT id FROM "Attempt" WHERE id = ${attemptId}::uuid FOR UPDATE`
  const rows = await tx.$queryRaw<AppealedAnswer[]>`
    SELECT v.type, v.level::text, v.content, r.value, p.reason AS standing,
      coalesce((SELECT s.numerator IS NOT NULL AND NOT ${Prisma.raw(isHeldGrade("s", 't."assignmentId"'))}
        FROM "Scoring" s
        WHERE s."attemptId" = i."attemptId" AND s."itemId" = i."itemId" ORDER BY s.id DESC LIMIT 1), false) AS "isScored"
    FROM "AttemptItem" i
    JOIN "Attempt" t ON t.id = i."attemptId"
    JOIN "ItemVersion" v ON v.id = i."itemVersionId"
    LEFT JOIN "Response" r ON r."attemptId" = i."attemptId" AND r."itemId" = i."itemId"
    LEFT JOIN "Appeal" p ON p."attemptId" = i."attemptId" AND p."itemId" = i."itemId"
    WHERE i."attemptId" = ${attemptId}::uuid AND i."itemId" = ${itemId}::uuid`
  return rows[0] ?? null
}

import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"
import type { AcceptLateInput } from "@/lib/quiz/input"
import { scoreItems } from "@/lib/quiz/server/close-attempt"
import { lockTaughtAttempt } from "@/lib/quiz/server/taught-attempt"

export type AcceptedLate = { accepted: number }

/**
 * Lets the answers count that a student's attempt got after its deadline. They were kept when they came; now each takes
 * the place of an earlier answer to its item, unless that one has a greater save number, and is scored anew, in a
 * batch beside the scores that stand. Refuses with "missing", "forbidden", or "conflict" where nothing waits: pressed twice, it accepts once.
 */
export async function acceptLateSaves(
  viewer: Viewer,
  { attemptId }: AcceptLateInput,
  now: Date,
): Promise<Decision<AcceptedLate>> {
  return database().$transaction(async (tx) => {
    const attempt = await lockTaughtAttempt(tx, viewer.userId, attemptId)
    if (!attempt) return refuse("missing", "quiz.noSuchAttempt")
    if (!can(viewer, "results.grade", attempt)) return refuse("forbidden", "quiz.teachersOnly")
    // Not scored yet: whoever closes it first scores everything.
    if (attempt.state === "open") return refuse("conflict", "quiz.stillOpen")
    const itemIds = await applyLate(tx, attemptId, now)
    if (itemIds.length === 0) return refuse("conflict", "quiz.nothingLate")
    const batch = { id: newId(), reason: "late answers accepted", createdById: viewer.userId }
    await tx.scoringBatch.create({ data: batch })
    const { assignmentId } = attempt
    await scoreItems(tx, { attemptId, assignmentId, itemIds, batchId: batch.id })
    await appendEvent(tx, {
      kind: "attempt.lateAccepted",
      actorId: viewer.userId,
      classId: attempt.classId,
      assignmentId,
      subjectId: attemptId,
      data: { accepted: itemIds.length },
    })
    return allow({ accepted: itemIds.length })
  })
}

/** Marks all late saves as accepted, and lets the newest of each item count. Answers the items whose answer changed. */
async function applyLate(tx: Transaction, attemptId: string, now: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ itemId: string }[]>`
    WITH accepted AS (
      UPDATE "ResponseSave" SET "acceptedAt" = ${now}
      WHERE "attemptId" = ${attemptId}::uuid AND late AND "acceptedAt" IS NULL
      RETURNING id, "itemId", "saveNumber", value, "savedAt"
    ), newest AS (
      SELECT DISTINCT ON ("itemId") * FROM accepted ORDER BY "itemId", "saveNumber" DESC, id DESC
    )
    INSERT INTO "Response" AS r ("attemptId", "itemId", "saveNumber", value, "savedAt")
    SELECT ${attemptId}::uuid, "itemId", "saveNumber", value, "savedAt" FROM newest ORDER BY "itemId"
    ON CONFLICT ("attemptId", "itemId") DO UPDATE
      SET "saveNumber" = excluded."saveNumber", value = excluded.value, "savedAt" = excluded."savedAt"
      WHERE excluded."saveNumber" > r."saveNumber"
    RETURNING "itemId"`
  return rows.map(({ itemId }) => itemId)
}

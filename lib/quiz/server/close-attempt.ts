import "server-only"
import type { Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import type { Prisma } from "@/lib/platform/generated/client"
import { newId } from "@/lib/platform/ids"
import type { StoredItem } from "@/lib/quiz/public-item"
import {
  leaveGiven,
  type ScorableItem,
  type StandingScore,
  scoreAttempt,
  withdrawScores,
} from "@/lib/quiz/scoring"
import { loadItemVersions } from "@/lib/quiz/server/item-cache"
import { loadKeys } from "@/lib/quiz/server/key-store"

export type LockedAttempt = {
  id: string
  assignmentId: string
  classId: string
  state: "open" | "submitted"
  deadlineAt: Date | null
  graceMinutes: number
  submittedAt: Date | null
  endedBy: "student" | "deadline" | "teacher" | null
  submitKey: string | null
  /** The teacher who let it go on after it had ended, and been scored, once. */
  reopenedById: string | null
}

/** Locks the attempt: the first lock of every transaction that closes one. Null where there is none. */
export async function lockAttempt(tx: Transaction, attemptId: string): Promise<LockedAttempt | null> {
  const rows = await tx.$queryRaw<LockedAttempt[]>`
    SELECT a.id, a."assignmentId", g."classId", a.state::text, a."deadlineAt", a."graceMinutes", a."submittedAt",
      a."endedBy"::text, a."submitKey", a."reopenedById"
    FROM "Attempt" a JOIN "Assignment" g ON g.id = a."assignmentId"
    WHERE a.id = ${attemptId}::uuid FOR UPDATE OF a`
  return rows[0] ?? null
}

export type Ending = {
  endedBy: "student" | "deadline" | "teacher"
  /** The moment that counts: of handing in, or the deadline itself. */
  submittedAt: Date
  actorId: string | null
  submitKey: string | null
}

/** Closes a locked, open attempt and scores what was saved, once, in the transaction that holds the lock. */
export async function closeAttempt(tx: Transaction, attempt: LockedAttempt, ending: Ending): Promise<void> {
  const batchId = await batchOfReopened(tx, attempt)
  const { assignmentId } = attempt
  const scored = await scoreItems(tx, { attemptId: attempt.id, assignmentId, itemIds: null, batchId })
  const { endedBy, submittedAt, submitKey } = ending
  await tx.attempt.update({
    where: { id: attempt.id },
    data: { state: "submitted", endedBy, submittedAt, submitKey },
    select: { id: true },
  })
  await appendEvent(tx, {
    kind: "attempt.submitted",
    actorId: ending.actorId,
    classId: attempt.classId,
    assignmentId: attempt.assignmentId,
    subjectId: attempt.id,
    data: { endedBy, scored },
  })
}

/** The first score of an item is given once. One that ended before is scored anew, beside it, as an act of who reopened it. */
async function batchOfReopened(tx: Transaction, { reopenedById }: LockedAttempt): Promise<string | null> {
  if (!reopenedById) return null
  const batch = { id: newId(), reason: "attempt reopened", createdById: reopenedById }
  await tx.scoringBatch.create({ data: batch, select: { id: true } })
  return batch.id
}

/** Which items of an attempt to score: all of them, or those named. In a batch it is a regrade; without, the first score. */
export type Scored = {
  attemptId: string
  assignmentId: string
  itemIds: readonly string[] | null
  batchId: string | null
}

/**
 * Scores what is saved, in the transaction that holds the attempt's lock. Rows are added; none is written over. In a
 * batch, a score whose answer is gone is taken back by a row of its own. Answers how many were scored.
 */
export async function scoreItems(
  tx: Transaction,
  { attemptId, assignmentId, itemIds, batchId }: Scored,
): Promise<number> {
  const items = (await loadScorableItems(tx, attemptId, assignmentId)).filter(
    ({ itemId }) => itemIds?.includes(itemId) ?? true,
  )
  const standing = batchId ? await loadStandingScores(tx, attemptId) : []
  const scorings = leaveGiven(scoreAttempt(items), standing)
  const withdrawn = withdrawScores(standing, items, scorings)
  await tx.scoring.createMany({
    data: [...scorings, ...withdrawn].map((scoring) => ({
      attemptId,
      ...scoring,
      finding: scoring.finding as Prisma.InputJsonValue,
      source: batchId ? ("regrade" as const) : ("automatic" as const),
      batchId,
    })),
  })
  return scorings.length
}

/** The newest score of each item that has one that counts. */
const loadStandingScores = (tx: Transaction, attemptId: string): Promise<StandingScore[]> =>
  tx.$queryRaw<StandingScore[]>`
    SELECT s."itemId", s."saveNumber", s."keyRevision", s.source = 'teacher' AS "givenByHand"
    FROM (SELECT DISTINCT ON ("itemId") * FROM "Scoring" WHERE "attemptId" = ${attemptId}::uuid
      ORDER BY "itemId", id DESC) s
    WHERE s.numerator IS NOT NULL`

type SavedRow = { itemId: string; itemVersionId: string; saveNumber: number | null; value: unknown }

async function loadScorableItems(
  tx: Transaction,
  attemptId: string,
  assignmentId: string,
): Promise<ScorableItem[]> {
  const rows = await tx.$queryRaw<SavedRow[]>`
    SELECT ai."itemId", ai."itemVersionId", r."saveNumber", r.value
    FROM "AttemptItem" ai
    LEFT JOIN "Response" r ON r."attemptId" = ai."attemptId" AND r."itemId" = ai."itemId"
    WHERE ai."attemptId" = ${attemptId}::uuid ORDER BY ai.position`
  const ids = rows.map(({ itemVersionId }) => itemVersionId)
  const [versions, keys] = [await loadItemVersions(ids), await loadKeys(tx, ids, assignmentId)]
  return rows.map(({ itemId, itemVersionId, saveNumber, value }) => {
    const { type, level, content } = versions.get(itemVersionId) as StoredItem
    const response = saveNumber === null ? null : { saveNumber, value }
    return { itemId, type, level, content, key: keys.get(itemVersionId) ?? null, response }
  })
}

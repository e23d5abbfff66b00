import "server-only"
import { pool, type Transaction } from "@/lib/platform/database"
import { isKeyed } from "@/lib/quiz/authored-item"
import type { FixedItem, FixFacts, FixStudent, ItemAttempt } from "@/lib/results/fixing/fix-facts"
import type { FixKind } from "@/lib/results/fixing/fix-input"
import type { FixBatch } from "@/lib/results/fixing/history"
import { batchAfter, itemState } from "@/lib/results/fixing/item-state"
import { FINISHED_AND_WRITTEN, RESULTS } from "@/lib/results/server/results-statement"
import { itemFactsOf, type RawResults, type ResultsRow, resultsRowOf } from "@/lib/results/server/store"

/** What the fixing of one item is made of, besides what every page of results is. */
type FixColumns = {
  itemAttempts: (Omit<ItemAttempt, "standing" | "previous"> & {
    scorings: ItemAttempt["standing"][] | null
  })[]
  own: { lessonPoints: number; ownPoints: number | null } | null
  openAttempts: number
  newestBatchId: string | null
  batches: RawBatch[]
  lessonId: string
  /** The viewer may put the lesson's own question right. */
  ownsLesson: boolean
}

type RawBatch = {
  batchId: string
  kind: FixKind | null
  reason: string
  createdAt: string
  by: string | null
  undoesBatchId: string | null
  before: unknown
  after: unknown
}

// Ids of batches are in the order in which they got the lock. Of the two newest scores the second is what stood before the first: it comes back where a batch is taken back.
const FIX = `${FINISHED_AND_WRITTEN}
  SELECT r.*,
    (SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]') FROM (
      SELECT t.id AS "attemptId", t."enrolmentId",
        (SELECT jsonb_build_object('saveNumber', rs."saveNumber", 'value', rs.value) FROM "Response" rs
          WHERE rs."attemptId" = t.id AND rs."itemId" = i."itemId") AS response,
        (SELECT jsonb_agg(jsonb_build_object('scoringId', s.id::text, 'batchId', s."batchId", 'saveNumber', s."saveNumber",
            'keyRevision', s."keyRevision", 'numerator', s.numerator, 'denominator', s.denominator, 'finding', s.finding,
            'givenByHand', s.source = 'teacher') ORDER BY s.id DESC)
          FROM (SELECT * FROM "Scoring" y WHERE y."attemptId" = t.id AND y."itemId" = i."itemId"
            ORDER BY y.id DESC LIMIT 2) s) AS scorings
      FROM "Attempt" t
      JOIN "AttemptItem" i ON i."attemptId" = t.id AND i."itemId" = $3
      JOIN "LessonVersionItem" li ON li."lessonVersionId" = r."lessonVersionId" AND li."itemVersionId" = i."itemVersionId"
      WHERE t."assignmentId" = $2 AND t.state = 'submitted') x) AS "itemAttempts",
    (SELECT jsonb_build_object('lessonPoints', v.points, 'ownPoints', o.points)
      FROM "LessonVersionItem" li JOIN "ItemVersion" v ON v.id = li."itemVersionId"
      LEFT JOIN "AssignmentItem" o ON o."assignmentId" = $2 AND o."itemId" = v."itemId"
      WHERE li."lessonVersionId" = r."lessonVersionId" AND v."itemId" = $3) AS own,
    (SELECT count(*)::int FROM "Attempt" t JOIN "AttemptItem" i ON i."attemptId" = t.id AND i."itemId" = $3
      WHERE t."assignmentId" = $2 AND t.state = 'open') AS "openAttempts",
    (SELECT b.id FROM "ScoringBatch" b WHERE b."assignmentId" = $2 ORDER BY b.id DESC LIMIT 1)
      AS "newestBatchId",
    (SELECT coalesce(jsonb_agg(to_jsonb(h)), '[]') FROM (
      SELECT b.id AS "batchId", b.kind, b.reason, b."createdAt", u."displayName" AS by, b."undoesBatchId", b.before, b.after
      FROM "ScoringBatch" b LEFT JOIN "User" u ON u.id = b."createdById"
      WHERE b."assignmentId" = $2 AND b."itemId" = $3 ORDER BY b.id DESC) h) AS batches,
    l.id AS "lessonId", l."ownerId" = $1 AS "ownsLesson"
  FROM (${RESULTS}) r
  JOIN "LessonVersion" lv ON lv.id = r."lessonVersionId"
  JOIN "Lesson" l ON l.id = lv."lessonId"`

export type FixPlace = { userId: string; assignmentId: string; itemId: string }

/** An item of an assignment with all that a change of it is worked out of; null facts: it asks nothing, or is not in it. */
export type FixRow = {
  results: ResultsRow
  facts: FixFacts | null
  /** Newest first. */
  batches: FixBatch[]
  lesson: { lessonId: string; isOwn: boolean }
}

/** In one trip, outside of any transaction: for looking. Null: no such assignment, or not in a class of this user. */
export async function loadFixRow({ userId, assignmentId, itemId }: FixPlace): Promise<FixRow | null> {
  const statement = { name: "fix", text: FIX, values: [userId, assignmentId, itemId] }
  const row = (await pool().query<RawResults & FixColumns>(statement)).rows[0]
  return row ? fixRowOf(row, itemId, userId) : null
}

/**
 * The same once nobody else can change it: the assignment is locked, and every attempt of it, in this order everywhere. An
 * attempt that is being handed in is waited for; one that is handed in later is scored by what is written here.
 */
export async function lockFixRow(
  tx: Transaction,
  { userId, assignmentId, itemId }: FixPlace,
): Promise<FixRow | null> {
  await tx.$queryRaw`SELECT id FROM "Assignment" WHERE id = ${assignmentId}::uuid FOR UPDATE`
  await tx.$queryRaw`SELECT id FROM "Attempt" WHERE "assignmentId" = ${assignmentId}::uuid ORDER BY id FOR UPDATE`
  const rows = await tx.$queryRawUnsafe<(RawResults & FixColumns)[]>(TYPED_FIX, userId, assignmentId, itemId)
  const [row] = rows
  return row ? fixRowOf(row, itemId, userId) : null
}

/** Prisma sends text, which has to be told what it is. */
const TYPED_FIX = FIX.replace(/\$([123])(?!\d)/g, "$$$1::uuid")

function fixRowOf(row: RawResults & FixColumns, itemId: string, viewerId: string): FixRow {
  const { itemAttempts, own, openAttempts, newestBatchId, batches, lessonId, ownsLesson, ...raw } = row
  const results = resultsRowOf(raw, viewerId)
  const stored = results.items.find((item) => item.itemId === itemId)
  const item: FixedItem | null =
    stored && own
      ? {
          ...itemFactsOf(stored),
          ...own,
          itemVersionId: stored.itemVersionId,
          content: stored.content,
          heldKey: stored.key,
        }
      : null
  const facts = item && {
    item,
    items: results.items.map((one) => ({ ...one, isKeyed: isKeyed(one.level) })),
    students: raw.students.map((student) => fixStudentOf(student, results.assignment.dueAt)),
    answers: results.considered,
    itemAttempts: itemAttempts.map(itemAttemptOf),
    policy: results.assignment,
    openAttempts,
    newestBatchId,
  }
  return { results, facts, batches: batches.map(batchOf), lesson: { lessonId, isOwn: ownsLesson } }
}

const itemAttemptOf = ({ scorings, ...attempt }: FixColumns["itemAttempts"][number]): ItemAttempt => ({
  ...attempt,
  standing: scorings?.[0] ?? null,
  previous: scorings?.[1] ?? null,
})

function fixStudentOf(
  { enrolmentId, displayName, hasLeft, ownDueAt, attempts }: RawResults["students"][number],
  dueAt: Date,
): FixStudent {
  const stored = attempts.map((one) => ({
    ...one,
    submittedAt: one.submittedAt ? new Date(one.submittedAt) : null,
  }))
  return {
    enrolmentId,
    displayName,
    hasLeft,
    dueAt: ownDueAt ? new Date(ownDueAt) : dueAt,
    attempts: stored,
  }
}

const batchOf = ({ createdAt, by, before, after, ...batch }: RawBatch): FixBatch => ({
  ...batch,
  by: by ?? "",
  at: new Date(createdAt),
  before: itemState.safeParse(before).data ?? null,
  after: batchAfter.safeParse(after).data ?? null,
})

/** Who last put something right in an assignment. */
export async function lastToFix(tx: Transaction, assignmentId: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ by: string }[]>`
    SELECT u."displayName" AS by FROM "ScoringBatch" b JOIN "User" u ON u.id = b."createdById"
    WHERE b."assignmentId" = ${assignmentId}::uuid ORDER BY b.id DESC LIMIT 1`
  return row?.by ?? ""
}

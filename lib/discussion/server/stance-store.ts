import "server-only"
import { hasPostedIn } from "@/lib/discussion/server/alias-store"
import { OWN_CLOSE } from "@/lib/discussion/server/place"
import type { StanceAnswer } from "@/lib/discussion/stance/decide-stance"
import { hasMoved, type KeptMovedBy, NOTHING_MOVED } from "@/lib/discussion/stance/moved-by"
import { comparisonsOf, type Moment } from "@/lib/discussion/stance/stance-moments"
import { type MovedPair, type MovedSummary, summariseMoved } from "@/lib/discussion/stance/summarise-moved"
import { type ShiftSummary, summariseShift } from "@/lib/discussion/stance/summarise-shift"
import { database, pool, type Transaction } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import { newRandomId } from "@/lib/platform/ids"

/**
 * Stances, behind their wall: the only file that reads or writes "StanceSubject", "Stance" and "StanceSummary".
 * Nothing here keeps a time or writes an event, and no transaction that writes here writes elsewhere.
 */

/**
 * Which moments a person has completed in an assignment, as text[]; "prefers not to say" counts. Never what was said.
 * Both arguments are SQL expressions of the caller's own making, never input.
 */
export const momentsGiven = (userId: string, assignmentId: string): string => `ARRAY(
  SELECT st.moment::text FROM "StanceSubject" ss JOIN "Stance" st ON st."subjectId" = ss.id
  WHERE ss."userId" = ${userId} AND ss."assignmentId" = ${assignmentId} ORDER BY st.moment)`

/** Is the class's summary made, so that no stance may change any more? An SQL expression, as above. */
export const isFrozen = (assignmentId: string): string =>
  `EXISTS (SELECT 1 FROM "StanceSummary" sm WHERE sm."assignmentId" = ${assignmentId})`

type OfPerson = { userId: string; assignmentId: string; moment: Moment }

/** A person's own answer at one moment, for themselves while they change it. The caller passes the viewer's own id. */
export async function loadOwnStance({
  userId,
  assignmentId,
  moment,
}: OfPerson): Promise<StanceAnswer | null> {
  const subject = { userId, assignmentId }
  const select = { position: true, confidence: true, reason: true } as const
  return database().stance.findFirst({ where: { moment, subject }, select })
}

/** `from`: the moment that this one is held against. */
type Move = OfPerson & { from: Moment | null }

/**
 * Keeps one answer over the earlier one of the same moment, and says whether they moved since the moment before. Null
 * when the summary was made meanwhile: the lock on the assignment decides which came first. What moved them stays only
 * with the place that it was said of.
 */
export async function keepStance(of: Move, answer: StanceAnswer): Promise<{ moved: boolean } | null> {
  const { userId, assignmentId, moment, from } = of
  return whileUnfrozen(assignmentId, async (tx) => {
    const subjectId = await ensureSubject(tx, userId, assignmentId)
    const rows = await tx.stance.findMany({ where: { subjectId }, select: { moment: true, position: true } })
    const placeAt = (at: Moment | null) => rows.find((row) => row.moment === at)?.position ?? null
    const where = { subjectId_moment: { subjectId, moment } }
    const update = placeAt(moment) === answer.position ? answer : { ...answer, ...NOTHING_MOVED }
    await tx.stance.upsert({ where, create: { subjectId, moment, ...answer }, update })
    return { moved: hasMoved(placeAt(from), answer.position) }
  })
}

/** Runs what changes a stance, unless the summary of the assignment is made: then null. */
async function whileUnfrozen<T>(
  assignmentId: string,
  change: (tx: Transaction) => Promise<T>,
): Promise<T | null> {
  return database().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Assignment" WHERE id = ${assignmentId}::uuid FOR SHARE`
    const made = await tx.stanceSummary.findFirst({ where: { assignmentId }, select: { assignmentId: true } })
    return made ? null : change(tx)
  })
}

export type OwnMove = KeptMovedBy & { moved: boolean }

/** Whether a person moved since the moment before, and what they said moved them; for themselves alone. */
export async function loadOwnMove({ userId, assignmentId, moment, from }: Move): Promise<OwnMove | null> {
  const subject = { userId, assignmentId }
  const rows = await database().stance.findMany({ where: { subject } })
  const now = rows.find((row) => row.moment === moment)
  if (!now) return null
  const before = rows.find((row) => row.moment === from)
  const { position, movedBy, movedBySentenceId, movedByPostId } = now
  return { moved: hasMoved(before?.position ?? null, position), movedBy, movedBySentenceId, movedByPostId }
}

/** Keeps what moved a person at a moment. False when the summary was made meanwhile. */
export async function keepMovedBy(
  { userId, assignmentId, moment }: OfPerson,
  by: KeptMovedBy,
): Promise<boolean> {
  const kept = await whileUnfrozen(assignmentId, (tx) =>
    tx.stance.updateMany({
      where: { moment, position: { not: null }, subject: { userId, assignmentId } },
      data: by,
    }),
  )
  return kept !== null && kept.count > 0
}

async function ensureSubject(tx: Transaction, userId: string, assignmentId: string): Promise<string> {
  const [subject] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "StanceSubject" (id, "userId", "assignmentId")
    VALUES (${newRandomId()}::uuid, ${userId}::uuid, ${assignmentId}::uuid)
    ON CONFLICT ("userId", "assignmentId") DO UPDATE SET "userId" = excluded."userId" RETURNING id`
  if (!subject) throw new Error("no subject for a stance")
  return subject.id
}

/** `moved` is missing in summaries that were made before anybody was asked. */
export type FrozenSummary = { from: Moment; to: Moment; summary: ShiftSummary & { moved?: MovedSummary } }

/** The frozen summaries of an assignment, in order; none before they are made. The caller has authorised. */
export async function loadSummaries(assignmentId: string): Promise<FrozenSummary[]> {
  const rows = await database().stanceSummary.findMany({
    where: { assignmentId },
    orderBy: { toMoment: "asc" },
  })
  return rows.map((row) => ({
    from: row.fromMoment,
    to: row.toMoment,
    summary: row.summary as FrozenSummary["summary"],
  }))
}

/** When the last student's own close of an assignment is. */
const LAST_CLOSE = `
  SELECT greatest(a."closesAt", max(${OWN_CLOSE})) AS "closesAt"
  FROM "Assignment" a
  LEFT JOIN "Enrolment" e ON e."classId" = a."classId" AND e.role = 'student'
  LEFT JOIN "Accommodation" ac ON ac."userId" = e."userId"
  LEFT JOIN "AssignmentException" ex ON ex."assignmentId" = a.id AND ex."enrolmentId" = e.id
  WHERE a.id = $1 GROUP BY a.id`

/** When stances of this assignment can no longer change: the close of whoever may take longest. */
export async function loadLastClose(assignmentId: string): Promise<Date | null> {
  const found = await pool().query<{ closesAt: Date }>(LAST_CLOSE, [assignmentId])
  return found.rows[0]?.closesAt ?? null
}

/**
 * Makes the summaries of an assignment, once: later calls change nothing, so that two summaries of two days can never
 * be compared. Counts the class's students of that moment. The caller has found that the last close has passed.
 */
export async function freezeSummaries(assignmentId: string, promptCount: number): Promise<void> {
  await database().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Assignment" WHERE id = ${assignmentId}::uuid FOR UPDATE`
    if (await tx.stanceSummary.findFirst({ where: { assignmentId }, select: { assignmentId: true } })) return
    for (const [fromMoment, toMoment] of comparisonsOf(promptCount)) {
      const pairs = await loadPairs(tx, { assignmentId, fromMoment, toMoment })
      const shift = summariseShift(pairs)
      const summary = { ...shift, moved: summariseMoved(pairs, shift) }
      await tx.stanceSummary.create({ data: { assignmentId, fromMoment, toMoment, summary } })
    }
  })
}

type Between = { assignmentId: string; fromMoment: Moment; toMoment: Moment }

/** What each student of the class who completed both moments said, and named as what moved them, without who. */
function loadPairs(tx: Transaction, { assignmentId, fromMoment, toMoment }: Between): Promise<MovedPair[]> {
  return tx.$queryRaw<MovedPair[]>`
    WITH pair AS (
      SELECT e.id AS "enrolmentId", earlier.position AS "from", later.position AS "to",
             later."movedBySentenceId" AS "sentenceId", later."movedByPostId" AS "postId"
      FROM "Assignment" a
      JOIN "Enrolment" e ON e."classId" = a."classId" AND e.role = 'student' AND e.state = 'active' AND e."leftAt" IS NULL
      JOIN "StanceSubject" ss ON ss."assignmentId" = a.id AND ss."userId" = e."userId"
      JOIN "Stance" earlier ON earlier."subjectId" = ss.id AND earlier.moment = ${fromMoment}::"StanceMoment"
      JOIN "Stance" later ON later."subjectId" = ss.id AND later.moment = ${toMoment}::"StanceMoment"
      WHERE a.id = ${assignmentId}::uuid)
    SELECT pair."from", pair."to",
           CASE WHEN pair."sentenceId" IS NOT NULL THEN json_build_object('kind', 'sentence', 'id', pair."sentenceId")
                WHEN pair."postId" IS NOT NULL THEN json_build_object('kind', 'post', 'id', pair."postId") END AS by,
           ARRAY(SELECT named.id::text FROM "Post" named
                 WHERE named.id IN (SELECT "postId" FROM pair) AND ${SEES}) AS sees
    FROM pair`
}

const SEES = Prisma.raw(hasPostedIn('named."threadId"', 'pair."enrolmentId"'))

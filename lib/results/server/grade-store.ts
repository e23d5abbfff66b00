import "server-only"
import type { Transaction } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import type { Fraction } from "@/lib/quiz/fraction"
import type { KeyContent } from "@/lib/quiz/item-key"
import type { ItemLevel } from "@/lib/quiz/item-type"
import type { Grade } from "@/lib/quiz/rubric"
import { countedJoin } from "@/lib/quiz/server/assignment-item-store"
import { keyHeldIn } from "@/lib/quiz/server/key-store"

export type LockedAnswer = {
  classId: string
  classRole: "student" | "assistant" | "teacher"
  state: "open" | "submitted"
  type: string
  level: ItemLevel
  content: unknown
  points: number
  key: KeyContent | null
  value: unknown
  saveNumber: number | null
}

type Place = { assignmentId: string; attemptId: string; itemId: string }

/**
 * One answer of an attempt, the attempt locked, through a class the user is in now. Null: there is no such answer for
 * them.
 */
export async function lockAnswer(
  tx: Transaction,
  userId: string,
  { assignmentId, attemptId, itemId }: Place,
): Promise<LockedAnswer | null> {
  const rows = await tx.$queryRaw<LockedAnswer[]>`
    SELECT a."classId", me.role::text AS "classRole", t.state::text, v.type, v.level::text, v.content, coalesce(ci.points, v.points) AS points,
      ${Prisma.raw(keyHeldIn("v.id", "a.id"))} AS key, r.value, r."saveNumber"
    FROM "Attempt" t
    JOIN "Assignment" a ON a.id = t."assignmentId"
    JOIN "Enrolment" me ON me."classId" = a."classId" AND me."userId" = ${userId}::uuid
      AND me.state = 'active' AND me."leftAt" IS NULL
    JOIN "AttemptItem" i ON i."attemptId" = t.id AND i."itemId" = ${itemId}::uuid
    JOIN "ItemVersion" v ON v.id = i."itemVersionId"
    LEFT JOIN "Response" r ON r."attemptId" = t.id AND r."itemId" = i."itemId"
    ${Prisma.raw(countedJoin("a.id", "v"))}
    WHERE t.id = ${attemptId}::uuid AND a.id = ${assignmentId}::uuid
    FOR UPDATE OF t`
  return rows[0] ?? null
}

export type StandingGrade = {
  scoringId: string
  grade: Grade | null
  saveNumber: number | null
  keyRevision: number
  by: string
  byId: string | null
  at: Date
}

/** The grade that counts now; null where none was given, or it was taken back. Read after the lock, so that it is the last one. */
export async function newestGrade(
  tx: Transaction,
  { attemptId, itemId }: Place,
): Promise<StandingGrade | null> {
  const rows = await tx.$queryRaw<StandingGrade[]>`
    SELECT s.id::text AS "scoringId", s.finding->'grade' AS grade, s."saveNumber", s."keyRevision", coalesce(u."displayName", '') AS by,
      s."createdById" AS "byId", s."createdAt" AS at
    FROM (SELECT * FROM "Scoring" WHERE "attemptId" = ${attemptId}::uuid AND "itemId" = ${itemId}::uuid
      ORDER BY id DESC LIMIT 1) s LEFT JOIN "User" u ON u.id = s."createdById"
    WHERE s.numerator IS NOT NULL`
  return rows[0] ?? null
}

export type NewGrade = Place & {
  saveNumber: number | null
  keyRevision: number
  share: Fraction
  grade: Grade
  graderId: string
}

/** Appends the grade; earlier ones stay. */
export async function appendGrade(tx: Transaction, graded: NewGrade): Promise<string> {
  const { attemptId, itemId, saveNumber, keyRevision, share, grade, graderId } = graded
  const row = await tx.scoring.create({
    data: {
      attemptId,
      itemId,
      saveNumber,
      keyRevision,
      ...share,
      finding: { answer: null, grade } as Prisma.InputJsonValue,
      source: "teacher",
      createdById: graderId,
    },
    select: { id: true },
  })
  return String(row.id)
}

export type SecondStanding = { againstId: string; grade: Grade; saveNumber: number | null; byId: string }

/** Whether two graders are asked for, and what a second gave last. One trip. */
export async function secondGrader(
  tx: Transaction,
  { assignmentId, attemptId, itemId }: Place,
): Promise<{ asksSecond: boolean; second: SecondStanding | null }> {
  const rows = await tx.$queryRaw<{ asksSecond: boolean; second: SecondStanding | null }[]>`
    SELECT coalesce((SELECT "asksSecond" FROM "AssignmentGrading" WHERE "assignmentId" = ${assignmentId}::uuid), false)
        AS "asksSecond",
      (SELECT jsonb_build_object('againstId', g."againstId"::text, 'grade', g.grade, 'saveNumber', g."saveNumber",
          'byId', g."graderId")
        FROM "SecondGrade" g WHERE g."attemptId" = ${attemptId}::uuid AND g."itemId" = ${itemId}::uuid
        ORDER BY g.id DESC LIMIT 1) AS second`
  return rows[0] ?? { asksSecond: false, second: null }
}

/** Appends what a second grader gave beside the grade that stands. It counts for nothing by itself. */
export async function appendSecond(
  tx: Transaction,
  graded: NewGrade & { againstId: string },
): Promise<string> {
  const { attemptId, itemId, saveNumber, keyRevision, share, grade, graderId, againstId } = graded
  const row = await tx.secondGrade.create({
    data: {
      ...{ attemptId, itemId, saveNumber, keyRevision, graderId },
      ...share,
      againstId: BigInt(againstId),
      grade: grade as Prisma.InputJsonValue,
    },
    select: { id: true },
  })
  return String(row.id)
}

/** The draft is given: its words go, and its number stays, so that a late save of it brings nothing back. */
export async function closeDraft(
  tx: Transaction,
  {
    attemptId,
    itemId,
    graderId,
    number,
  }: Pick<Place, "attemptId" | "itemId"> & { graderId: string; number: number | null },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "GradeDraft" AS d ("attemptId", "itemId", "graderId", number, "savedAt")
    VALUES (${attemptId}::uuid, ${itemId}::uuid, ${graderId}::uuid, ${number ?? 1}, now())
    ON CONFLICT ("attemptId", "itemId", "graderId") DO UPDATE
      SET number = greatest(d.number, excluded.number), levels = NULL, comment = NULL, "basedOn" = NULL,
        "savedAt" = excluded."savedAt"`
}

import "server-only"
import type { PostNames } from "@/lib/discussion/names/names-shown"
import { ownPostCount } from "@/lib/discussion/server/alias-store"
import type { Transaction } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import type { Fraction } from "@/lib/quiz/fraction"
import type { Grade } from "@/lib/quiz/rubric"
import type { NumberedRubric } from "@/lib/results/discussion/discussion-grade"

export type LockedDiscussion = {
  classId: string
  classRole: "student" | "assistant" | "teacher"
  postNames: PostNames
}

/**
 * The discussion of an assignment, locked against other graders, through a class the user is in now. Null: there is none
 * for them.
 */
export async function lockDiscussion(
  tx: Transaction,
  userId: string,
  assignmentId: string,
): Promise<LockedDiscussion | null> {
  const rows = await tx.$queryRaw<LockedDiscussion[]>`
    SELECT a."classId", me.role::text AS "classRole", a."postNames"::text AS "postNames"
    FROM "Assignment" a
    JOIN "Enrolment" me ON me."classId" = a."classId" AND me."userId" = ${userId}::uuid
      AND me.state = 'active' AND me."leftAt" IS NULL
    WHERE a.id = ${assignmentId}::uuid
    FOR NO KEY UPDATE OF a`
  return rows[0] ?? null
}

export type StandingDiscussionGrade = Grade & {
  gradeId: string
  rubricNumber: number
  by: string
  at: string
}

export type GradedStudent = {
  /** Posts that were not taken back. */
  posts: number
  /** The newest rubric; null while a teacher has neither changed nor used the first one. */
  current: NumberedRubric | null
  /** The grade that counts now. */
  standing: StandingDiscussionGrade | null
}

/** A student of the class, with what they were given. Read after the lock. Null: no such student is in it now. */
export async function loadGradedStudent(
  tx: Transaction,
  { assignmentId, enrolmentId }: { assignmentId: string; enrolmentId: string },
): Promise<GradedStudent | null> {
  const rows = await tx.$queryRaw<GradedStudent[]>`
    SELECT ${Prisma.raw(ownPostCount("e.id", "a.id"))} AS posts,
      (SELECT jsonb_build_object('number', r.number, 'rubric', r.rubric) FROM "DiscussionRubric" r
        WHERE r."assignmentId" = a.id ORDER BY r.number DESC LIMIT 1) AS current,
      (SELECT jsonb_build_object('gradeId', g.id::text, 'rubricNumber', g."rubricNumber", 'levels', g.levels,
          'comment', g.comment, 'by', coalesce(u."displayName", ''), 'at', g."createdAt")
        FROM "DiscussionGrade" g LEFT JOIN "User" u ON u.id = g."createdById"
        WHERE g."assignmentId" = a.id AND g."enrolmentId" = e.id ORDER BY g.id DESC LIMIT 1) AS standing
    FROM "Assignment" a
    JOIN "Enrolment" e ON e."classId" = a."classId" AND e.role = 'student' AND e.state = 'active' AND e."leftAt" IS NULL
    WHERE a.id = ${assignmentId}::uuid AND e.id = ${enrolmentId}::uuid`
  return rows[0] ?? null
}

export type NewDiscussionGrade = {
  assignmentId: string
  enrolmentId: string
  rubric: NumberedRubric
  grade: Grade
  share: Fraction
  teacherId: string
}

/** Appends the grade; earlier ones stay. The first rubric is kept with the first grade that was given by it. */
export async function appendDiscussionGrade(
  tx: Transaction,
  { assignmentId, enrolmentId, rubric: { number, rubric }, grade, share, teacherId }: NewDiscussionGrade,
): Promise<string> {
  await tx.discussionRubric.createMany({
    data: [{ assignmentId, number, rubric, createdById: teacherId }],
    skipDuplicates: true,
  })
  const row = await tx.discussionGrade.create({
    data: { assignmentId, enrolmentId, rubricNumber: number, ...grade, ...share, createdById: teacherId },
    select: { id: true },
  })
  return String(row.id)
}

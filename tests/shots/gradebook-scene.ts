import { randomUUID } from "node:crypto"
import type { Pool } from "pg"
import type { Staging } from "@/tests/shots/page-entry"
import { fillGradebook } from "@/tests/support/big-gradebook"

type Big = { bigClassId: string; bigEnrolmentId: string }

/** A class of two hundred with sixty assignments, taught by nobody else's teacher; and one student who came late to it. */
export async function addBigClass(db: Pool, teacherName: string, like: string): Promise<Big> {
  const [classId, userId, enrolmentId] = [randomUUID(), randomUUID(), randomUUID()]
  const { rows } = await db.query<{ id: string; lessonVersionId: string }>(
    `SELECT u.id, a."lessonVersionId" FROM "User" u, "Assignment" a WHERE u."userName" = $1 AND a.id = $2`,
    [teacherName, like],
  )
  const [found] = rows
  if (!found) throw new Error(`nobody is called ${teacherName}`)
  await db.query(
    `INSERT INTO "Class" (id, "publicId", name, "joinCode", "createdById") VALUES ($1, $2, 'All of grade 10', $3, $4)`,
    [classId, classId.slice(0, 8), `BIG${classId.slice(0, 5).toUpperCase()}`, found.id],
  )
  await db.query(`INSERT INTO "Enrolment" (id, "classId", "userId", role) VALUES ($1, $2, $3, 'teacher')`, [
    randomUUID(),
    classId,
    found.id,
  ])
  const { lessonVersionId } = found
  await fillGradebook(db, {
    classId,
    teacherId: found.id,
    lessonVersionId,
    students: 200,
    works: 60,
    handedIn: 93,
  })
  await db.query(
    `INSERT INTO "User" (id, "userName", "displayName", role, demonstration) VALUES ($1, $2, $3, 'student', true)`,
    [userId, `late.${userId.slice(0, 8)}`, 'Zoë "=SUM" O’Neill, Jr.'],
  )
  await db.query(`INSERT INTO "Enrolment" (id, "classId", "userId", role) VALUES ($1, $2, $3, 'student')`, [
    enrolmentId,
    classId,
    userId,
  ])
  return { bigClassId: classId, bigEnrolmentId: enrolmentId }
}

/** The demonstration class with two categories, words of its own, one student excused and one score set by hand. */
export const gradebookSet: Staging = async (db, scene) => {
  const [quizzes, essays] = [randomUUID(), randomUUID()]
  await db.query(
    `INSERT INTO "Gradebook" ("classId", version, "excusedWord", "missingWord") VALUES ($1, 1, 'excused: medical', 'not in')`,
    [scene.classId],
  )
  await db.query(
    `INSERT INTO "GradeCategory" (id, "classId", position, name, weight, "dropLowest")
     VALUES ($1, $3, 0, 'Quizzes', 60, 1), ($2, $3, 1, 'Essays', 40, 0)`,
    [quizzes, essays, scene.classId],
  )
  await db.query(
    'INSERT INTO "CategoryAssignment" ("assignmentId", "categoryId") VALUES ($1, $2), ($3, $4)',
    [scene.assignmentId, quizzes, scene.gradingAssignmentId, essays],
  )
  await db.query(
    `INSERT INTO "AssignmentException" ("assignmentId", "enrolmentId", excused, reason)
     SELECT $1, $2, true, 'A certificate from the clinic' ON CONFLICT DO NOTHING`,
    [scene.gradingAssignmentId, scene.gradedEnrolmentId],
  )
  await db.query(
    `INSERT INTO "GradeOverride" ("assignmentId", "enrolmentId", "earnedNumerator", "earnedDenominator", possible, reason,
       "reasonShown", "createdById", "createdAt")
     SELECT $1, $2, 67, 2, 37, 'You explained question 4 aloud, and rightly.', true, id, now() - interval '1 day'
     FROM "User" WHERE "userName" = $3`,
    [scene.assignmentId, scene.enrolmentId, scene.teacher],
  )
  return async () => {
    await db.query('DELETE FROM "GradeOverride"')
    await db.query('DELETE FROM "AssignmentException" WHERE "assignmentId" = $1 AND "enrolmentId" = $2', [
      scene.gradingAssignmentId,
      scene.gradedEnrolmentId,
    ])
    await db.query('DELETE FROM "GradeCategory" WHERE "classId" = $1', [scene.classId])
    await db.query('DELETE FROM "Gradebook" WHERE "classId" = $1', [scene.classId])
  }
}

import { randomUUID } from "node:crypto"
import type { Pool } from "pg"
import type { Staging } from "@/tests/shots/page-entry"
import type { Scene } from "@/tests/shots/scene"

// What the database is like for one picture only.

/** Nothing is arranged; what was done on the page is undone after it. */
const undoing =
  (undo: (db: Pool, scene: Scene) => Promise<unknown>): Staging =>
  async (db, scene) =>
  async () => {
    await undo(db, scene)
  }

/** A dialog let the student go on with the quiz: it is handed in again. */
export const reopenedAgainShut = undoing((db, scene) =>
  db.query(
    `UPDATE "Attempt" SET state = 'submitted', "submittedAt" = now() - interval '3 days', "endedBy" = 'student',
       "deadlineAt" = NULL, "reopenedAt" = NULL, "reopenedMinutes" = NULL, "reopenedById" = NULL
     WHERE "assignmentId" = $1 AND "enrolmentId" = $2`,
    [scene.gradingAssignmentId, scene.gradedEnrolmentId],
  ),
)

export const remindersForgotten = undoing((db) => db.query('DELETE FROM "Nudge"'))

export const secondStepForgotten = undoing((db, scene) =>
  db.query(`DELETE FROM "SecondFactor" WHERE "userId" = (SELECT id FROM "User" WHERE "userName" = $1)`, [
    scene.newTeacher,
  ]),
)

/** The student was reminded of the assignment nobody has begun. */
export const reminded: Staging = async (db, scene) => {
  await db.query(
    `INSERT INTO "Nudge" ("assignmentId", "enrolmentId", at)
     SELECT $1, id, now() - interval '2 hours' FROM "Enrolment" WHERE id = $2`,
    [scene.untouchedAssignmentId, scene.enrolmentId],
  )
  return async () => {
    await db.query('DELETE FROM "Nudge"')
  }
}

type Dates = { opensAt: string; dueAt: string; closesAt: string }

/** The demonstration assignment at another moment of its life; each date is a distance from now. */
const atAnotherTime =
  ({ opensAt, dueAt, closesAt }: Dates): Staging =>
  async (db, { assignmentId }) => {
    const { rows } = await db.query<Record<keyof Dates, Date>>(
      'SELECT "opensAt", "dueAt", "closesAt" FROM "Assignment" WHERE id = $1',
      [assignmentId],
    )
    const set = 'UPDATE "Assignment" SET "opensAt" = $2, "dueAt" = $3, "closesAt" = $4 WHERE id = $1'
    await db.query(
      'UPDATE "Assignment" SET "opensAt" = now() + $2::interval, "dueAt" = now() + $3::interval, "closesAt" = now() + $4::interval WHERE id = $1',
      [assignmentId, opensAt, dueAt, closesAt],
    )
    return async () => {
      await db.query(set, [assignmentId, rows[0]?.opensAt, rows[0]?.dueAt, rows[0]?.closesAt])
    }
  }

export const notYetOpen = atAnotherTime({ opensAt: "1 day", dueAt: "5 days", closesAt: "6 days" })
export const closed = atAnotherTime({ opensAt: "-9 days", dueAt: "-2 days", closesAt: "-1 day" })
export const overdue = atAnotherTime({ opensAt: "-9 days", dueAt: "-1 day", closesAt: "1 day" })

/** Who has done everything is excused from it. */
export const excused: Staging = async (db, { assignmentId, enrolmentId }) => {
  const where = [assignmentId, enrolmentId]
  await db.query(
    `INSERT INTO "AssignmentException" ("assignmentId", "enrolmentId", excused, reason) VALUES ($1, $2, true, 'In hospital')
     ON CONFLICT ("assignmentId", "enrolmentId") DO UPDATE SET excused = true`,
    where,
  )
  return async () => {
    await db.query(
      'DELETE FROM "AssignmentException" WHERE "assignmentId" = $1 AND "enrolmentId" = $2',
      where,
    )
  }
}

const ownPosts = `SELECT p.id FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "PostAlias" a ON a.id = p."aliasId"
  WHERE t."promptId" = $1 AND a."enrolmentId" = $2 AND p."parentId" IS NULL`

/** The student's own answer is as fresh as if it had been posted a moment ago. */
export const justPosted: Staging = async (db, { promptId, enrolmentId }) => {
  const own = await db.query<{ id: string; createdAt: Date }>(
    `SELECT id, "createdAt" FROM "Post" WHERE id IN (${ownPosts})`,
    [promptId, enrolmentId],
  )
  await db.query(`UPDATE "Post" SET "createdAt" = now() - interval '1 minute' WHERE id IN (${ownPosts})`, [
    promptId,
    enrolmentId,
  ])
  return async () => {
    for (const { id, createdAt } of own.rows)
      await db.query('UPDATE "Post" SET "createdAt" = $2 WHERE id = $1', [id, createdAt])
  }
}

/** The student took the answer back a moment ago. */
export const takenBack: Staging = async (db, { promptId, enrolmentId }) => {
  await db.query(
    `UPDATE "Post" SET state = 'deleted', "deletedAt" = now() - interval '1 minute' WHERE id IN (${ownPosts})`,
    [promptId, enrolmentId],
  )
  return async () => {
    await db.query(`UPDATE "Post" SET state = 'visible', "deletedAt" = NULL WHERE id IN (${ownPosts})`, [
      promptId,
      enrolmentId,
    ])
  }
}

/** One post is hidden, one taken back, two are reported, one of them twice; the student's own answer is hidden on request. */
const moderated =
  (hidesOwn: boolean): Staging =>
  async (db, scene) => {
    const { rows } = await db.query<{ id: string }>(
      `SELECT p.id FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "PostAlias" a ON a.id = p."aliasId"
       WHERE t."promptId" = $1 AND a."enrolmentId" <> $2 ORDER BY p.seq LIMIT 6`,
      [scene.promptId, scene.enrolmentId],
    )
    const own = await db.query<{ id: string }>(ownPosts, [scene.promptId, scene.enrolmentId])
    const [first, second, , fourth, , sixth] = rows.map(({ id }) => id)
    const hidden = hidesOwn ? own.rows.map(({ id }) => id) : [second]
    await db.query(`UPDATE "Post" SET state = 'hidden' WHERE id = ANY($1::uuid[])`, [hidden])
    for (const id of hidden)
      await db.query(
        `INSERT INTO "PostHiding" (id, "postId", reason, "hiddenById", "hiddenAt")
         VALUES ($1, $2, 'It names a classmate. Say it again without the name.', (SELECT id FROM "User" WHERE "userName" = $3), now() - interval '1 hour')`,
        [randomUUID(), id, scene.teacher],
      )
    await db.query(
      `UPDATE "Post" SET state = 'deleted', "deletedAt" = now() - interval '2 days' WHERE id = $1`,
      [sixth],
    )
    await report(db, scene, first, ["This is meant for me, and everybody knows it.", "Not fair"])
    await report(db, scene, fourth, [
      "He copied that from a website, word for word, and says it is his own thought.",
    ])
    return async () => {
      await db.query('DELETE FROM "PostReport"')
      await db.query('DELETE FROM "PostHiding"')
      await db.query(`UPDATE "Post" SET state = 'visible', "deletedAt" = NULL WHERE id = ANY($1::uuid[])`, [
        [...hidden, sixth],
      ])
    }
  }

export const postsModerated = moderated(false)
export const ownPostHidden = moderated(true)

async function report(db: Pool, scene: Scene, postId: string | undefined, reasons: string[]): Promise<void> {
  for (const [at, reason] of reasons.entries())
    await db.query(
      `INSERT INTO "PostReport" (id, "postId", "enrolmentId", reason, "createdAt")
       SELECT $1, $2, id, $3, now() - interval '3 hours' FROM "Enrolment"
       WHERE "classId" = $4 AND role = 'student' AND id <> $5 ORDER BY id OFFSET $6 LIMIT 1`,
      [randomUUID(), postId, reason, scene.classId, scene.enrolmentId, at],
    )
}

/** The student who has done everything has a mail address. */
export const withAddress: Staging = async (db, scene) => {
  const set = (email: string | null) =>
    db.query('UPDATE "User" SET email = $2 WHERE "userName" = $1', [scene.student, email])
  await set("blue.heron@example.org")
  return async () => {
    await set(null)
  }
}

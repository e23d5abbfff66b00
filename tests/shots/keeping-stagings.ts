import { randomUUID } from "node:crypto"
import type { Pool } from "pg"
import type { Staging } from "@/tests/shots/page-entry"
import type { Scene } from "@/tests/shots/scene"

// What staff did to keep the demonstration's discussion decent, for one picture only.

type Written = { id: string; own: boolean }

const POSTS = `
  SELECT p.id, a."enrolmentId" = $2 AS own FROM "Post" p JOIN "Thread" t ON t.id = p."threadId"
  JOIN "PostAlias" a ON a.id = p."aliasId" WHERE t."promptId" = $1 ORDER BY p.seq`

async function posts(db: Pool, scene: Scene): Promise<Written[]> {
  return (await db.query<Written>(POSTS, [scene.promptId, scene.enrolmentId])).rows
}

type Act = {
  kind: string
  postId?: string
  reason?: string
  norm?: number
  undoesId?: string
  untoldFor?: string
}

async function act(
  db: Pool,
  scene: Scene,
  { kind, postId, reason = "", norm, undoesId, untoldFor }: Act,
): Promise<string> {
  const id = randomUUID()
  await db.query(
    `INSERT INTO "ModerationAct" (id, "classId", "assignmentId", "promptId", "postId", kind, reason, norm, "normsNumber",
       "undoesId", "untoldFor", "actorId", at)
     SELECT $1, $2, $3, $4, $5, $6::"ModerationKind", $7, $8, CASE WHEN $8::int IS NULL THEN NULL ELSE 0 END, $9, $10, id,
       now() - interval '2 hours' FROM "User" WHERE "userName" = $11`,
    [
      id,
      scene.classId,
      kind === "frozen" ? null : scene.assignmentId,
      kind === "frozen" ? null : scene.promptId,
      postId ?? null,
      kind,
      reason,
      norm ?? null,
      undoesId ?? null,
      untoldFor ?? null,
      scene.teacher,
    ],
  )
  return id
}

async function hide(db: Pool, scene: Scene, postId: string): Promise<string> {
  await db.query(`UPDATE "Post" SET state = 'hidden' WHERE id = $1`, [postId])
  const reason = "It names a classmate. Say it again without the name."
  await db.query(
    `INSERT INTO "PostHiding" (id, "postId", reason, "hiddenById", "hiddenAt")
     SELECT $1, $2, $3, id, now() - interval '2 hours' FROM "User" WHERE "userName" = $4`,
    [randomUUID(), postId, reason, scene.teacher],
  )
  return act(db, scene, { kind: "hidden", postId, reason, norm: 4 })
}

const appeal = (db: Pool, actId: string) =>
  db.query(
    `INSERT INTO "ActAppeal" ("actId", words, "createdAt") VALUES ($1, $2, now() - interval '1 hour')`,
    [actId, "The name I wrote is that of the columnist, not of anybody in our class."],
  )

async function worry(db: Pool, scene: Scene, postId: string): Promise<void> {
  await db.query(
    `INSERT INTO "PostReport" (id, "postId", "enrolmentId", kind, reason, "createdAt")
     SELECT $1, $2, id, 'worried', 'This does not sound like them at all.', now() - interval '20 minutes' FROM "Enrolment"
     WHERE "classId" = $3 AND role = 'student' AND id <> $4 ORDER BY id LIMIT 1`,
    [randomUUID(), postId, scene.classId, scene.enrolmentId],
  )
}

const clean = (db: Pool) => async () => {
  // The ledger lets go of its lines only where somebody is erased.
  await db.query(
    `BEGIN; SET LOCAL colloquy.erasing = 'on'; DELETE FROM "ActAppeal"; DELETE FROM "ModerationAct"; COMMIT`,
  )
  for (const table of ["PostHiding", "PostReport"]) await db.query(`DELETE FROM "${table}"`)
  await db.query(`UPDATE "Post" SET state = 'visible' WHERE state = 'hidden'`)
  await db.query(`UPDATE "Thread" SET "lockedAt" = NULL, "lockedFor" = NULL`)
  await db.query(`UPDATE "Class" SET "discussionsFrozenAt" = NULL, "discussionsFrozenFor" = NULL`)
}

/** A ledger of every kind of line, an appeal that waits among them. */
export const kept: Staging = async (db, scene) => {
  const [first, second, third] = (await posts(db, scene)).filter(({ own }) => !own)
  const shown = await act(db, scene, {
    kind: "hidden",
    postId: first?.id,
    reason: "It is about her.",
    norm: 1,
  })
  await act(db, scene, { kind: "shown", postId: first?.id, undoesId: shown })
  await act(db, scene, { kind: "reports_dismissed", postId: third?.id })
  await act(db, scene, { kind: "private_opened", postId: third?.id, reason: "To see how bad it is." })
  await act(db, scene, {
    kind: "private_opened",
    postId: third?.id,
    reason: "To know whom to call.",
    untoldFor: "A parent reads the account.",
  })
  await act(db, scene, { kind: "locked", reason: "It went in circles. Go on in the next question." })
  await act(db, scene, { kind: "frozen", reason: "We talk about this tomorrow." })
  await appeal(db, await hide(db, scene, second?.id ?? ""))
  return clean(db)
}

/** The student's own post is hidden by a rule. */
export const ownHiddenByRule: Staging = async (db, scene) => {
  for (const post of (await posts(db, scene)).filter(({ own }) => own)) await hide(db, scene, post.id)
  return clean(db)
}

/** Somebody is worried about a student, and nobody has taken it. */
export const worried: Staging = async (db, scene) => {
  await worry(db, scene, (await posts(db, scene)).find(({ own }) => !own)?.id ?? "")
  return clean(db)
}

export const frozen: Staging = async (db, scene) => {
  await db.query(
    `UPDATE "Class" SET "discussionsFrozenAt" = now() - interval '5 minutes', "discussionsFrozenFor" = $2 WHERE id = $1`,
    [scene.classId, "Two of you are in tears. We talk about this tomorrow, face to face."],
  )
  return clean(db)
}

export const locked: Staging = async (db, scene) => {
  await db.query(
    `UPDATE "Thread" SET "lockedAt" = now() - interval '5 minutes', "lockedFor" = $2 WHERE "promptId" = $1`,
    [scene.promptId, "It went in circles. Go on in the next question."],
  )
  return clean(db)
}

/** The student has yet to say yes to the norms. */
export const unasked: Staging = async (db, scene) => {
  await db.query('DELETE FROM "NormsAcceptance" WHERE "enrolmentId" = $1', [scene.enrolmentId])
  return async () => {
    await db.query(
      'INSERT INTO "NormsAcceptance" ("enrolmentId", number) VALUES ($1, 0) ON CONFLICT DO NOTHING',
      [scene.enrolmentId],
    )
  }
}

/** Posts are five minutes apart, and the student has just posted. */
export const paused: Staging = async (db, scene) => {
  const own = (await posts(db, scene)).find((post) => post.own)
  await db.query(
    `INSERT INTO "DiscussionRules" ("assignmentId", "slowSeconds") VALUES ($1, 300)
     ON CONFLICT ("assignmentId") DO UPDATE SET "slowSeconds" = 300`,
    [scene.assignmentId],
  )
  const { rows } = await db.query<{ createdAt: Date }>('SELECT "createdAt" FROM "Post" WHERE id = $1', [
    own?.id,
  ])
  await db.query(`UPDATE "Post" SET "createdAt" = now() - interval '40 seconds' WHERE id = $1`, [own?.id])
  return async () => {
    await db.query(`UPDATE "DiscussionRules" SET "slowSeconds" = 0`)
    await db.query(`UPDATE "Post" SET "createdAt" = $2 WHERE id = $1`, [own?.id, rows[0]?.createdAt])
  }
}

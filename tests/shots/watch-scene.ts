import { randomUUID } from "node:crypto"
import type { Pool } from "pg"
import type { Staging } from "@/tests/shots/page-entry"
import type { Scene } from "@/tests/shots/scene"

const MADE_BY = `(SELECT id FROM "User" WHERE "userName" = $1)`

/** Words of the class and of the school are watched. */
export const wordsWatched: Staging = async (db, scene) => {
  const words: [string | null, string, string][] = [
    [scene.classId, "numpty", "It was said to one student again and again last week."],
    [scene.classId, "shut up", ""],
    [null, "idiot*", "Say what is wrong with the thought, not with the person."],
    [null, "پاگل", "Hurts people who are ill."],
  ]
  for (const [classId, word, note] of words)
    await db.query(
      `INSERT INTO "WatchWord" (id, "classId", word, note, "createdById") VALUES ($2, $3, $4, $5, ${MADE_BY})`,
      [scene.teacher, randomUUID(), classId, word, note],
    )
  return async () => {
    await db.query('DELETE FROM "WatchWord"')
  }
}

const posts = (own: boolean) => `
  SELECT p.id FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "PostAlias" a ON a.id = p."aliasId"
  WHERE t."promptId" = $1 AND (a."enrolmentId" = $2) = ${own} AND p."parentId" IS NULL ORDER BY p.seq LIMIT 6`

const idsOf = async (db: Pool, scene: Scene, own: boolean) =>
  (await db.query<{ id: string }>(posts(own), [scene.promptId, scene.enrolmentId])).rows.map(({ id }) => id)

async function giveBack(db: Pool, scene: Scene, ids: readonly string[]): Promise<void> {
  await db.query(`UPDATE "Post" SET state = 'returned', "returnedAt" = now() WHERE id = ANY($1::uuid[])`, [
    ids,
  ])
  for (const id of ids)
    await db.query(
      `INSERT INTO "PostReturn" (id, "postId", reason, "returnedById", "returnedAt")
       VALUES ($2, $3, 'Answer what was said, and leave out who said it.', ${MADE_BY}, now() - interval '1 hour')`,
      [scene.teacher, randomUUID(), id],
    )
}

const undo = (db: Pool, ids: readonly string[]) => async () => {
  for (const table of ["PostFlag", "PostReturn"]) await db.query(`DELETE FROM "${table}"`)
  await db.query(
    `UPDATE "Post" SET state = 'visible', "heldAt" = NULL, "returnedAt" = NULL WHERE id = ANY($1::uuid[])`,
    [ids],
  )
}

/** Two posts wait, two were flagged, one was given back. */
export const postsToReview: Staging = async (db, scene) => {
  const [first = "", second = "", third = "", fourth = "", fifth = ""] = await idsOf(db, scene, false)
  await db.query(
    `UPDATE "Post" SET state = 'held', "heldAt" = now() - interval '2 hours' WHERE id = ANY($1::uuid[])`,
    [[first, second]],
  )
  for (const [id, passage] of [
    [second, "n u m p t y"],
    [third, "numpty"],
  ])
    await db.query(
      `INSERT INTO "PostFlag" (id, "postId", kind, word, note, passage)
       VALUES ($1, $2, 'watched', 'numpty', 'It was said to one student again and again.', $3)`,
      [randomUUID(), id, passage],
    )
  await db.query(`INSERT INTO "PostFlag" (id, "postId", kind) VALUES ($1, $2, 'changed')`, [
    randomUUID(),
    fourth,
  ])
  await giveBack(db, scene, [fifth])
  return undo(db, [first, second, third, fourth, fifth])
}

/** The student's own answer was given back. */
export const ownPostReturned: Staging = async (db, scene) => {
  const own = await idsOf(db, scene, true)
  await giveBack(db, scene, own)
  return undo(db, own)
}

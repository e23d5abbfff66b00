import type { Staging } from "@/tests/shots/page-entry"

/** Restatements of the first question, kept and put back as they were. */
const restated =
  (insert: string, of: (scene: Parameters<Staging>[1]) => unknown[]): Staging =>
  async (db, scene) => {
    const { rows } = await db.query<{ postId: string }>(insert, of(scene))
    return async () => {
      await db.query('DELETE FROM "Restatement" WHERE "postId" = ANY($1::uuid[])', [
        rows.map(({ postId }) => postId),
      ])
    }
  }

/** Whoever answered the student asks whether that is what they said. */
export const askedOfStudent = restated(
  `INSERT INTO "Restatement" ("postId", number, body, html)
   SELECT p.id, 1, 'x', '<p dir="auto">You say the facts stay the same with or without the nickname.</p>'
   FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Post" mine ON mine.id = p."parentId"
   JOIN "PostAlias" a ON a.id = mine."aliasId"
   WHERE t."promptId" = $1 AND a."enrolmentId" = $2
     AND NOT EXISTS (SELECT 1 FROM "Restatement" r WHERE r."postId" = p.id)
   RETURNING "postId"`,
  ({ promptId, enrolmentId }) => [promptId, enrolmentId],
)

/** A teacher has asked for a restatement before each challenge. */
export const restatementRequired: Staging = async (db, { assignmentId }) => {
  await db.query(
    `INSERT INTO "DiscussionRules" ("assignmentId", "requiresRestatement") VALUES ($1, true)
     ON CONFLICT ("assignmentId") DO UPDATE SET "requiresRestatement" = true`,
    [assignmentId],
  )
  return async () => {
    await db.query('UPDATE "DiscussionRules" SET "requiresRestatement" = false WHERE "assignmentId" = $1', [
      assignmentId,
    ])
  }
}

/** The author of the one restatement that waits says that it is not quite what they meant. */
export const disputed: Staging = async (db, { promptId }) => {
  const { rows } = await db.query<{ postId: string }>(
    `UPDATE "Restatement" r SET answer = 'not_quite', "answeredAt" = now(), meant = 'x',
       "meantHtml" = '<p dir="auto">Not dodging. He thinks that nobody who was silent on Kashmir may ask him.</p>'
     FROM "Post" p JOIN "Thread" t ON t.id = p."threadId"
     WHERE p.id = r."postId" AND t."promptId" = $1 AND r.answer IS NULL RETURNING r."postId"`,
    [promptId],
  )
  return async () => {
    await db.query(
      `UPDATE "Restatement" SET answer = NULL, "answeredAt" = NULL, meant = NULL, "meantHtml" = NULL
       WHERE "postId" = ANY($1::uuid[])`,
      [rows.map(({ postId }) => postId)],
    )
  }
}

import "server-only"
import type pg from "pg"
import { ERASED_WORDS, NOBODY } from "@/lib/classroom/keeping/nobody"
import { rowsOf } from "@/lib/classroom/server/keeping/erasing-connection"
import type { PersonIds } from "@/lib/classroom/server/keeping/load-person-ids"
import { CHANNEL } from "@/lib/platform/notifications"

type ErasedPosts = { removed: Record<string, number>; stays: Record<string, number> }

/**
 * Empties a person's posts. Those that others could see keep their place and their answers, taken back, under one name for
 * everybody who was erased; those that never stood go. With them goes what was said about them: reports, reasons, citations.
 */
export async function erasePosts(client: pg.PoolClient, ids: PersonIds): Promise<ErasedPosts> {
  const neverStood = await rowsOf(client, `DELETE FROM "Post" WHERE id = ANY($1::uuid[]) AND seq IS NULL`, [
    ids.posts,
  ])
  await makeShells(client, ids)
  const emptied = await rowsOf(client, EMPTIED, [ids.posts, ERASED_WORDS, NOBODY.userId])
  const removed: Record<string, number> = { posts: emptied + neverStood }
  for (const [name, text] of ABOUT_POSTS) removed[name] = await rowsOf(client, text, [ids.posts])
  await client.query(ANSWERS_TO_RESTATEMENTS, [ids.posts, ERASED_WORDS])
  const acts = await rowsOf(client, ACTS_WITHOUT_WORDS, [ids.posts])
  await tellThreads(client, ids)
  removed.names = await rowsOf(client, `DELETE FROM "PostAlias" WHERE id = ANY($1::uuid[])`, [ids.aliases])
  return { removed, stays: { placesInThreads: emptied, moderationActs: acts } }
}

async function makeShells(client: pg.PoolClient, { classes, posts }: PersonIds): Promise<void> {
  await client.query(
    `INSERT INTO "Enrolment" (id, "classId", "userId", role, "leftAt")
     SELECT gen_random_uuid(), c, $2, 'student', now() FROM unnest($1::uuid[]) c
     WHERE EXISTS (SELECT 1 FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Assignment" a ON a.id = t."assignmentId"
       WHERE p.id = ANY($3::uuid[]) AND a."classId" = c)
     ON CONFLICT ("classId", "userId") DO NOTHING`,
    [classes, NOBODY.userId, posts],
  )
  await client.query(
    `INSERT INTO "PostAlias" (id, "assignmentId", "promptId", "enrolmentId", name)
     SELECT gen_random_uuid(), had."assignmentId", had."promptId", e.id, $3
     FROM (SELECT DISTINCT al."assignmentId", al."promptId" FROM "Post" p JOIN "PostAlias" al ON al.id = p."aliasId"
           WHERE p.id = ANY($1::uuid[])) had
     JOIN "Assignment" a ON a.id = had."assignmentId"
     JOIN "Enrolment" e ON e."classId" = a."classId" AND e."userId" = $2
     ON CONFLICT DO NOTHING`,
    [posts, NOBODY.userId, NOBODY.displayName],
  )
}

// All of it at once: a post is changed before its thread is locked (by the triggers of migration 0018), never after.
const EMPTIED = `
  UPDATE "Post" p SET state = 'deleted', body = $2, html = '', side = NULL, "clientKey" = gen_random_uuid(),
    "deletedAt" = coalesce(p."deletedAt", now()), "editedAt" = NULL, "heldAt" = NULL, "returnedAt" = NULL, "aliasId" = shell.id
  FROM "PostAlias" was, "PostAlias" shell, "Enrolment" e
  WHERE p.id = ANY($1::uuid[]) AND was.id = p."aliasId" AND e."userId" = $3 AND shell."enrolmentId" = e.id
    AND shell."assignmentId" = was."assignmentId" AND shell."promptId" = was."promptId"`

const OF_POSTS = 'WHERE "postId" = ANY($1::uuid[])'
const ABOUT_POSTS: [name: string, text: string][] = [
  ["earlierWordings", `DELETE FROM "PostRevision" ${OF_POSTS}`],
  ["citations", `DELETE FROM "Citation" ${OF_POSTS}`],
  ["citedPosts", `DELETE FROM "PostCitation" ${OF_POSTS}`],
  ["sources", `DELETE FROM "SourceCitation" ${OF_POSTS}`],
  ["restatements", `DELETE FROM "Restatement" ${OF_POSTS}`],
  ["reportsOfPosts", `DELETE FROM "PostReport" ${OF_POSTS}`],
  ["hidings", `DELETE FROM "PostHiding" ${OF_POSTS}`],
  ["returns", `DELETE FROM "PostReturn" ${OF_POSTS}`],
  ["flags", `DELETE FROM "PostFlag" ${OF_POSTS}`],
  ["noticesOfPosts", `DELETE FROM "Notice" ${OF_POSTS}`],
  ["offersOfPosts", `DELETE FROM "Offer" ${OF_POSTS}`],
  ["actAppeals", `DELETE FROM "ActAppeal" WHERE "actId" IN (SELECT id FROM "ModerationAct" ${OF_POSTS})`],
]

/** What the person meant, where somebody else had restated them: that it was answered stays, the words go. */
const ANSWERS_TO_RESTATEMENTS = `
  UPDATE "Restatement" r SET meant = $2, "meantHtml" = '' FROM "Post" reply
  WHERE reply.id = r."postId" AND reply."parentId" = ANY($1::uuid[]) AND r.meant IS NOT NULL`

const ACTS_WITHOUT_WORDS = `UPDATE "ModerationAct" SET reason = '', "untoldFor" = NULL ${OF_POSTS}`

/** Whoever has such a thread open is told that something changed in it. */
async function tellThreads(client: pg.PoolClient, { posts }: PersonIds): Promise<void> {
  await client.query(
    `WITH counted AS (
       UPDATE "Thread" t SET "lastChange" = t."lastChange" + 1
       WHERE t.id IN (SELECT p."threadId" FROM "Post" p WHERE p.id = ANY($1::uuid[]))
       RETURNING t.id, t."assignmentId", t."promptId", t."groupId", t."lastChange"),
     marked AS (
       UPDATE "Post" p SET change = counted."lastChange" FROM counted
       WHERE p."threadId" = counted.id AND p.id = ANY($1::uuid[]))
     SELECT pg_notify($2, concat_ws(' ', 'thread', "assignmentId", "promptId", "groupId")) FROM counted`,
    [posts, CHANNEL],
  )
}

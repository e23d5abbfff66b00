import "server-only"
import { randomInt } from "node:crypto"
import { chooseAlias } from "@/lib/discussion/names/aliases"
import { pool } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"

/**
 * Who stands behind a post: the only file that reads or writes "PostAlias". Other statements, of this room and of
 * others, take the pieces of SQL below; every argument is an SQL expression of the caller's own making, never input.
 */

/** How many posts of this enrolment stand in an assignment, over all its threads. */
export const ownPostCount = (enrolmentId: string, assignmentId: string): string => `(
  SELECT count(*)::int FROM "PostAlias" pa JOIN "Post" po ON po."aliasId" = pa.id AND po.state <> 'deleted'
  WHERE pa."enrolmentId" = ${enrolmentId} AND pa."assignmentId" = ${assignmentId})`

/** What an enrolment has written in an assignment: {posts, replies, citations}. Posts count replies too. */
export const ownContribution = (enrolmentId: string, assignmentId: string): string => `(
  SELECT json_build_object('posts', count(*), 'replies', count(*) FILTER (WHERE po."parentId" IS NOT NULL),
    'citations', coalesce(sum((SELECT count(*) FROM "Citation" ci WHERE ci."postId" = po.id)), 0))
  FROM "PostAlias" pa JOIN "Post" po ON po."aliasId" = pa.id AND po.state <> 'deleted'
  WHERE pa."enrolmentId" = ${enrolmentId} AND pa."assignmentId" = ${assignmentId})`

/** Has this enrolment ever posted in an assignment, whatever became of it, and so seen what others wrote? */
export const hasEverPosted = (enrolmentId: string, assignmentId: string): string => `EXISTS (
  SELECT 1 FROM "PostAlias" pa JOIN "Post" po ON po."aliasId" = pa.id
  WHERE pa."enrolmentId" = ${enrolmentId} AND pa."assignmentId" = ${assignmentId})`

/** Is this enrolment the one behind a pseudonym? */
export const isAliasOf = (aliasId: string, enrolmentId: string): string => `EXISTS (
  SELECT 1 FROM "PostAlias" pa WHERE pa.id = ${aliasId} AND pa."enrolmentId" = ${enrolmentId})`

/** The post at the top of a thread that somebody took back last: {id, deletedAt}, in milliseconds; or null. */
export const lastTakenBack = (threadId: string, enrolmentId: string): string => `(
  SELECT json_build_object('id', po."publicId", 'deletedAt', (extract(epoch FROM po."deletedAt") * 1000)::float8)
  FROM "PostAlias" pa JOIN "Post" po ON po."aliasId" = pa.id
  WHERE pa."enrolmentId" = ${enrolmentId} AND po."threadId" = ${threadId}
    AND po."parentId" IS NULL AND po.state = 'deleted'
  ORDER BY po."deletedAt" DESC LIMIT 1)`

/** Has this enrolment a post at the top of a thread? What post-first asks. */
export const hasPostedIn = (threadId: string, enrolmentId: string): string => `EXISTS (
  SELECT 1 FROM "PostAlias" pa JOIN "Post" po ON po."aliasId" = pa.id
  WHERE pa."enrolmentId" = ${enrolmentId} AND po."threadId" = ${threadId}
    AND po."parentId" IS NULL AND po.state <> 'deleted')`

/** How many people a post of stands in a thread: asked per pseudonym, so that its length does not matter. */
export const peopleIn = (threadId: string, assignmentId: string): string => `(
  SELECT count(*)::int FROM "PostAlias" pa WHERE pa."assignmentId" = ${assignmentId} AND EXISTS (
    SELECT 1 FROM "Post" po WHERE po."threadId" = ${threadId} AND po."aliasId" = pa.id AND po.state = 'visible'))`

/** The side somebody declared last at the top of a thread, or null. */
export const lastSideIn = (threadId: string, enrolmentId: string): string => `(
  SELECT po.side::text FROM "PostAlias" pa JOIN "Post" po ON po."aliasId" = pa.id
  WHERE pa."enrolmentId" = ${enrolmentId} AND po."threadId" = ${threadId}
    AND po.side IS NOT NULL AND po.state = 'visible'
  ORDER BY po.seq DESC LIMIT 1)`

/** The real name behind a pseudonym: for the list of openings that administrators read. */
export const authorName = (aliasId: string): string => `(
  SELECT au."displayName" FROM "PostAlias" pa
  JOIN "Enrolment" ae ON ae.id = pa."enrolmentId" JOIN "User" au ON au.id = ae."userId" WHERE pa.id = ${aliasId})`

/** The enrolment behind a pseudonym, by id. Never shown: for what staff may do with a student's own. */
export const enrolmentOf = (aliasId: string): string => `(
  SELECT pa."enrolmentId" FROM "PostAlias" pa WHERE pa.id = ${aliasId})`

/** When this enrolment last posted in a thread, whatever became of the post; or null. */
export const lastPostIn = (threadId: string, enrolmentId: string): string => `(
  SELECT max(po."createdAt") FROM "PostAlias" pa JOIN "Post" po ON po."aliasId" = pa.id
  WHERE pa."enrolmentId" = ${enrolmentId} AND po."threadId" = ${threadId})`

/** The post that this enrolment's browser has sent under a key already, by public id; or null. */
export const postByKey = (
  { enrolmentId, assignmentId }: { enrolmentId: string; assignmentId: string },
  key: string,
): string => `(
  SELECT po."publicId" FROM "PostAlias" pa JOIN "Post" po ON po."aliasId" = pa.id AND po."clientKey" = ${key}
  WHERE pa."enrolmentId" = ${enrolmentId} AND pa."assignmentId" = ${assignmentId})`

/** One's own pseudonym in an assignment: {id, name}, or null while there is none. */
export const ownAlias = (enrolmentId: string, assignmentId: string): string => `(
  SELECT json_build_object('id', pa.id, 'name', pa.name) FROM "PostAlias" pa
  WHERE pa."enrolmentId" = ${enrolmentId} AND pa."assignmentId" = ${assignmentId})`

/** The person behind a pseudonym: whom to tell of an answer. Never leaves the server. */
export const personBehind = (aliasId: string): string => `(
  SELECT ae."userId" FROM "PostAlias" pa JOIN "Enrolment" ae ON ae.id = pa."enrolmentId" WHERE pa.id = ${aliasId})`

/** The author of a post as KnownAuthor, for `authorView` to cut down. `reader` is the reader's enrolment. */
export const knownAuthor = (aliasId: string, reader: string): string => `(
  SELECT json_build_object('alias', pa.name, 'realName', au."displayName",
                           'isStaff', ae.role <> 'student', 'isYou', ae.id = ${reader})
  FROM "PostAlias" pa JOIN "Enrolment" ae ON ae.id = pa."enrolmentId" JOIN "User" au ON au.id = ae."userId"
  WHERE pa.id = ${aliasId})`

/**
 * The posts of an assignment with the enrolment behind each and its pseudonym, as a table expression ("postId",
 * "enrolmentId", alias): for the staff's results. What is shown of it is decided there.
 */
export const authoredPosts = (assignmentId: string): string => `(
  SELECT po.id AS "postId", pa."enrolmentId", pa.name AS alias
  FROM "PostAlias" pa JOIN "Post" po ON po."aliasId" = pa.id
  WHERE pa."assignmentId" = ${assignmentId})`

export type OwnAlias = { id: string; name: string }

const TAKEN = `SELECT array_agg(name) AS names FROM "PostAlias" WHERE "assignmentId" = $1`

const INSERT = `
  INSERT INTO "PostAlias" (id, "assignmentId", "enrolmentId", name) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING RETURNING id, name`

const OWN = `SELECT id, name FROM "PostAlias" WHERE "assignmentId" = $1 AND "enrolmentId" = $2`

const random = (): number => randomInt(2 ** 32) / 2 ** 32

/**
 * The pseudonym of an enrolment in an assignment, made by chance where there is none yet. The caller has authorised.
 * Two at once: the table's unique indexes decide, and the loser looks again.
 */
export async function ensureAlias(assignmentId: string, enrolmentId: string): Promise<OwnAlias> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const own = await pool().query<OwnAlias>(OWN, [assignmentId, enrolmentId])
    if (own.rows[0]) return own.rows[0]
    const taken = await pool().query<{ names: string[] | null }>(TAKEN, [assignmentId])
    const name = chooseAlias(new Set(taken.rows[0]?.names ?? []), random)
    const made = await pool().query<OwnAlias>(INSERT, [newRandomId(), assignmentId, enrolmentId, name])
    if (made.rows[0]) return made.rows[0]
  }
  throw new Error("no pseudonym could be given")
}

import "server-only"
import { randomInt } from "node:crypto"
import { chooseAlias, takenNames } from "@/lib/discussion/names/aliases"
import { returnReason } from "@/lib/discussion/server/held-store"
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

/**
 * The one pseudonym that an enrolment can have in a thread. By it somebody's posts are found through an index; joined, PostgreSQL
 * may well look through all posts of the thread instead.
 */
const aliasIn = (threadId: string, enrolmentId: string): string => `(
  SELECT pa.id FROM "Thread" at
  JOIN "PostAlias" pa ON pa."assignmentId" = at."assignmentId" AND pa."promptId" = at."promptId"
  WHERE at.id = ${threadId} AND pa."enrolmentId" = ${enrolmentId})`

/** Has this enrolment a post at the top of a thread? What post-first asks. */
export const hasPostedIn = (threadId: string, enrolmentId: string): string => `EXISTS (
  SELECT 1 FROM "Post" po
  WHERE po."threadId" = ${threadId} AND po."aliasId" = ${aliasIn(threadId, enrolmentId)}
    AND po."parentId" IS NULL AND po.state <> 'deleted')`

/** The posts of an enrolment in a thread that wait for staff or were given back, oldest first, as KnownWaitingPost. */
export const ownWaiting = (threadId: string, enrolmentId: string): string => `(
  SELECT json_agg(json_build_object(
    'id', po."publicId", 'state', po.state, 'body', po.body, 'html', po.html, 'move', po.move, 'side', po.side,
    'createdAt', (extract(epoch FROM po."createdAt") * 1000)::float8,
    'reason', CASE WHEN po.state = 'returned' THEN ${returnReason("po.id")} END,
    'answers', CASE WHEN parent.state = 'visible' THEN json_build_object('id', parent."publicId",
                 'author', ${knownAuthor(`parent."aliasId"`, enrolmentId)}) END,
    'citations', coalesce((
      SELECT json_agg(json_build_object('sentenceId', ci."sentenceId", 'paragraph', rs.paragraph,
                                        'ordinal', rs.ordinal, 'quote', ci.quote) ORDER BY ci.position)
      FROM "Citation" ci
      JOIN "RevisionSentence" rs ON rs."revisionId" = ci."revisionId" AND rs."sentenceId" = ci."sentenceId"
      WHERE ci."postId" = po.id), '[]')) ORDER BY po.id)
  FROM "PostAlias" pa JOIN "Post" po ON po."aliasId" = pa.id LEFT JOIN "Post" parent ON parent.id = po."parentId"
  WHERE pa."enrolmentId" = ${enrolmentId} AND po."threadId" = ${threadId} AND po.state IN ('held', 'returned')
    AND (po."heldAt" IS NOT NULL OR po."returnedAt" IS NOT NULL))`

/** How many people a post of stands in a row of "Thread": asked per pseudonym, so that its length does not matter. */
export const peopleIn = (thread: string): string => `(
  SELECT count(*)::int FROM "PostAlias" pa
  WHERE pa."assignmentId" = ${thread}."assignmentId" AND pa."promptId" = ${thread}."promptId" AND EXISTS (
    SELECT 1 FROM "Post" po WHERE po."threadId" = ${thread}.id AND po."aliasId" = pa.id AND po.state = 'visible'))`

/** The side somebody declared last at the top of a thread, or null. */
export const lastSideIn = (threadId: string, enrolmentId: string): string => `(
  SELECT po.side::text FROM "PostAlias" pa JOIN "Post" po ON po."aliasId" = pa.id
  WHERE pa."enrolmentId" = ${enrolmentId} AND po."threadId" = ${threadId}
    AND po.side IS NOT NULL AND po.state = 'visible'
  ORDER BY po.seq DESC LIMIT 1)`

/** Has somebody answered a post, whatever became of their answer? */
export const hasAnswered = (postId: string, enrolmentId: string): string => `EXISTS (
  SELECT 1 FROM "Post" reply JOIN "PostAlias" pa ON pa.id = reply."aliasId"
  WHERE reply."parentId" = ${postId} AND pa."enrolmentId" = ${enrolmentId})`

/** The enrolment behind a pseudonym: for what is worked out about posts and handed to nobody. */
export const enrolmentBehind = (aliasId: string): string => `(
  SELECT pa."enrolmentId" FROM "PostAlias" pa WHERE pa.id = ${aliasId})`

/**
 * The students of the class to whom a thread has opened, as a table expression ("enrolmentId", first): the number of
 * the post that opened it, which all of them may see; null where it waits to be let through.
 */
export const openedTo = (threadId: string): string => `(
  SELECT pa."enrolmentId", min(po.seq) AS first
  FROM "Thread" t
  JOIN "PostAlias" pa ON pa."assignmentId" = t."assignmentId" AND pa."promptId" = t."promptId"
  JOIN "Enrolment" e ON e.id = pa."enrolmentId" AND e.role = 'student' AND e.state = 'active' AND e."leftAt" IS NULL
  JOIN "Post" po ON po."aliasId" = pa.id AND po."threadId" = t.id AND po."parentId" IS NULL AND po.state <> 'deleted'
  WHERE t.id = ${threadId} GROUP BY pa."enrolmentId")`
/** The real name behind a pseudonym: for the list of openings that administrators read. */
export const authorName = (aliasId: string): string => `(
  SELECT au."displayName" FROM "PostAlias" pa
  JOIN "Enrolment" ae ON ae.id = pa."enrolmentId" JOIN "User" au ON au.id = ae."userId" WHERE pa.id = ${aliasId})`

/**
 * When this enrolment last posted in a thread, whatever became of the post; or null. Asked only where there are pauses
 * between posts (the rules of assignment `a`): it looks at all that somebody wrote.
 */
export const lastPostIn = (threadId: string, enrolmentId: string): string => `(
  SELECT (SELECT max(po."createdAt") FROM "Post" po
          WHERE po."threadId" = ${threadId} AND po."aliasId" = ${aliasIn(threadId, enrolmentId)})
  FROM "DiscussionRules" dr WHERE dr."assignmentId" = a.id AND dr."slowSeconds" > 0)`

/** The post that this enrolment's browser has sent under a key already, by public id; or null. */
export const postByKey = (
  { enrolmentId, assignmentId }: { enrolmentId: string; assignmentId: string },
  key: string,
): string => `(
  SELECT po."publicId" FROM "PostAlias" pa JOIN "Post" po ON po."aliasId" = pa.id AND po."clientKey" = ${key}
  WHERE pa."enrolmentId" = ${enrolmentId} AND pa."assignmentId" = ${assignmentId})`

/** Has a teacher opened the name behind a pseudonym? */
export const isOpened = (aliasId: string): string =>
  `EXISTS (SELECT FROM "NameReveal" nr WHERE nr."aliasId" = ${aliasId})`

/** Why a name was opened, and when (milliseconds); null where it is not. */
const opening = (aliasId: string): string => `(
  SELECT json_build_object('reason', nr.reason, 'at', (extract(epoch FROM nr."revealedAt") * 1000)::float8)
  FROM "NameReveal" nr WHERE nr."aliasId" = ${aliasId})`

/** One's own pseudonym at a prompt as OwnAlias, or null while there is none. */
export const ownAlias = (enrolmentId: string, assignmentId: string, promptId: string): string => `(
  SELECT json_build_object('id', pa.id, 'name', pa.name, 'opened', ${opening("pa.id")}) FROM "PostAlias" pa
  WHERE pa."enrolmentId" = ${enrolmentId} AND pa."assignmentId" = ${assignmentId} AND pa."promptId" = ${promptId})`

/** The person behind a pseudonym: whom to tell of an answer. Never leaves the server. */
export const personBehind = (aliasId: string): string => `(
  SELECT ae."userId" FROM "PostAlias" pa JOIN "Enrolment" ae ON ae.id = pa."enrolmentId" WHERE pa.id = ${aliasId})`

/** The author of a post as KnownAuthor, for `authorView` to cut down. `reader` is the reader's enrolment. */
export const knownAuthor = (aliasId: string, reader: string): string => `(
  SELECT json_build_object('alias', pa.name, 'realName', au."displayName",
                           'isStaff', ae.role <> 'student', 'isYou', ae.id = ${reader},
                           'isOpened', ${isOpened("pa.id")})
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

/** The names of a user ($1, or what is handed in) that were opened and not yet put away, as OpenedName[]; or null. */
export const unseenOpenings = (userId: string): string => `(
  SELECT json_agg(json_build_object('id', nr.id, 'reason', nr.reason, 'title', lv.title, 'position', p.position,
      'assignmentId', a.id, 'promptId', p.id, 'isHere', a."archivedAt" IS NULL) ORDER BY nr."revealedAt", nr.id)
  FROM "Enrolment" oe JOIN "PostAlias" pa ON pa."enrolmentId" = oe.id JOIN "NameReveal" nr ON nr."aliasId" = pa.id
  JOIN "Prompt" p ON p.id = pa."promptId" JOIN "Assignment" a ON a.id = pa."assignmentId"
  JOIN "LessonVersion" lv ON lv.id = a."lessonVersionId"
  WHERE oe."userId" = ${userId} AND oe.state = 'active' AND oe."leftAt" IS NULL
    AND NOT EXISTS (SELECT FROM "NameRevealSeen" ns WHERE ns."revealId" = nr.id))`

const SEEN = `
  WITH own AS (
    SELECT nr.id FROM "NameReveal" nr
    JOIN "PostAlias" pa ON pa.id = nr."aliasId" JOIN "Enrolment" oe ON oe.id = pa."enrolmentId"
    WHERE nr.id = $1 AND oe."userId" = $2 AND oe.state = 'active' AND oe."leftAt" IS NULL),
  kept AS (INSERT INTO "NameRevealSeen" ("revealId", "seenAt") SELECT id, $3 FROM own ON CONFLICT DO NOTHING)
  SELECT id FROM own`

/** Keeps that a student has read of an opening. False where it is of somebody else's name. */
export async function keepOpeningSeen(seen: {
  revealId: string
  userId: string
  now: Date
}): Promise<boolean> {
  return (await pool().query(SEEN, [seen.revealId, seen.userId, seen.now])).rowCount === 1
}

/** `opened`: a teacher opened the name behind it. `at` in milliseconds. */
export type OwnAlias = { id: string; name: string; opened: { reason: string; at: number } | null }

const TAKEN = `SELECT "promptId", name FROM "PostAlias" WHERE "assignmentId" = $1`

const INSERT = `
  INSERT INTO "PostAlias" (id, "assignmentId", "promptId", "enrolmentId", name) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT DO NOTHING`

const OWN = `SELECT ${ownAlias("$3", "$1", "$2")} AS own`

const random = (): number => randomInt(2 ** 32) / 2 ** 32

export type AliasPlace = { assignmentId: string; promptId: string; enrolmentId: string }

/**
 * The pseudonym of an enrolment at a prompt, made by chance where there is none yet. The caller has authorised. Two at
 * once: the table's unique indexes decide, and the loser looks again.
 */
export async function ensureAlias({ assignmentId, promptId, enrolmentId }: AliasPlace): Promise<OwnAlias> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const values = [assignmentId, promptId, enrolmentId]
    const own = (await pool().query<{ own: OwnAlias | null }>(OWN, values)).rows[0]?.own
    if (own) return own
    const taken = await pool().query<{ promptId: string; name: string }>(TAKEN, [assignmentId])
    const name = chooseAlias(takenNames(taken.rows, promptId), random)
    await pool().query(INSERT, [newRandomId(), ...values, name])
  }
  throw new Error("no pseudonym could be given")
}

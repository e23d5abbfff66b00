import "server-only"
import { type Decision, refuse } from "@/lib/access/refusal"
import { watchFlags } from "@/lib/discussion/moderation/watch-flags"
import type { AcceptedPost } from "@/lib/discussion/posts/decide-post"
import { postHtml } from "@/lib/discussion/posts/post-html"
import { ensureAlias } from "@/lib/discussion/server/alias-store"
import { citedRows } from "@/lib/discussion/server/cites"
import { type PostRow, runKeep } from "@/lib/discussion/server/keep-statement"
import type { Cites, PostingPlace } from "@/lib/discussion/server/load-posting-place"
import { threadTopic } from "@/lib/discussion/thread/thread-topic"
import { database, pool } from "@/lib/platform/database"
import { newId, newRandomId } from "@/lib/platform/ids"
import { oneByOne } from "@/lib/platform/one-by-one"
import { countPost } from "@/lib/platform/telemetry/metrics"

/** What the writer hears back: where their post stands. */
export type KeptPost = { id: string; assignmentId: string; promptId: string }

export type PostToKeep = {
  place: PostingPlace
  /** The row id of the post it answers, or null. */
  parentId: string | null
  clientKey: string
  accepted: AcceptedPost
  /** In the order the writer chose. */
  cites: Cites
  /** Staff post in locked threads, and without pauses. */
  isStaff: boolean
  now: Date
  /** Whether it waits until staff let it through. */
  isHeld: boolean
}

/**
 * Keeps a post that the rules accepted: row, citations, the thread's counter and the event in one statement.
 * The same client key of the same author is the same post: the row that is there is answered, and nothing changes.
 * Null where it could not be kept, since things changed after the rules had looked.
 */
export async function keepPost(post: PostToKeep): Promise<KeptPost | null> {
  const { assignmentId, promptId, ownAlias } = post.place
  const alias = ownAlias ?? (await ensureAlias(post.place))
  const threadId = post.place.threadId ?? (await ensureThread(post.place))
  const publicId = newRandomId()
  const row = rowOf(post, { threadId, aliasId: alias.id, publicId })
  const isNew = await oneByOne(threadId, () => runKeep(row))
  if (isNew) countPost(post.isHeld ? "held" : "shown")
  const id = isNew ? publicId : await findByKey(alias.id, post.clientKey)
  return id ? { id, assignmentId, promptId } : null
}

/** Where a post stands that was kept before. */
export const placeOfPost = ({ assignmentId, promptId }: PostingPlace, id: string): KeptPost => ({
  id,
  assignmentId,
  promptId,
})

/** A post that could not be kept is tried once more: the rules, which look again, then say why. */
export async function orLookAgain(
  attempt: () => Promise<Decision<KeptPost> | null>,
): Promise<Decision<KeptPost>> {
  return (await attempt()) ?? (await attempt()) ?? refuse("conflict", "discussion.notKept")
}

/**
 * The thread's row, made when its prompt is answered for the first time, by a group or by the class. A lock of the
 * question holds for a group that was made after it, too.
 */
async function ensureThread({ assignmentId, promptId, groupId }: PostingPlace): Promise<string> {
  await pool().query(
    `INSERT INTO "Thread" (id, "assignmentId", "promptId", "groupId", "lockedAt", "lockedFor")
     SELECT $1::uuid, $2::uuid, $3::uuid, $4::uuid, whole."lockedAt", whole."lockedFor"
     FROM (SELECT 1) one LEFT JOIN "Thread" whole
       ON whole."assignmentId" = $2::uuid AND whole."promptId" = $3::uuid AND whole."groupId" IS NULL
     ON CONFLICT DO NOTHING`,
    [newId(), assignmentId, promptId, groupId],
  )
  const { rows } = await pool().query<{ id: string }>(
    `SELECT id FROM "Thread"
     WHERE "assignmentId" = $1 AND "promptId" = $2 AND "groupId" IS NOT DISTINCT FROM $3::uuid`,
    [assignmentId, promptId, groupId],
  )
  if (!rows[0]) throw new Error("a thread vanished while it was answered")
  return rows[0].id
}

async function findByKey(aliasId: string, clientKey: string): Promise<string | null> {
  const where = { aliasId_clientKey: { aliasId, clientKey } }
  return (await database().post.findUnique({ where, select: { publicId: true } }))?.publicId ?? null
}

type Standing = { threadId: string; aliasId: string; publicId: string }

function rowOf(post: PostToKeep, standing: Standing): PostRow {
  const { place, parentId, clientKey, accepted, cites, now, isHeld } = post
  const quotes = new Map((place.found ?? []).map((sentence) => [sentence.sentenceId, sentence.quote]))
  const html = postHtml(accepted.body)
  const restatementHtml = accepted.restatement && postHtml(accepted.restatement)
  return {
    ...standing,
    ...accepted,
    id: newId(),
    parentId,
    clientKey,
    html,
    restatement: accepted.restatement,
    restatementHtml,
    isHeld,
    flags: watchFlags({ html: html + (restatementHtml ?? ""), sources: accepted.sources }, place.watched),
    createdAt: now,
    revisionId: place.revisionId,
    citations: cites.sentenceIds.map((sentenceId) => ({ sentenceId, quote: quotes.get(sentenceId) ?? "" })),
    citedPosts: citedRows(cites.postIds, place.foundPosts),
    classId: place.classId,
    assignmentId: place.assignmentId,
    topic: threadTopic(place),
    slowSeconds: post.isStaff ? 0 : place.rules.slowSeconds,
    isStaff: post.isStaff,
  }
}

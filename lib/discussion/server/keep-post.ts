import "server-only"
import type { AcceptedPost } from "@/lib/discussion/decide-post"
import { postHtml } from "@/lib/discussion/post-html"
import { ensureAlias } from "@/lib/discussion/server/alias-store"
import type { PostingPlace } from "@/lib/discussion/server/load-posting-place"
import { threadTopic } from "@/lib/discussion/thread-topic"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId, newRandomId } from "@/lib/platform/ids"
import { announce } from "@/lib/platform/notifications"

/** What the writer hears back: where their post stands. */
export type KeptPost = { id: string; assignmentId: string; promptId: string }

export type PostToKeep = {
  place: PostingPlace
  /** The row id of the post it answers, or null. */
  parentId: string | null
  clientKey: string
  accepted: AcceptedPost
  /** In the order the writer chose. */
  sentenceIds: readonly string[]
  now: Date
}

/**
 * Keeps a post that the rules accepted: row, citations, the thread's counter and the event in one transaction.
 * The same client key of the same author is the same post: the row that is there is answered, and nothing changes.
 */
export async function keepPost(post: PostToKeep): Promise<KeptPost> {
  const { assignmentId, enrolmentId, promptId, ownAlias } = post.place
  const alias = ownAlias ?? (await ensureAlias(assignmentId, enrolmentId))
  const id = await database().$transaction(async (tx) => {
    const threadId = await lockThread(tx, post.place)
    return (
      (await findByKey(tx, alias.id, post.clientKey)) ?? insertPost(tx, { post, aliasId: alias.id, threadId })
    )
  })
  return { id, assignmentId, promptId }
}

/** The thread's row, made when its prompt is answered for the first time, locked so that numbers have no gaps. */
async function lockThread(tx: Transaction, { assignmentId, promptId }: PostingPlace): Promise<string> {
  await tx.$executeRaw`
    INSERT INTO "Thread" (id, "assignmentId", "promptId") VALUES (${newId()}::uuid, ${assignmentId}::uuid, ${promptId}::uuid)
    ON CONFLICT DO NOTHING`
  const [thread] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Thread"
    WHERE "assignmentId" = ${assignmentId}::uuid AND "promptId" = ${promptId}::uuid AND "groupId" IS NULL FOR UPDATE`
  if (!thread) throw new Error("a thread vanished while it was answered")
  return thread.id
}

async function findByKey(tx: Transaction, aliasId: string, clientKey: string): Promise<string | null> {
  const where = { aliasId_clientKey: { aliasId, clientKey } }
  const found = await tx.post.findUnique({ where, select: { publicId: true } })
  return found?.publicId ?? null
}

type Insert = { post: PostToKeep; aliasId: string; threadId: string }

async function insertPost(tx: Transaction, { post, aliasId, threadId }: Insert): Promise<string> {
  const { place, parentId, clientKey, accepted, now } = post
  const increment = { data: { lastSeq: { increment: 1 } }, select: { lastSeq: true } }
  const { lastSeq: seq } = await tx.thread.update({ where: { id: threadId }, ...increment })
  const ids = { id: newId(), publicId: newRandomId() }
  const html = postHtml(accepted.body)
  await tx.post.create({
    data: { ...ids, threadId, seq, parentId, aliasId, clientKey, ...accepted, html, createdAt: now },
  })
  await tx.citation.createMany({ data: citationRows(ids.id, post) })
  await announce(tx, threadTopic(place))
  // Thread and number say which post; the author stands in one table only, so no actor is named here.
  await appendEvent(tx, {
    kind: "post.created",
    classId: place.classId,
    assignmentId: place.assignmentId,
    subjectId: threadId,
    data: { seq, reply: parentId !== null },
  })
  return ids.publicId
}

function citationRows(postId: string, { place, sentenceIds }: PostToKeep) {
  const quotes = new Map((place.found ?? []).map((sentence) => [sentence.sentenceId, sentence.quote]))
  return sentenceIds.map((sentenceId, index) => ({
    postId,
    position: index + 1,
    revisionId: place.revisionId,
    sentenceId,
    quote: quotes.get(sentenceId) ?? "",
  }))
}

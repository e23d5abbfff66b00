import "server-only"
import { flagColumns, type WatchFlag } from "@/lib/discussion/moderation/watch-flags"
import { noteAnswered } from "@/lib/discussion/server/notice-store"
import type { SourceView } from "@/lib/discussion/thread/thread-view"
import { pool } from "@/lib/platform/database"
import { CHANNEL } from "@/lib/platform/notifications"

// $1 thread, $2 row id, $3 public id, $4 parent or null, $5 alias, $6 client key, $7 move, $8 side or null, $9 body,
// $10 html, $11 now, $12 revision, $13 cited sentences, $14 their words, $15 class, $16 assignment, $17 topic,
// $18 rows of cited posts, $19 sources as JSON, $20 restatement or null, $21 its html, $22 seconds between two posts, $23 staff,
// $24 whether it waits for staff, $25 watched words in it, $26 the notes of these, $27 where they were found.
// The thread's row is locked first, so that numbers have no gaps, then the class's row is shared: a lock or a freeze waits
// for the posts before it, and every post after it finds none of the rows it needs. The pause is kept in a row of its own,
// so that two posts at once are held against each other. A key that is there already counts nothing.
// What waits gets no number yet, and nobody is told of it. Thread and number say which post; the author stands in one
// table only, so the event names no actor.
const KEEP = `
  WITH held AS (
    SELECT id FROM "Thread" WHERE id = $1 AND ("lockedAt" IS NULL OR $23::bool) FOR UPDATE),
  opened AS (
    SELECT held.id FROM held, "Class" c
    WHERE c.id = $15 AND c."discussionsFrozenAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Post" WHERE "aliasId" = $5 AND "clientKey" = $6)
    FOR SHARE OF c),
  paced AS (
    INSERT INTO "ThreadPace" ("threadId", "aliasId", "lastPostAt")
    SELECT id, $5::uuid, $11::timestamptz FROM opened WHERE $22::int > 0
    ON CONFLICT ("threadId", "aliasId") DO UPDATE SET "lastPostAt" = excluded."lastPostAt"
    WHERE "ThreadPace"."lastPostAt" <= excluded."lastPostAt" - $22::int * interval '1 second'
    RETURNING "threadId" AS id),
  let_in AS MATERIALIZED (SELECT id FROM opened WHERE $22::int = 0 UNION ALL SELECT id FROM paced),
  counted AS (
    UPDATE "Thread" SET "lastSeq" = "lastSeq" + CASE WHEN $24::boolean THEN 0 ELSE 1 END
    FROM let_in WHERE "Thread".id = let_in.id
    RETURNING "Thread".id, CASE WHEN $24 THEN NULL ELSE "lastSeq" END AS seq),
  kept AS (
    INSERT INTO "Post" (id, "publicId", "threadId", seq, "parentId", "aliasId", "clientKey", move, side, body, html, "createdAt",
                        state, "heldAt")
    SELECT $2::uuid, $3::uuid, id, seq, $4::uuid, $5::uuid, $6::uuid, $7::"Move", $8::"DeclaredSide", $9, $10, $11::timestamptz,
           (CASE WHEN $24 THEN 'held' ELSE 'visible' END)::"PostState", CASE WHEN $24 THEN $11::timestamptz END
    FROM counted RETURNING id, "threadId", seq, "parentId"),
  cited AS (
    INSERT INTO "Citation" ("postId", position, "revisionId", "sentenceId", quote)
    SELECT kept.id, c.position, $12::uuid, c."sentenceId", c.quote
    FROM kept, unnest($13::uuid[], $14::text[]) WITH ORDINALITY AS c("sentenceId", quote, position)),
  restated AS (
    INSERT INTO "Restatement" ("postId", number, body, html, "createdAt")
    SELECT id, 1, $20::text, $21::text, $11::timestamptz FROM kept WHERE $20::text IS NOT NULL
    RETURNING "postId"),
  logged_restating AS (
    INSERT INTO "Event" (kind, "classId", "assignmentId", "subjectId", data)
    SELECT 'restatement.made', $15::uuid, $16::uuid, kept."threadId",
           CASE WHEN $24 THEN jsonb_build_object('postId', kept.id)
                ELSE jsonb_build_object('seq', kept.seq, 'parentSeq', parent.seq) END
    FROM kept JOIN restated ON restated."postId" = kept.id JOIN "Post" parent ON parent.id = kept."parentId"),
  flagged AS (
    INSERT INTO "PostFlag" (id, "postId", kind, word, note, passage, "createdAt")
    SELECT gen_random_uuid(), kept.id, 'watched', f.word, f.note, f.passage, $11::timestamptz
    FROM kept, unnest($25::text[], $26::text[], $27::text[]) AS f(word, note, passage)
    RETURNING "postId"),
  noticed AS (
    INSERT INTO "Event" (kind, "classId", "assignmentId", "subjectId", data)
    SELECT 'post.flagged', $15::uuid, $16::uuid, kept."threadId",
           jsonb_build_object('postId', kept.id, 'flags', (SELECT count(*) FROM flagged))
    FROM kept WHERE EXISTS (SELECT 1 FROM flagged)),
  cited_posts AS (
    INSERT INTO "PostCitation" ("postId", position, "citedPostId")
    SELECT kept.id, c.position, c."postId" FROM kept, unnest($18::uuid[]) WITH ORDINALITY AS c("postId", position)),
  cited_sources AS (
    INSERT INTO "SourceCitation" ("postId", position, title, address, publisher, published)
    SELECT kept.id, c.position, c.source->>'title', c.source->>'address', c.source->>'publisher', c.source->>'published'
    FROM kept, jsonb_array_elements($19::jsonb) WITH ORDINALITY AS c(source, position)),
  logged AS (
    INSERT INTO "Event" (kind, "classId", "assignmentId", "subjectId", data)
    SELECT CASE WHEN $24 THEN 'post.held' ELSE 'post.created' END, $15::uuid, $16::uuid, "threadId",
           CASE WHEN $24 THEN jsonb_build_object('postId', id)
                ELSE jsonb_build_object('seq', seq, 'reply', "parentId" IS NOT NULL) END
    FROM kept),
  noted AS (${noteAnswered("$5", "$11")})
  SELECT CASE WHEN NOT $24 THEN pg_notify('${CHANNEL}', $17) END, (SELECT count(pg_notify('${CHANNEL}', topic)) FROM noted) FROM kept`

export type PostRow = {
  threadId: string
  id: string
  publicId: string
  parentId: string | null
  aliasId: string
  clientKey: string
  move: string
  side: string | null
  body: string
  html: string
  /** The restated post in the writer's words, with its HTML; both null for none. */
  restatement: string | null
  restatementHtml: string | null
  createdAt: Date
  revisionId: string
  citations: readonly { sentenceId: string; quote: string }[]
  /** Rows, not public ids. */
  citedPosts: readonly string[]
  sources: readonly SourceView[]
  classId: string
  assignmentId: string
  topic: string
  /** Seconds between two posts of one person; 0: none. */
  slowSeconds: number
  isStaff: boolean
  isHeld: boolean
  flags: readonly WatchFlag[]
}

/**
 * Runs the statement: one trip, one commit. False where the author's key is there already, or where the thread was locked,
 * the class frozen or the author's pause begun meanwhile; then nothing has changed.
 */
export async function runKeep(post: PostRow): Promise<boolean> {
  const values = [
    post.threadId,
    post.id,
    post.publicId,
    post.parentId,
    post.aliasId,
    post.clientKey,
    post.move,
    post.side,
    post.body,
    post.html,
    post.createdAt,
    post.revisionId,
    post.citations.map(({ sentenceId }) => sentenceId),
    post.citations.map(({ quote }) => quote),
    post.classId,
    post.assignmentId,
    post.topic,
    post.citedPosts,
    JSON.stringify(post.sources),
    post.restatement,
    post.restatementHtml,
    post.slowSeconds,
    post.isStaff,
    post.isHeld,
    ...flagColumns(post.flags),
  ]
  try {
    return (await pool().query({ name: "keep-post", text: KEEP, values })).rowCount === 1
  } catch (error) {
    if (isSameKey(error)) return false
    throw error
  }
}

/** Two presses at once: the second saw no first when it began, and is stopped by the index. */
const isSameKey = (error: unknown): boolean =>
  error instanceof Error && "constraint" in error && error.constraint === "Post_aliasId_clientKey_key"

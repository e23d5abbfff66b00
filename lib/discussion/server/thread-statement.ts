import "server-only"
import {
  hasPostedIn,
  isAliasOf,
  knownAuthor,
  lastPostIn,
  lastSideIn,
  lastTakenBack,
  ownAlias,
} from "@/lib/discussion/server/alias-store"
import { standingAct } from "@/lib/discussion/server/ledger-store"
import { hasReported, hidingReason } from "@/lib/discussion/server/moderation-store"
import { currentNorms, hasAcceptedNorms } from "@/lib/discussion/server/norms-store"
import { PLACE_COLUMNS, THROUGH_CLASS } from "@/lib/discussion/server/place"
import type { ThreadOrder } from "@/lib/discussion/thread/thread-view"

/** Posts per window, by order of writing. A conversation is never cut: a window may hold a few more. */
const WINDOW = 30
const MOST_CITING = 200
const MOST_SINCE = 60

// $1 viewer, $2 assignment, $3 prompt, $4 window, $5 public id of a post or null, $6 sentence or null, $7 number of a post,
// $8 numbers of posts.
const PLACE = `
  place AS (
    SELECT ${PLACE_COLUMNS}, p.id AS "promptId", p.position, p.text,
           (SELECT count(*)::int FROM "Prompt" q WHERE q."lessonVersionId" = p."lessonVersionId") AS "promptCount",
           t.id AS "threadId", t."lastChange", ${ownAlias("e.id", "a.id")} AS "ownAlias",
           ${hasPostedIn("t.id", "e.id")} AS "hasPosted", ${lastTakenBack("t.id", "e.id")} AS "takenBack",
           t."lockedAt", t."lockedFor", ${currentNorms(`a."classId"`)} AS norms, c."helpLine",
           ${hasAcceptedNorms("e.id", `a."classId"`)} AS "acceptedNorms", ${lastPostIn("t.id", "e.id")} AS "lastPostAt",
           $4::int AS "askedWindow", $5::uuid AS "askedPost", $6::uuid AS "askedSentence", $7::int AS "askedAfter",
           $8::int[] AS "askedSeqs"
    FROM ${THROUGH_CLASS}
    JOIN "Prompt" p ON p.id = $3 AND p."lessonVersionId" = a."lessonVersionId"
    LEFT JOIN "Thread" t ON t."assignmentId" = a.id AND t."promptId" = p.id AND t."groupId" IS NULL
    WHERE a.id = $2)`

// Post-first stands here: for a student who has not posted, the thread is empty, whatever is asked of it further down.
const SAID = `
  said AS (
    SELECT po.id, po."publicId", po.seq, po."parentId", po.state, po."aliasId", po.side, place."enrolmentId" AS reader
    FROM place JOIN "Post" po ON po."threadId" = place."threadId"
    WHERE place."hasPosted" OR place."classRole" <> 'student'),
  visible AS (SELECT * FROM said WHERE state = 'visible')`

const ARGUED = `
  tree AS (
    SELECT id, "publicId", seq AS root FROM said WHERE "parentId" IS NULL
    UNION ALL
    SELECT said.id, said."publicId", tree.root FROM said JOIN tree ON said."parentId" = tree.id),
  sized AS (SELECT root, count(*) AS posts FROM tree GROUP BY root),
  started AS (SELECT root, (sum(posts) OVER (ORDER BY root) - posts)::int / ${WINDOW} AS part FROM sized),
  placed AS (SELECT root, (dense_rank() OVER (ORDER BY part) - 1)::int AS part FROM started),
  shown AS (
    SELECT least(coalesce(
             (SELECT placed.part FROM tree JOIN placed USING (root) WHERE tree."publicId" = place."askedPost"),
             place."askedWindow"), (SELECT max(part) FROM placed)) AS part,
           (SELECT max(part) + 1 FROM placed) AS parts
    FROM place),
  chosen AS (SELECT tree.id FROM tree JOIN placed USING (root) JOIN shown USING (part))`

const NEWEST = `
  shown AS (
    SELECT least(place."askedWindow", n.parts - 1) AS part, n.parts
    FROM place, (SELECT ((count(*) + ${WINDOW - 1}) / ${WINDOW})::int AS parts FROM visible) n),
  chosen AS (
    SELECT id FROM visible ORDER BY seq DESC
    LIMIT ${WINDOW} OFFSET (SELECT ${WINDOW} * greatest(part, 0) FROM shown))`

const SENTENCE = `
  shown AS (SELECT 0 AS part, 1 AS parts),
  chosen AS (
    SELECT visible.id FROM visible, place
    WHERE EXISTS (SELECT 1 FROM "Citation" ci WHERE ci."postId" = visible.id AND ci."sentenceId" = place."askedSentence")
    ORDER BY visible.seq LIMIT ${MOST_CITING})`

const SINCE = `
  shown AS (SELECT 0 AS part, 1 AS parts),
  chosen AS (
    SELECT visible.id FROM visible, place WHERE visible.seq > place."askedAfter"
    ORDER BY visible.seq LIMIT ${MOST_SINCE})`

// Posts that were hidden or taken back too: their places say so.
const CHANGED = `
  shown AS (SELECT 0 AS part, 1 AS parts),
  chosen AS (SELECT said.id FROM said, place WHERE said.seq = ANY(place."askedSeqs"))`

const CITATION = `
  json_build_object('sentenceId', ci."sentenceId", 'paragraph', rs.paragraph, 'ordinal', rs.ordinal, 'quote', ci.quote`

const MILLISECONDS = `(extract(epoch FROM po."createdAt") * 1000)::float8`

/** What only the author gets: the words as typed, when they were taken back, why they were hidden. */
const OWN = `
  CASE WHEN ${isAliasOf(`po."aliasId"`, "said.reader")} THEN json_build_object(
    'body', CASE WHEN po.state = 'visible' THEN po.body END,
    'deletedAt', CASE WHEN po.state = 'deleted' THEN (extract(epoch FROM po."deletedAt") * 1000)::float8 END,
    'act', CASE WHEN po.state = 'hidden' THEN ${standingAct("po.id")} END,
    'hiddenFor', CASE WHEN po.state = 'hidden' THEN ${hidingReason("po.id")} END) END`

const POSTS = `
  SELECT json_agg(json_build_object(
    'id', po."publicId", 'parentId', parent."publicId", 'seq', po.seq, 'move', po.move, 'state', po.state,
    'createdAt', ${MILLISECONDS},
    'author', CASE WHEN po.state = 'visible' THEN ${knownAuthor(`po."aliasId"`, "said.reader")} END,
    'answers', CASE WHEN po.state = 'visible' AND parent.state = 'visible'
                    THEN ${knownAuthor(`parent."aliasId"`, "said.reader")} END,
    'side', CASE WHEN po.state = 'visible' THEN po.side END,
    'html', CASE WHEN po.state = 'visible' THEN po.html END,
    'isNew', coalesce(po.seq > tr."lastSeq", false),
    'isEdited', po.state = 'visible' AND po."editedAt" IS NOT NULL,
    'isReported', ${hasReported("po.id", "said.reader")}, 'own', ${OWN},
    'citations', coalesce((
      SELECT json_agg(${CITATION}) ORDER BY ci.position)
      FROM "Citation" ci
      JOIN "RevisionSentence" rs ON rs."revisionId" = ci."revisionId" AND rs."sentenceId" = ci."sentenceId"
      WHERE ci."postId" = po.id AND po.state = 'visible'), '[]')) ORDER BY po.seq)
  FROM chosen
  JOIN said ON said.id = chosen.id
  JOIN "Post" po ON po.id = chosen.id
  LEFT JOIN said parent ON parent.id = po."parentId"
  LEFT JOIN "ThreadRead" tr ON tr."threadId" = po."threadId" AND tr."enrolmentId" = said.reader`

const UNANSWERED = `
  visible.state = 'visible' AND visible."parentId" IS NULL
  AND NOT EXISTS (SELECT 1 FROM visible reply WHERE reply."parentId" = visible.id)`

const COUNTS = `
  SELECT json_build_object('posts', count(*), 'people', count(DISTINCT "aliasId"),
                           'waiting', count(*) FILTER (WHERE ${UNANSWERED})) FROM visible`

const LEAN = `
  SELECT json_agg(top ORDER BY top.posts DESC, top.paragraph, top.ordinal) FROM (
    SELECT ci."sentenceId", rs.paragraph, rs.ordinal, rs.text AS quote, count(*)::int AS posts
    FROM visible JOIN "Citation" ci ON ci."postId" = visible.id
    JOIN "RevisionSentence" rs ON rs."revisionId" = ci."revisionId" AND rs."sentenceId" = ci."sentenceId"
    GROUP BY 1, 2, 3, 4 ORDER BY posts DESC, rs.paragraph, rs.ordinal LIMIT 6) top`

const WAITING = `
  SELECT json_agg(json_build_object(
    'id', po."publicId", 'seq', po.seq, 'side', po.side, 'createdAt', ${MILLISECONDS},
    'author', ${knownAuthor(`po."aliasId"`, "visible.reader")}, 'excerpt', left(po.body, 200)) ORDER BY po.seq)
  FROM visible JOIN "Post" po ON po.id = visible.id WHERE ${UNANSWERED}`

const statement = (order: string): string => `
  WITH RECURSIVE ${PLACE}, ${SAID}, ${order}
  SELECT place.*, shown.part, shown.parts,
         ${lastSideIn(`place."threadId"`, `place."enrolmentId"`)} AS "ownSide",
         (SELECT max(seq) FROM said) AS "lastSeq",
         (${POSTS}) AS posts, (${COUNTS}) AS counts, (${LEAN}) AS lean, (${WAITING}) AS waiting
  FROM place CROSS JOIN shown`

/** One statement per order: the place, the gate, one window of posts, and what stands beside it. */
export const THREAD_STATEMENT: Record<ThreadOrder, string> = {
  argued: statement(ARGUED),
  newest: statement(NEWEST),
  sentence: statement(SENTENCE),
  since: statement(SINCE),
  changed: statement(CHANGED),
}

import "server-only"
import {
  hasPostedIn,
  isAliasOf,
  knownAuthor,
  lastPostIn,
  lastSideIn,
  lastTakenBack,
  ownAlias,
  ownWaiting,
  peopleIn,
} from "@/lib/discussion/server/alias-store"
import { isAnswered, postsCited, sourcesCited } from "@/lib/discussion/server/citation-store"
import { returnReason, shownState } from "@/lib/discussion/server/held-store"
import { standingAct } from "@/lib/discussion/server/ledger-store"
import { hasReported, hidingReason } from "@/lib/discussion/server/moderation-store"
import { currentNorms, hasAcceptedNorms } from "@/lib/discussion/server/norms-store"
import {
  ownPostIsOver,
  PLACE_COLUMNS,
  SEAT_COLUMNS,
  SEATS_THREAD,
  seatAt,
  THREAD_CHOICES,
  THROUGH_CLASS,
} from "@/lib/discussion/server/place"
import { knownRestating, waitsForAnswer } from "@/lib/discussion/server/restating-store"
import type { ThreadOrder } from "@/lib/discussion/thread/thread-view"

/** Posts per window, by order of writing. A conversation is never cut: a window may hold a few more. */
const WINDOW = 30
const MOST_CITING = 200
const MOST_SINCE = 60
const MOST_LEAN = 6
const ALL_LEAN = 400

// $1 viewer, $2 assignment, $3 prompt, $4 window, $5 public id of a post or null, $6 sentence or null, $7 number of a post,
// $8 numbers of posts, $9 now, $10 which of the prompt's threads or null.
const STANDING = `
    SELECT ${PLACE_COLUMNS}, ${SEAT_COLUMNS}, ${THREAD_CHOICES} AS choices, p.id AS "promptId", p.position, p.text, p."hasSides",
           (SELECT count(*)::int FROM "Prompt" q WHERE q."lessonVersionId" = p."lessonVersionId") AS "promptCount",
           t.id AS "threadId", t."lastChange", ${ownAlias("e.id", "a.id", "p.id")} AS "ownAlias",
           ${hasPostedIn("t.id", "e.id")} AS "hasPosted", ${ownPostIsOver("$9")} AS "ownPostIsOver",
           ${lastTakenBack("t.id", "e.id")} AS "takenBack",
           ${ownWaiting("t.id", "e.id")} AS "ownWaiting",
           t."lockedAt", t."lockedFor", ${currentNorms(`a."classId"`)} AS norms, c."helpLine",
           ${hasAcceptedNorms("e.id", `a."classId"`)} AS "acceptedNorms", ${lastPostIn("t.id", "e.id")} AS "lastPostAt",
           $4::int AS "askedWindow", $5::uuid AS "askedPost", $6::uuid AS "askedSentence", $7::int AS "askedAfter",
           $8::int[] AS "askedSeqs"
    FROM ${THROUGH_CLASS}
    JOIN "Prompt" p ON p.id = $3 AND p."lessonVersionId" = a."lessonVersionId"
    ${seatAt({ thread: "$10::text", post: "$5::uuid" })}
    LEFT JOIN ${SEATS_THREAD}
    WHERE a.id = $2`

// Post-first stands here: for a student whose thread is shut there is no "openThread", whatever is asked of it further
// down. Nothing further down looks at more of a thread than it shows: a long one costs what a short one does.
const PLACE = `
  place AS (
    SELECT standing.*, CASE WHEN "hasPosted" OR "ownPostIsOver" OR "classRole" <> 'student' THEN "threadId" END AS "openThread"
    FROM (${STANDING}) standing)`

const ARGUED = `
  windows AS (
    SELECT w."firstSeq", (row_number() OVER (ORDER BY w."firstSeq") - 1)::int AS part,
           coalesce(lead(w."firstSeq") OVER (ORDER BY w."firstSeq"), 2147483647) AS "endSeq"
    FROM place JOIN "ThreadWindow" w ON w."threadId" = place."openThread"),
  shown AS (
    SELECT least(coalesce(
             (SELECT max(windows.part) FROM windows JOIN "Post" po ON po."rootSeq" >= windows."firstSeq"
              WHERE po."publicId" = place."askedPost" AND po."threadId" = place."openThread"),
             place."askedWindow"), (SELECT max(part) FROM windows)) AS part,
           (SELECT count(*)::int FROM windows) AS parts
    FROM place),
  chosen AS (
    SELECT po.id FROM place CROSS JOIN shown JOIN windows USING (part)
    JOIN "Post" po ON po."threadId" = place."openThread"
      AND po."rootSeq" >= windows."firstSeq" AND po."rootSeq" < windows."endSeq")`

const partsOf = (posts: string) => `
  shown AS (
    SELECT least(place."askedWindow", n.parts - 1) AS part, n.parts
    FROM place CROSS JOIN LATERAL (
      SELECT coalesce((SELECT (t.${posts} + ${WINDOW - 1}) / ${WINDOW} FROM "Thread" t
                       WHERE t.id = place."openThread"), 0) AS parts) n)`

// A value rather than a join, so that the index is walked in its own order and left after one window.
const OPEN_THREAD = `(SELECT "openThread" FROM place)`

const FROM_PART = `LIMIT ${WINDOW} OFFSET (SELECT ${WINDOW} * greatest(part, 0) FROM shown)`

const NEWEST = `
  ${partsOf('"visiblePosts"')},
  chosen AS (
    SELECT po.id FROM "Post" po WHERE po."threadId" = ${OPEN_THREAD} AND po.state = 'visible'
    ORDER BY po.seq DESC ${FROM_PART})`

const UNANSWERED = `
  ${partsOf('"waitingPosts"')},
  chosen AS (
    SELECT un."postId" AS id FROM "UnansweredPost" un WHERE un."threadId" = ${OPEN_THREAD}
    ORDER BY un.seq ${FROM_PART})`

const SENTENCE = `
  shown AS (SELECT 0 AS part, 1 AS parts),
  chosen AS (
    SELECT po.id FROM place JOIN "Citation" ci ON ci."sentenceId" = place."askedSentence"
    JOIN "Post" po ON po.id = ci."postId" AND po."threadId" = place."openThread" AND po.state = 'visible'
    ORDER BY po.seq LIMIT ${MOST_CITING})`

const SINCE = `
  shown AS (SELECT 0 AS part, 1 AS parts),
  chosen AS (
    SELECT po.id FROM "Post" po
    WHERE po."threadId" = ${OPEN_THREAD} AND po.state = 'visible' AND po.seq > (SELECT "askedAfter" FROM place)
    ORDER BY po.seq LIMIT ${MOST_SINCE})`

// Posts that were hidden or taken back too: their places say so.
const CHANGED = `
  shown AS (SELECT 0 AS part, 1 AS parts),
  chosen AS (
    SELECT po.id FROM place
    JOIN "Post" po ON po."threadId" = place."openThread" AND po.seq = ANY(place."askedSeqs"))`

const CITATION = `
  json_build_object('sentenceId', ci."sentenceId", 'paragraph', rs.paragraph, 'ordinal', rs.ordinal, 'quote', ci.quote`

const READER = `place."enrolmentId"`

const MILLISECONDS = `(extract(epoch FROM po."createdAt") * 1000)::float8`

/** What only the author gets: the words as typed, when they were taken back, why they were hidden. */
const OWN = `
  CASE WHEN ${isAliasOf(`po."aliasId"`, READER)} THEN json_build_object(
    'body', CASE WHEN po.state = 'visible' THEN po.body END, 'isAnswered', ${isAnswered("po.id")},
    'deletedAt', CASE WHEN po.state = 'deleted' THEN (extract(epoch FROM po."deletedAt") * 1000)::float8 END,
    'act', CASE WHEN po.state = 'hidden' THEN ${standingAct("po.id")} END,
    'hiddenFor', CASE WHEN po.state = 'hidden' THEN ${hidingReason("po.id")} END,
    'returnedFor', CASE WHEN po.state = 'returned' THEN ${returnReason("po.id")} END,
    'isWaiting', po.state = 'held') END`

const POSTS = `
  SELECT json_agg(json_build_object(
    'id', po."publicId", 'parentId', parent."publicId", 'seq', po.seq, 'move', po.move, 'state', ${shownState("po")},
    'createdAt', ${MILLISECONDS},
    'author', CASE WHEN po.state = 'visible' THEN ${knownAuthor(`po."aliasId"`, READER)} END,
    'answers', CASE WHEN po.state = 'visible' AND parent.state = 'visible'
                    THEN ${knownAuthor(`parent."aliasId"`, READER)} END,
    'side', CASE WHEN po.state = 'visible' THEN po.side END,
    'html', CASE WHEN po.state = 'visible' THEN po.html END,
    'isNew', coalesce(po.seq > tr."lastSeq", false),
    'isEdited', po.state = 'visible' AND po."editedAt" IS NOT NULL,
    'isReported', ${hasReported("po.id", READER)}, 'own', ${OWN},
    'restating', ${knownRestating({ post: "po", parent: "parent", reader: READER })},
    'citations', coalesce((
      SELECT json_agg(${CITATION}) ORDER BY ci.position)
      FROM "Citation" ci
      JOIN "RevisionSentence" rs ON rs."revisionId" = ci."revisionId" AND rs."sentenceId" = ci."sentenceId"
      WHERE ci."postId" = po.id AND po.state = 'visible'), '[]'),
    'citedPosts', CASE WHEN po.state = 'visible' THEN ${postsCited("po.id", READER)} ELSE '[]' END,
    'sources', CASE WHEN po.state = 'visible' THEN ${sourcesCited("po.id")} ELSE '[]' END) ORDER BY po.seq)
  FROM chosen
  JOIN "Post" po ON po.id = chosen.id
  LEFT JOIN "Post" parent ON parent.id = po."parentId"
  LEFT JOIN "ThreadRead" tr ON tr."threadId" = po."threadId" AND tr."enrolmentId" = ${READER}`

const COUNTS = `
  SELECT json_build_object('posts', t."visiblePosts", 'waiting', t."waitingPosts",
                           'people', ${peopleIn("t")})
  FROM "Thread" t WHERE t.id = place."openThread"`

/** The sentences cited most stand beside the thread; ordered by sentence it lists them all. */
const leanOf = (most: number) => `
  SELECT json_agg(top ORDER BY top.posts DESC, top.paragraph, top.ordinal) FROM (
    SELECT le."sentenceId", rs.paragraph, rs.ordinal, rs.text AS quote, le.posts
    FROM "ThreadLean" le
    JOIN "RevisionSentence" rs ON rs."revisionId" = le."revisionId" AND rs."sentenceId" = le."sentenceId"
    WHERE le."threadId" = place."openThread" AND le.posts > 0
    ORDER BY le.posts DESC, rs.paragraph, rs.ordinal LIMIT ${most}) top`

// By the reader's own posts, which are few, however long the thread is.
const ASKED = `
  SELECT array_agg(po."publicId" ORDER BY po.seq)
  FROM "Post" mine JOIN "Post" po ON po."parentId" = mine.id AND po.state = 'visible'
  WHERE mine."aliasId" = (place."ownAlias"->>'id')::uuid AND mine."threadId" = place."openThread"
    AND mine.state = 'visible' AND ${waitsForAnswer("po.id")}`

const statement = (order: string, mostLean = MOST_LEAN): string => `
  WITH ${PLACE}, ${order}
  SELECT place.*, shown.part, shown.parts,
         ${lastSideIn(`place."threadId"`, READER)} AS "ownSide",
         (SELECT t."lastSeq" FROM "Thread" t WHERE t.id = place."openThread") AS "lastSeq",
         (${POSTS}) AS posts, (${COUNTS}) AS counts, (${leanOf(mostLean)}) AS lean, (${ASKED}) AS "askedOfYou"
  FROM place CROSS JOIN shown`

/** One statement per order: the place, the gate, one window of posts, and what stands beside it. */
export const THREAD_STATEMENT: Record<ThreadOrder, string> = {
  argued: statement(ARGUED),
  newest: statement(NEWEST),
  unanswered: statement(UNANSWERED),
  sentence: statement(SENTENCE, ALL_LEAN),
  since: statement(SINCE),
  changed: statement(CHANGED),
}

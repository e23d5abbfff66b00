import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { MapPost } from "@/lib/discussion/argument-map/build-map"
import { shorten } from "@/lib/discussion/argument-map/shorten"
import { decideSeat } from "@/lib/discussion/groups/decide-seat"
import { type ThreadChoice, type ThreadGroup, threadGroup } from "@/lib/discussion/groups/thread-group"
import type { MapInput } from "@/lib/discussion/input"
import { authorView, type KnownAuthor } from "@/lib/discussion/names/author-name"
import { namesShown } from "@/lib/discussion/names/names-shown"
import { hasPostedIn, knownAuthor } from "@/lib/discussion/server/alias-store"
import { hasStood } from "@/lib/discussion/server/held-store"
import {
  factsOf,
  isStaffHere,
  ownPostIsOver,
  PLACE_COLUMNS,
  type Place,
  SEAT_COLUMNS,
  SEATS_THREAD,
  type Seat,
  seatAt,
  THREAD_CHOICES,
  THROUGH_CLASS,
} from "@/lib/discussion/server/place"
import type { PromptView } from "@/lib/discussion/thread/thread-view"
import { pool } from "@/lib/platform/database"

/** Posts a map holds: the first of the thread. A picture of more helps nobody. */
export const MOST_ON_MAP = 1_000
/** How many characters of a post a map shows. */
const EXCERPT = 180

const POSTS = `
  SELECT json_agg(json_build_object(
    'id', po."publicId", 'parentId', parent."publicId", 'seq', po.seq, 'move', po.move,
    'side', CASE WHEN po.state = 'visible' THEN po.side END,
    'author', CASE WHEN po.state = 'visible' THEN ${knownAuthor(`po."aliasId"`, 'place."enrolmentId"')} END,
    'words', CASE WHEN po.state = 'visible' THEN left(po.body, ${EXCERPT + 1}) END,
    'citations', coalesce((
      SELECT json_agg(json_build_object('sentenceId', ci."sentenceId", 'paragraph', rs.paragraph,
                                        'ordinal', rs.ordinal, 'quote', ci.quote) ORDER BY ci.position)
      FROM "Citation" ci
      JOIN "RevisionSentence" rs ON rs."revisionId" = ci."revisionId" AND rs."sentenceId" = ci."sentenceId"
      WHERE ci."postId" = po.id AND po.state = 'visible'), '[]')) ORDER BY po.seq)
  FROM (SELECT * FROM "Post" said WHERE "threadId" = place."threadId" AND ${hasStood("said")} ORDER BY seq LIMIT ${MOST_ON_MAP}) po
  LEFT JOIN "Post" parent ON parent.id = po."parentId"`

// Post-first stands here: for a student who has not posted there are no posts at all.
const MAP = `
  WITH place AS (
    SELECT ${PLACE_COLUMNS}, p.id AS "promptId", p.position, p.text, t.id AS "threadId",
           (SELECT count(*)::int FROM "Prompt" q WHERE q."lessonVersionId" = p."lessonVersionId") AS "promptCount",
           coalesce(t."lastSeq", 0) AS "lastSeq",
           ${SEAT_COLUMNS}, ${THREAD_CHOICES} AS choices, ${hasPostedIn("t.id", "e.id")} AS "hasPosted",
           ${ownPostIsOver("$5")} AS "ownPostIsOver"
    FROM ${THROUGH_CLASS}
    JOIN "Prompt" p ON p.id = $3 AND p."lessonVersionId" = a."lessonVersionId"
    ${seatAt({ thread: "$4::text" })}
    LEFT JOIN ${SEATS_THREAD}
    WHERE a.id = $2)
  SELECT place.*, CASE WHEN place."hasPosted" OR place."ownPostIsOver" OR place."classRole" <> 'student' THEN (${POSTS}) END AS posts
  FROM place`

type KnownMapPost = Omit<MapPost, "author"> & { author: KnownAuthor | null }
type Row = Place &
  Seat & {
    choices: ThreadChoice[] | null
    ownPostIsOver: boolean
    promptId: string
    position: number
    text: string
    promptCount: number
    threadId: string | null
    lastSeq: number
    hasPosted: boolean
    posts: KnownMapPost[] | null
  }

/** What a map is made of. `posts` is null where the thread has not opened for this reader. */
export type LoadedMap = {
  prompt: Pick<PromptView, "text" | "position" | "count">
  group: ThreadGroup
  isStaff: boolean
  mayPost: boolean
  posts: MapPost[] | null
  /** There are more posts than the map holds. */
  isCut: boolean
}

/** The posts of one question's thread for its map, of those the viewer may read. One trip. */
export async function loadArgumentMap(
  viewer: Viewer,
  { assignmentId, promptId, thread }: MapInput,
  now: Date,
): Promise<Decision<LoadedMap>> {
  const values = [viewer.userId, assignmentId, promptId, thread ?? null, now]
  const row = (await pool().query<Row>({ name: "argument-map", text: MAP, values })).rows[0]
  if (!row || !can(viewer, "post.see", factsOf(row))) return refuse("missing", "discussion.noSuchPrompt")
  if (!row.isHere) return refuse("missing", "discussion.noSuchThread")
  const isStaff = isStaffHere(viewer, row)
  if (!isStaff && now < row.opensAt) return refuse("conflict", "discussion.notOpen")
  const isOpen = isStaff || now < row.closesAt
  return allow({
    prompt: { position: row.position, count: row.promptCount, text: row.text },
    group: threadGroup(row),
    isStaff,
    mayPost: isOpen && !row.archived && decideSeat(row).ok && can(viewer, "post.write", factsOf(row)),
    posts: isStaff || (!row.needsGroup && (row.hasPosted || row.ownPostIsOver)) ? postsOf(viewer, row) : null,
    isCut: row.lastSeq > MOST_ON_MAP,
  })
}

function postsOf(viewer: Viewer, row: Row): MapPost[] {
  const shown = namesShown(row.postNames, can(viewer, "alias.reveal", factsOf(row)))
  return (row.posts ?? []).map(({ author, words, ...post }) => ({
    ...post,
    words: words && shorten(words, EXCERPT),
    author: author && authorView(author, shown),
  }))
}

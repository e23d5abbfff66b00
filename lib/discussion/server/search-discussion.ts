import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { SearchInput } from "@/lib/discussion/input"
import { authorView, type KnownAuthor } from "@/lib/discussion/names/author-name"
import { namesShown } from "@/lib/discussion/names/names-shown"
import { hasPostedIn, knownAuthor } from "@/lib/discussion/server/alias-store"
import {
  factsOf,
  isStaffHere,
  ownPostIsOver,
  PLACE_COLUMNS,
  type Place,
  READS_THREAD,
  THROUGH_CLASS,
} from "@/lib/discussion/server/place"
import { standingBody } from "@/lib/discussion/server/restating-store"
import { excerptAround, searchWords } from "@/lib/discussion/thread/find-words"
import type { FoundPost } from "@/lib/discussion/thread/thread-view"
import { pool } from "@/lib/platform/database"

/** A search that finds more is asked to be narrower. */
export const MOST_FOUND = 50

// A challenge is found by what it says that the other says too, as long as that is shown.
const SAID = `(concat_ws(E'\n', CASE WHEN po.move = 'challenge' AND restated.state = 'visible'
  THEN ${standingBody("po.id")} END, po.body))`

// As foldText in lib/discussion/find-words: one form, no marks, no case. The ranges are those of combining marks in
// Latin, Greek, Cyrillic, Hebrew, Arabic and Urdu; other scripts are found as they are written.
const FOLDED = String.raw`lower(regexp_replace(normalize(concat_ws(' ', ${SAID}, so.words), NFKD),
  '[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1dc0-\u1dff\u20d0-\u20f0]', '', 'g'))`

// Post-first and hiding stand in the join, so that neither a post nor a number of posts comes from behind them.
const FOUND = `
  SELECT ${PLACE_COLUMNS}, (
    SELECT json_agg(hit) FROM (
      SELECT po."publicId" AS id, p.id AS "promptId", p.position AS "promptPosition", concat_ws(E'\\n', ${SAID}, so.words) AS body,
             (SELECT g.name FROM "Group" g WHERE g.id = t."groupId") AS "group",
             (extract(epoch FROM po."createdAt") * 1000)::float8 AS "createdAt",
             ${knownAuthor(`po."aliasId"`, "e.id")} AS author
      FROM "Thread" t
      JOIN "Prompt" p ON p.id = t."promptId"
      JOIN "Post" po ON po."threadId" = t.id AND po.state = 'visible'
      LEFT JOIN "Post" restated ON restated.id = po."parentId"
      CROSS JOIN LATERAL (SELECT string_agg(concat_ws(' ', sc.title, sc.publisher, sc.published, sc.address), ' ') AS words
                          FROM "SourceCitation" sc WHERE sc."postId" = po.id) so
      WHERE t."assignmentId" = a.id AND ${READS_THREAD} AND (${hasPostedIn("t.id", "e.id")} OR ${ownPostIsOver("$4")} OR e.role <> 'student')
        AND ($5::uuid IS NULL OR po.id = $5)
        AND NOT EXISTS (SELECT 1 FROM unnest($3::text[]) word WHERE position(word IN ${FOLDED}) = 0)
      ORDER BY po."createdAt" DESC, po.id DESC LIMIT ${MOST_FOUND + 1}) hit) AS hits
  FROM ${THROUGH_CLASS}
  WHERE a.id = $2`

type Hit = Omit<FoundPost, "author" | "excerpt"> & { author: KnownAuthor; body: string }
type Row = Place & { hits: Hit[] | null }

/** `isMore`: there are more than these. */
export type Found = { posts: FoundPost[]; isMore: boolean }

/** The posts of an assignment that hold all the words, newest first, of those the viewer may read. One trip. */
export async function searchDiscussion(
  viewer: Viewer,
  { assignmentId, find }: SearchInput,
  now: Date,
): Promise<Decision<Found>> {
  const words = searchWords(find)
  if (words.length === 0) return refuse("invalid", "discussion.findEmpty", { field: "find" })
  return findPosts(viewer, { assignmentId, words }, now)
}

/** `postId`: only this one, by the id of its row. */
type Sought = { assignmentId: string; words: readonly string[]; postId?: string }

/** The posts that a viewer may read, newest first: with these words, or all of them. One trip. */
export async function findPosts(
  viewer: Viewer,
  { assignmentId, words, postId }: Sought,
  now: Date,
): Promise<Decision<Found>> {
  const values = [viewer.userId, assignmentId, words, now, postId ?? null]
  const statement = { name: "search-discussion", text: FOUND, values }
  const row = (await pool().query<Row>(statement)).rows[0]
  if (!row || !can(viewer, "post.see", factsOf(row))) return refuse("missing", "discussion.noSuchAssignment")
  if (!isStaffHere(viewer, row) && now < row.opensAt) return refuse("conflict", "discussion.notOpen")
  const shown = namesShown(row.postNames, can(viewer, "alias.reveal", factsOf(row)))
  const hits = row.hits ?? []
  const posts = hits.slice(0, MOST_FOUND).map(({ body, author, ...hit }) => ({
    ...hit,
    author: authorView(author, shown),
    excerpt: excerptAround(body, words),
  }))
  return allow({ posts, isMore: hits.length > MOST_FOUND })
}

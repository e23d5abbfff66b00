import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { CitablePostsInput } from "@/lib/discussion/input"
import { authorView, type KnownAuthor } from "@/lib/discussion/names/author-name"
import { namesShown } from "@/lib/discussion/names/names-shown"
import { hasPostedIn, knownAuthor } from "@/lib/discussion/server/alias-store"
import { firstWords } from "@/lib/discussion/server/citation-store"
import {
  factsOf,
  isStaffHere,
  ownPostIsOver,
  PLACE_COLUMNS,
  type Place,
  SEATS_THREAD,
  seatAt,
  THROUGH_CLASS,
} from "@/lib/discussion/server/place"
import type { CitedPostView } from "@/lib/discussion/thread/thread-view"
import { pool } from "@/lib/platform/database"

/** As many as are offered at once. */
export const MOST_CITABLE = 40

// $1 viewer, $2 assignment, $3 prompt, $4 words or the number of a post, $5 now, $6 which of the prompt's threads or null.
const CITABLE = `
  SELECT ${PLACE_COLUMNS}, ${hasPostedIn("t.id", "e.id")} AS "hasPosted", ${ownPostIsOver("$5")} AS "ownPostIsOver", (
    SELECT json_agg(found ORDER BY found.seq DESC) FROM (
      SELECT po."publicId" AS id, po.seq, ${firstWords("po.body")} AS excerpt,
             ${knownAuthor(`po."aliasId"`, "e.id")} AS author
      FROM "Post" po
      WHERE po."threadId" = t.id AND po.state = 'visible'
        AND ($4 = '' OR po.seq::text = $4 OR strpos(lower(po.body), lower($4)) > 0)
      ORDER BY po.seq DESC LIMIT ${MOST_CITABLE}) found) AS posts
  FROM ${THROUGH_CLASS}
  JOIN "Prompt" p ON p.id = $3 AND p."lessonVersionId" = a."lessonVersionId"
  ${seatAt({ thread: "$6::text" })}
  JOIN ${SEATS_THREAD}
  WHERE a.id = $2`

type Row = Place & {
  hasPosted: boolean
  ownPostIsOver: boolean
  posts: (Omit<CitedPostView, "author"> & { author: KnownAuthor })[] | null
}

/** Posts of a thread to cite, newest first, for whoever may read them. One trip. */
export async function loadCitablePosts(
  viewer: Viewer,
  { assignmentId, promptId, thread, find }: CitablePostsInput,
  now: Date,
): Promise<Decision<CitedPostView[]>> {
  const values = [viewer.userId, assignmentId, promptId, find.trim(), now, thread ?? null]
  const row = (await pool().query<Row>({ name: "citable-posts", text: CITABLE, values })).rows[0]
  if (!row || !mayRead(viewer, row, now)) return refuse("missing", "discussion.noSuchThread")
  const shown = namesShown(row.postNames, can(viewer, "alias.reveal", factsOf(row)))
  return allow((row.posts ?? []).map((post) => ({ ...post, author: authorView(post.author, shown) })))
}

/** The gate of the thread itself. */
function mayRead(viewer: Viewer, row: Row, now: Date): boolean {
  if (!can(viewer, "post.see", factsOf(row))) return false
  if (isStaffHere(viewer, row)) return true
  return now >= row.opensAt && (row.hasPosted || row.ownPostIsOver)
}

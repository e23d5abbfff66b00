import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { PostIdInput } from "@/lib/discussion/input"
import type { FormerWords } from "@/lib/discussion/moderation/moderated-post"
import { loadPostPlace } from "@/lib/discussion/server/load-post-place"
import { isStaffHere } from "@/lib/discussion/server/place"
import { rewordedOf } from "@/lib/discussion/server/restating-store"
import { pool } from "@/lib/platform/database"

const FORMER = `
  SELECT number, body, "isRestatement", (extract(epoch FROM "createdAt") * 1000)::float8 AS "writtenAt"
  FROM (
    SELECT number, body, "createdAt", false AS "isRestatement" FROM "PostRevision" WHERE "postId" = $1
    UNION ALL ${rewordedOf("$1")}) former
  ORDER BY "createdAt", "isRestatement", number`

/**
 * The former words of a post, oldest first: for its author while the post itself is shown, and for staff of the class.
 * To everybody else there is no such thing, in the same words whether the post was edited or not. Two trips.
 */
export async function loadPostHistory(viewer: Viewer, input: PostIdInput): Promise<Decision<FormerWords[]>> {
  const place = await loadPostPlace(viewer, input.postId)
  const mayKnow =
    place &&
    (isStaffHere(viewer, place) || (place.isOwn && place.state !== "hidden" && place.state !== "deleted"))
  if (!mayKnow) return refuse("missing", "discussion.noHistory")
  return allow((await pool().query<FormerWords>(FORMER, [place.postId])).rows)
}

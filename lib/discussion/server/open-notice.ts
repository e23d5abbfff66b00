import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { NoticeIdInput } from "@/lib/discussion/input"
import type { NoticePlace } from "@/lib/discussion/notices/notice-view"
import { SEEN_NOTICES } from "@/lib/discussion/server/notice-store"
import { factsOf, PLACE_COLUMNS, type Place } from "@/lib/discussion/server/place"
import { pool } from "@/lib/platform/database"

const OPENED = `
  WITH found AS (
    SELECT ${PLACE_COLUMNS}, n.id, p.id AS "promptId", po."publicId" AS "postId"
    FROM ${SEEN_NOTICES} WHERE n.id = $2::bigint),
  seen AS (
    UPDATE "Notice" SET "seenAt" = $3::timestamptz
    FROM found WHERE "Notice".id = found.id AND "Notice"."seenAt" IS NULL)
  SELECT * FROM found`

/** Where the post of a notice stands; from then on the notice is no longer new. One trip. */
export async function openNotice(
  viewer: Viewer,
  { noticeId }: NoticeIdInput,
  now: Date,
): Promise<Decision<NoticePlace>> {
  const statement = { name: "open-notice", text: OPENED, values: [viewer.userId, noticeId, now] }
  const place = (await pool().query<Place & NoticePlace>(statement)).rows[0]
  if (!place || !can(viewer, "post.see", factsOf(place))) return refuse("missing", "discussion.noSuchNotice")
  const { assignmentId, promptId, postId } = place
  return allow({ assignmentId, promptId, postId })
}

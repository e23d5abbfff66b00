import "server-only"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import { authorView, type KnownAuthor } from "@/lib/discussion/names/author-name"
import { namesShown } from "@/lib/discussion/names/names-shown"
import type { NoticeView } from "@/lib/discussion/notices/notice-view"
import { knownAuthor } from "@/lib/discussion/server/alias-store"
import { IN_APP, IS_NEW, SEEN_NOTICES } from "@/lib/discussion/server/notice-store"
import { factsOf, PLACE_COLUMNS, type Place } from "@/lib/discussion/server/place"
import { pool } from "@/lib/platform/database"

/** How many are listed: the newest. */
export const MOST_NOTICES = 100

const LISTED = `
  SELECT ${PLACE_COLUMNS}, n.id::text, n.kind, (extract(epoch FROM n."createdAt") * 1000)::float8 AS at,
         ${IS_NEW} AS "isNew", ${knownAuthor(`po."aliasId"`, "e.id")} AS author, lv.title AS "assignmentTitle",
         c.name AS "className", p.position AS "promptPosition", p.text AS "promptText"
  FROM ${SEEN_NOTICES}
  WHERE ${IN_APP} ORDER BY n.id DESC LIMIT ${MOST_NOTICES}`

type Row = Place & Omit<NoticeView, "author"> & { author: KnownAuthor }

/** What somebody was told, newest first, of what they may still see. One trip. */
export async function loadNotices(viewer: Viewer): Promise<NoticeView[]> {
  const statement = { name: "notices", text: LISTED, values: [viewer.userId] }
  const { rows } = await pool().query<Row>(statement)
  return rows.filter((row) => can(viewer, "post.see", factsOf(row))).map((row) => noticeView(viewer, row))
}

function noticeView(viewer: Viewer, row: Row): NoticeView {
  const { id, kind, assignmentTitle, className, promptPosition, promptText, at, isNew } = row
  const author = authorView(row.author, namesShown(row.postNames, can(viewer, "alias.reveal", factsOf(row))))
  return { id, kind, author, assignmentTitle, className, promptPosition, promptText, at, isNew }
}

import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { authorName } from "@/lib/discussion/server/alias-store"
import { pool } from "@/lib/platform/database"

/** A time that private text was opened. `at` in milliseconds since 1970; people who were erased are null. */
export type OpenedLine = {
  id: string
  at: number
  by: string | null
  whose: string | null
  className: string
  title: string | null
  reason: string
  untoldFor: string | null
}

const MOST = 500

const OPENED = `
  SELECT act.id, (extract(epoch FROM act.at) * 1000)::float8 AS at, u."displayName" AS by,
         ${authorName(`po."aliasId"`)} AS whose, c.name AS "className", lv.title, act.reason, act."untoldFor"
  FROM "ModerationAct" act
  JOIN "Class" c ON c.id = act."classId"
  LEFT JOIN "User" u ON u.id = act."actorId"
  LEFT JOIN "Post" po ON po.id = act."postId"
  LEFT JOIN "Assignment" a ON a.id = act."assignmentId"
  LEFT JOIN "LessonVersion" lv ON lv.id = a."lessonVersionId"
  WHERE act.kind = 'private_opened' ORDER BY act.at DESC, act.id DESC LIMIT ${MOST}`

/** Every time private text was opened in the school, newest first, for its administrators. Not a word of that text. */
export async function loadOpened(viewer: Viewer): Promise<Decision<OpenedLine[]>> {
  if (!can(viewer, "privateText.audit")) return refuse("forbidden", "discussion.mayNotOpenPrivate")
  return allow((await pool().query<OpenedLine>({ name: "opened", text: OPENED })).rows)
}

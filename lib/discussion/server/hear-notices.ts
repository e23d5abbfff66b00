import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { NoticeKind } from "@/lib/discussion/notices/notice-kinds"
import type { NoticePulse } from "@/lib/discussion/notices/notice-view"
import { isQuiet, type QuietHours } from "@/lib/discussion/notices/quiet-hours"
import { IN_APP, IS_NEW, minuteAt, QUIET, SEEN_NOTICES } from "@/lib/discussion/server/notice-store"
import { now } from "@/lib/platform/clock"
import { pool } from "@/lib/platform/database"
import type { Hearing } from "@/lib/platform/event-stream"
import { personTopic } from "@/lib/platform/notifications"

/** More are not counted: a page says "99+". */
const MOST_COUNTED = 100
/** How often the right to hear is asked again where nothing happens, in milliseconds. */
const BEAT_EVERY = 60_000

// The session is asked for each time: whoever signed out or was disabled is found by no row.
const HEARD = `
  WITH unread AS (
    SELECT n.id, n.kind FROM ${SEEN_NOTICES}
    WHERE ${IS_NEW} AND ${IN_APP} ORDER BY n.id DESC LIMIT ${MOST_COUNTED})
  SELECT (SELECT count(*)::int FROM unread) AS unread,
         (SELECT json_build_object('id', id::text, 'kind', kind) FROM unread ORDER BY id DESC LIMIT 1) AS newest,
         ${minuteAt("$3")} AS minute, ${QUIET} AS quiet
  FROM "Session" s
  JOIN "User" u ON u.id = s."userId" AND u."disabledAt" IS NULL AND NOT u."mustChangePassword"
  CROSS JOIN "School" sc
  LEFT JOIN "NoticeSettings" ns ON ns."userId" = u.id
  WHERE s.id = $2 AND s."userId" = $1 AND s."expiresAt" > now()`

type Row = {
  unread: number
  newest: { id: string; kind: NoticeKind } | null
  minute: number
  quiet: QuietHours | null
}

/** What somebody's open pages are told: how many notices are new. One trip per question. */
export async function hearNotices(viewer: Viewer): Promise<Decision<{ hearing: Hearing; first: string }>> {
  let told = ""
  const next = async () => {
    const values = [viewer.userId, viewer.sessionId, now()]
    const row = (await pool().query<Row>({ name: "hear-notices", text: HEARD, values })).rows[0]
    if (!row) return null
    const text = JSON.stringify(pulseOf(row))
    if (text === told) return ""
    told = text
    return `data: ${text}\n\n`
  }
  const first = await next()
  if (first === null) return refuse("unauthenticated", "common.signedOut")
  const { sessionId, userId } = viewer
  return allow({
    hearing: { userId, sessionId, topic: personTopic(userId), beatEvery: BEAT_EVERY, next },
    first,
  })
}

const pulseOf = ({ unread, newest, minute, quiet }: Row): NoticePulse => ({
  unread,
  newest,
  isQuiet: isQuiet(minute, quiet),
})

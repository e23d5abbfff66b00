import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { COMMON_THREAD } from "@/lib/discussion/groups/thread-group"
import type { HearThreadInput } from "@/lib/discussion/input"
import { type HaltFacts, haltOf } from "@/lib/discussion/moderation/halt"
import { hasPostedIn, isAliasOf } from "@/lib/discussion/server/alias-store"
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
import { hasRestated, wasAnswered } from "@/lib/discussion/server/restating-store"
import { type Heard, heardText, type ThreadEvent } from "@/lib/discussion/thread/heard"
import { threadTopic } from "@/lib/discussion/thread/thread-topic"
import { now } from "@/lib/platform/clock"
import { pool } from "@/lib/platform/database"
import type { Hearing } from "@/lib/platform/event-stream"

/** After a longer gap the rest comes with the next question. */
const MOST_AT_ONCE = 200

// Of posts the reader has been told of. Of their own only what others had a hand in: the rest they did themselves.
const isTold = (post: string): string => `${post}.seq <= $5
      AND (NOT ${isAliasOf(`${post}."aliasId"`, "e.id")}
           OR EXISTS (SELECT 1 FROM "PostHiding" h WHERE h."postId" = ${post}.id)
           OR EXISTS (SELECT 1 FROM "PostReturn" pr WHERE pr."postId" = ${post}.id)
           OR ${wasAnswered(`${post}.id`)})`

// What restates a post that went says it no more. Where nothing changed in the thread, no post is looked at.
const CHANGED = `
  SELECT json_agg(told ORDER BY told.change) FROM (
    SELECT po.seq, po.change FROM "Post" po
    WHERE t."lastChange" > $6::int AND po."threadId" = t.id AND po.change > $6::int AND ${isTold("po")}
    UNION
    SELECT restating.seq, gone.change FROM "Post" gone JOIN "Post" restating ON restating."parentId" = gone.id
    WHERE t."lastChange" > $6::int AND gone."threadId" = t.id AND gone.change > $6::int AND gone.state <> 'visible'
      AND ${hasRestated("restating.id")} AND ${isTold("restating")}
    ORDER BY change LIMIT ${MOST_AT_ONCE}) told`

// The session is asked for each time: whoever signed out, was disabled or left the class is found by no row.
const HEARD = `
  SELECT ${PLACE_COLUMNS}, seat."groupId", seat."isHere", seat."needsGroup", u.role, u."mustChangePassword", ${hasPostedIn("t.id", "e.id")} AS "hasPosted",
         ${ownPostIsOver("now()")} AS "ownPostIsOver",
         ARRAY(SELECT po.seq FROM "Post" po
               WHERE po."threadId" = t.id AND po.seq > $5 AND po.state = 'visible'
                 AND NOT ${isAliasOf(`po."aliasId"`, "e.id")}
               ORDER BY po.seq LIMIT ${MOST_AT_ONCE}) AS seqs,
         t."lockedAt", t."lockedFor", t."lastChange", (${CHANGED}) AS changed
  FROM ${THROUGH_CLASS}
  JOIN "Session" s ON s.id = $4 AND s."userId" = $1 AND s."expiresAt" > now()
  JOIN "User" u ON u.id = s."userId" AND u."disabledAt" IS NULL
  JOIN "Prompt" p ON p.id = $3 AND p."lessonVersionId" = a."lessonVersionId"
  ${seatAt({ thread: "$7::text" })}
  LEFT JOIN ${SEATS_THREAD}
  WHERE a.id = $2`

type Row = Place &
  HaltFacts &
  Pick<Viewer, "role" | "mustChangePassword"> & {
    groupId: string | null
    isHere: boolean
    needsGroup: boolean
    hasPosted: boolean
    ownPostIsOver: boolean
    seqs: number[]
    lastChange: number | null
    changed: { seq: number; change: number }[] | null
  }

/**
 * What somebody who looks at a thread is to hear of it: the numbers of posts by others that came after the one they
 * have, those of posts that changed since, what stops writing, and nothing else. Refused, in the same words, outside one's classes and behind post-first. One trip per question.
 */
export async function hearThread(
  viewer: Viewer,
  { assignmentId, promptId, thread, after, changes, halt }: HearThreadInput,
): Promise<Decision<{ hearing: Hearing; first: string }>> {
  const last: Heard = { seq: after, change: changes, halt }
  // A stream stays with the thread it began in: whoever is moved to another group hears nothing more of this one.
  let asked = thread ?? null
  const next = async () => {
    const values = [viewer.userId, assignmentId, promptId, viewer.sessionId, last.seq, last.change, asked]
    const row = (await pool().query<Row>({ name: "hear-thread", text: HEARD, values })).rows[0]
    if (!row || !mayHear(viewer, row)) return null
    asked = row.groupId ?? COMMON_THREAD
    const changed = row.changed ?? []
    last.seq = row.seqs.at(-1) ?? last.seq
    last.change = lastTold(changed) ?? row.lastChange ?? 0
    const stopped = haltOf(row)?.kind ?? null
    const news = stopped === last.halt ? {} : { halt: stopped }
    last.halt = stopped
    if (row.seqs.length === 0 && changed.length === 0 && !("halt" in news)) return ""
    return eventOf(last, { seqs: row.seqs, changed: changed.map((post) => post.seq), ...news })
  }
  const first = await next()
  if (first === null) return refuse("missing", "discussion.noSuchThread")
  const groupId = asked === COMMON_THREAD ? null : asked
  const hearing = {
    userId: viewer.userId,
    sessionId: viewer.sessionId,
    topic: threadTopic({ assignmentId, promptId, groupId }),
    next,
  }
  return allow({ hearing, first })
}

/** By the role of this moment, not of the one when the stream was opened. */
function mayHear(viewer: Viewer, row: Row): boolean {
  const asker = { ...viewer, role: row.role, mustChangePassword: row.mustChangePassword }
  if (!row.isHere || row.needsGroup || !can(asker, "post.see", factsOf(row))) return false
  // Also where it was open, and a teacher has moved the day to later: as the thread itself is not read then.
  return isStaffHere(asker, row) || (now() >= row.opensAt && (row.hasPosted || row.ownPostIsOver))
}

/** Where one event cannot hold all changes: how far it goes. */
const lastTold = (changed: readonly { change: number }[]): number | undefined =>
  changed.length < MOST_AT_ONCE ? undefined : changed.at(-1)?.change

const eventOf = (last: Heard, event: ThreadEvent): string =>
  `id: ${heardText(last)}\ndata: ${JSON.stringify(event)}\n\n`

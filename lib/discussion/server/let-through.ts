import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { AssignmentInput, PostIdsInput } from "@/lib/discussion/input"
import { decideLetThrough } from "@/lib/discussion/moderation/decide-review"
import { clearFlags } from "@/lib/discussion/server/clear-flags"
import { appendAct } from "@/lib/discussion/server/ledger-store"
import { factsOf, PLACE_COLUMNS, type Place, THROUGH_CLASS } from "@/lib/discussion/server/place"
import { isOutstanding } from "@/lib/discussion/server/record-act"
import { type Released, releasePosts } from "@/lib/discussion/server/release-posts"
import { threadTopic } from "@/lib/discussion/thread/thread-topic"
import type { StoredState } from "@/lib/discussion/thread/thread-view"
import { database, pool } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { announce } from "@/lib/platform/notifications"

type Waiting = Place & {
  postId: string
  promptId: string
  groupId: string | null
  threadId: string
  state: StoredState
}

/** Of an assignment where nothing waits there is one row, without a post. */
type MayWait = Place & (Waiting | { postId: null })

const COLUMNS = `${PLACE_COLUMNS}, po.id AS "postId", t."promptId", t."groupId", t.id AS "threadId", po.state`

const THESE = `
  SELECT ${COLUMNS} FROM ${THROUGH_CLASS}
  JOIN "Thread" t ON t."assignmentId" = a.id
  JOIN "Post" po ON po."threadId" = t.id
  WHERE po."publicId" = ANY($2::uuid[]) AND e.role <> 'student'`

const ALL = `
  SELECT ${COLUMNS} FROM ${THROUGH_CLASS}
  LEFT JOIN ("Thread" t JOIN "Post" po ON po."threadId" = t.id AND po.state = 'held') ON t."assignmentId" = a.id
  WHERE a.id = $2 AND e.role <> 'student'`

/** How many posts were shown that had waited. */
export type LetThrough = { count: number }

/** Staff of the class show posts that wait, by public id: several at once. */
export async function letThrough(
  viewer: Viewer,
  { postIds }: PostIdsInput,
  now: Date,
): Promise<Decision<LetThrough>> {
  const values = [viewer.userId, postIds]
  const { rows } = await pool().query<Waiting>({ name: "waiting-posts", text: THESE, values })
  if (rows.length === 0) return refuse("missing", "discussion.noSuchPost")
  return keepThrough(viewer, rows, now)
}

/** Staff of the class show every post of an assignment that waits. */
export async function letAllThrough(
  viewer: Viewer,
  { assignmentId }: AssignmentInput,
  now: Date,
): Promise<Decision<LetThrough>> {
  const values = [viewer.userId, assignmentId]
  const { rows } = await pool().query<MayWait>({ name: "all-waiting-posts", text: ALL, values })
  const [place] = rows
  if (!place) return refuse("missing", "discussion.noSuchAssignment")
  if (!can(viewer, "post.review", factsOf(place))) return refuse("forbidden", "discussion.mayNotReview")
  return keepThrough(
    viewer,
    rows.filter((row): row is Waiting => row.postId !== null),
    now,
  )
}

async function keepThrough(
  viewer: Viewer,
  rows: readonly Waiting[],
  now: Date,
): Promise<Decision<LetThrough>> {
  const due: string[] = []
  for (const row of rows) {
    const mayReview = can(viewer, "post.review", factsOf(row))
    const decision = decideLetThrough({ mayReview, state: row.state })
    if (!decision.ok) return decision
    if (decision.value === "change") due.push(row.postId)
  }
  if (due.length === 0) return allow({ count: 0 })
  const released = await release({ rows, due, byId: viewer.userId, now })
  return allow({ count: released.length })
}

type Due = { rows: readonly Waiting[]; due: readonly string[]; byId: string; now: Date }

async function release({ rows, due, byId, now }: Due): Promise<Released[]> {
  const placeOf = new Map(rows.map((row) => [row.postId, row]))
  return database().$transaction(async (tx) => {
    const released = await releasePosts(tx, due, now)
    const topics = new Set<string>()
    for (const { id, seq, isReply, isNew } of released) {
      const place = placeOf.get(id)
      if (!place) continue
      const { classId, assignmentId, promptId, threadId } = place
      const event = { actorId: byId, classId, assignmentId, subjectId: threadId }
      await clearFlags(tx, { postId: id, byId, now })
      await appendEvent(tx, { kind: "post.letThrough", ...event, data: { seq, reply: isReply, new: isNew } })
      const about = { classId, assignmentId, promptId, postId: id }
      if (await isOutstanding(tx, about))
        await appendAct(tx, { kind: "republished", about, actorId: byId, reason: "", now })
      topics.add(threadTopic(place))
    }
    for (const topic of topics) await announce(tx, topic)
    return released
  })
}

import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { type ThreadChoice, type ThreadGroup, threadGroup } from "@/lib/discussion/groups/thread-group"
import type { DiscussionInput } from "@/lib/discussion/input"
import { hasPostedIn } from "@/lib/discussion/server/alias-store"
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
import { pool } from "@/lib/platform/database"

/** A prompt in the list. Counts are null until its thread has opened for the viewer. */
export type PromptSummary = {
  promptId: string
  position: number
  text: string
  hasPosted: boolean
  /** Its thread has opened for the viewer. */
  isOpen: boolean
  posts: number | null
  fresh: number | null
}

export type DiscussionView = {
  isStaff: boolean
  group: ThreadGroup
  /** This student's own date for a first post at each question, in milliseconds since 1970; null where none is set. */
  ownPostBy: number | null
  prompts: PromptSummary[]
}

type PromptRow = Place &
  Seat &
  Omit<PromptSummary, "isOpen"> & { ownPostIsOver: boolean; choices: ThreadChoice[] | null }

// Of a thread that has not opened nothing is counted. $1 viewer, $2 assignment, $3 now, $4 which of the threads of each prompt or null.
const PROMPTS = `
  WITH prompt AS (
    SELECT ${PLACE_COLUMNS}, ${SEAT_COLUMNS}, ${THREAD_CHOICES} AS choices, p.id AS "promptId", p.position, p.text, t.id AS "threadId", t."visiblePosts",
           ${hasPostedIn("t.id", "e.id")} AS "hasPosted", ${ownPostIsOver("$3")} AS "ownPostIsOver"
    FROM ${THROUGH_CLASS}
    JOIN "Prompt" p ON p."lessonVersionId" = lv.id
    ${seatAt({ thread: "$4::text" })}
    LEFT JOIN ${SEATS_THREAD}
    WHERE a.id = $2)
  SELECT prompt.*,
         CASE WHEN open.is THEN coalesce(prompt."visiblePosts", 0) END AS posts,
         CASE WHEN open.is THEN (
           SELECT count(*)::int FROM "ThreadRead" tr
           JOIN "Post" po ON po."threadId" = tr."threadId" AND po.seq > tr."lastSeq" AND po.state = 'visible'
           WHERE tr."threadId" = prompt."threadId" AND tr."enrolmentId" = prompt."enrolmentId") END AS fresh
  FROM prompt
  CROSS JOIN LATERAL (
    SELECT prompt."hasPosted" OR prompt."ownPostIsOver" OR prompt."classRole" <> 'student' AS is) open
  ORDER BY prompt.position`

/** The prompts of an assignment, with what the viewer may know of each thread. One trip. */
export async function loadDiscussion(
  viewer: Viewer,
  { assignmentId, thread }: DiscussionInput,
  now: Date,
): Promise<Decision<DiscussionView>> {
  const values = [viewer.userId, assignmentId, now, thread ?? null]
  const statement = { name: "discussion", text: PROMPTS, values }
  const { rows } = await pool().query<PromptRow>(statement)
  const place = rows[0]
  if (!place || !can(viewer, "post.see", factsOf(place))) return refuse("missing", "discussion.noPrompts")
  if (!place.isHere) return refuse("missing", "discussion.noSuchThread")
  const isStaff = isStaffHere(viewer, place)
  if (!isStaff && now < place.opensAt) return refuse("conflict", "discussion.notOpen")
  const ownPostBy = isStaff ? null : place.rules.ownPostBy
  const prompts = rows.map((row) => summaryOf(row, isStaff))
  return allow({ isStaff, group: threadGroup(place), ownPostBy, prompts })
}

function summaryOf(row: PromptRow, isStaff: boolean): PromptSummary {
  const { promptId, position, text, hasPosted } = row
  const isOpen = isStaff || (!row.needsGroup && (hasPosted || row.ownPostIsOver))
  return {
    promptId,
    position,
    text,
    hasPosted,
    isOpen,
    posts: isOpen ? row.posts : null,
    fresh: isOpen ? row.fresh : null,
  }
}

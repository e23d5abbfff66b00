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
  posts: number | null
  fresh: number | null
}

export type DiscussionView = { isStaff: boolean; group: ThreadGroup; prompts: PromptSummary[] }

type PromptRow = Place &
  Seat &
  Omit<PromptSummary, "posts" | "fresh"> & { choices: ThreadChoice[] | null; posts: number; fresh: number }

// A thread that has not opened is joined to nothing, so its counts are of no posts at all.
const PROMPTS = `
  WITH prompt AS (
    SELECT ${PLACE_COLUMNS}, ${SEAT_COLUMNS}, ${THREAD_CHOICES} AS choices, p.id AS "promptId", p.position, p.text, t.id AS "threadId",
           ${hasPostedIn("t.id", "e.id")} AS "hasPosted"
    FROM ${THROUGH_CLASS}
    JOIN "Prompt" p ON p."lessonVersionId" = lv.id
    ${seatAt({ thread: "$3::text" })}
    LEFT JOIN ${SEATS_THREAD}
    WHERE a.id = $2)
  SELECT prompt.*, count(po.id)::int AS posts,
         count(po.id) FILTER (WHERE po.seq > tr."lastSeq")::int AS fresh
  FROM prompt
  LEFT JOIN "Post" po ON po."threadId" = prompt."threadId" AND po.state = 'visible'
       AND (prompt."hasPosted" OR prompt."classRole" <> 'student')
  LEFT JOIN "ThreadRead" tr ON tr."threadId" = prompt."threadId" AND tr."enrolmentId" = prompt."enrolmentId"
  GROUP BY prompt."assignmentId", prompt."classId", prompt."opensAt", prompt."closesAt", prompt."postNames", prompt.rules,
           prompt.archived, prompt."enrolmentId", prompt."classRole", prompt."promptId", prompt.position,
           prompt.text, prompt."threadId", prompt."hasPosted", prompt."groupId", prompt."groupName", prompt."needsGroup",
           prompt."isHere", prompt."isPast", prompt.choices
  ORDER BY prompt.position`

/** The prompts of an assignment, with what the viewer may know of each thread. One trip. */
export async function loadDiscussion(
  viewer: Viewer,
  { assignmentId, thread }: DiscussionInput,
  now: Date,
): Promise<Decision<DiscussionView>> {
  const statement = {
    name: "discussion",
    text: PROMPTS,
    values: [viewer.userId, assignmentId, thread ?? null],
  }
  const { rows } = await pool().query<PromptRow>(statement)
  const place = rows[0]
  if (!place || !can(viewer, "post.see", factsOf(place))) return refuse("missing", "discussion.noPrompts")
  if (!place.isHere) return refuse("missing", "discussion.noSuchThread")
  const isStaff = isStaffHere(viewer, place)
  if (!isStaff && now < place.opensAt) return refuse("conflict", "discussion.notOpen")
  return allow({ isStaff, group: threadGroup(place), prompts: rows.map((row) => summaryOf(row, isStaff)) })
}

function summaryOf(row: PromptRow, isStaff: boolean): PromptSummary {
  const { promptId, position, text, hasPosted } = row
  const open = isStaff || hasPosted
  return {
    promptId,
    position,
    text,
    hasPosted,
    posts: open ? row.posts : null,
    fresh: open ? row.fresh : null,
  }
}

import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { hasPostedIn } from "@/lib/discussion/server/alias-store"
import { factsOf, isStaffHere, PLACE_COLUMNS, type Place, THROUGH_CLASS } from "@/lib/discussion/server/place"
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

export type DiscussionView = { isStaff: boolean; prompts: PromptSummary[] }

type PromptRow = Place & Omit<PromptSummary, "posts" | "fresh"> & { posts: number; fresh: number }

// A thread that has not opened is joined to nothing, so its counts are of no posts at all.
const PROMPTS = `
  WITH prompt AS (
    SELECT ${PLACE_COLUMNS}, p.id AS "promptId", p.position, p.text, t.id AS "threadId",
           ${hasPostedIn("t.id", "e.id")} AS "hasPosted"
    FROM ${THROUGH_CLASS}
    JOIN "Prompt" p ON p."lessonVersionId" = lv.id
    LEFT JOIN "Thread" t ON t."assignmentId" = a.id AND t."promptId" = p.id AND t."groupId" IS NULL
    WHERE a.id = $2)
  SELECT prompt.*, count(po.id)::int AS posts,
         count(po.id) FILTER (WHERE po.seq > tr."lastSeq")::int AS fresh
  FROM prompt
  LEFT JOIN "Post" po ON po."threadId" = prompt."threadId" AND po.state = 'visible'
       AND (prompt."hasPosted" OR prompt."classRole" <> 'student')
  LEFT JOIN "ThreadRead" tr ON tr."threadId" = prompt."threadId" AND tr."enrolmentId" = prompt."enrolmentId"
  GROUP BY prompt."assignmentId", prompt."classId", prompt."opensAt", prompt."closesAt", prompt."postNames", prompt.rules,
           prompt.archived, prompt."frozenAt", prompt."frozenFor", prompt."enrolmentId", prompt."classRole", prompt."promptId", prompt.position,
           prompt.text, prompt."threadId", prompt."hasPosted"
  ORDER BY prompt.position`

/** The prompts of an assignment, with what the viewer may know of each thread. One trip. */
export async function loadDiscussion(
  viewer: Viewer,
  { assignmentId }: { assignmentId: string },
  now: Date,
): Promise<Decision<DiscussionView>> {
  const statement = { name: "discussion", text: PROMPTS, values: [viewer.userId, assignmentId] }
  const { rows } = await pool().query<PromptRow>(statement)
  const place = rows[0]
  if (!place || !can(viewer, "post.see", factsOf(place))) return refuse("missing", "discussion.noPrompts")
  const isStaff = isStaffHere(viewer, place)
  if (!isStaff && now < place.opensAt) return refuse("conflict", "discussion.notOpen")
  return allow({ isStaff, prompts: rows.map((row) => summaryOf(row, isStaff)) })
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

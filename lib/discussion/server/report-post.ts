import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { PostReasonInput } from "@/lib/discussion/input"
import { decideReport } from "@/lib/discussion/moderation/decide-moderation"
import { eventAbout, loadPostPlace, type PostPlace } from "@/lib/discussion/server/load-post-place"
import { factsOf } from "@/lib/discussion/server/place"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"

/** A student tells the staff of the class that something is wrong with a post. Nobody is shown by whom. */
export async function reportPost(viewer: Viewer, input: PostReasonInput, now: Date): Promise<Decision<null>> {
  const place = await loadPostPlace(viewer, input.postId)
  if (!place) return refuse("missing", "discussion.noSuchPost")
  const mayReport = can(viewer, "post.report", factsOf(place))
  const decision = decideReport({ ...place, mayReport }, input.reason)
  if (!decision.ok) return decision
  if (decision.value) await keepReport(place, decision.value, now)
  return allow(null)
}

/** Pressed twice at once: the table's unique index lets one in, and only that one is an event. */
async function keepReport(place: PostPlace, reason: string, now: Date): Promise<void> {
  const { postId, enrolmentId, seq } = place
  const row = { id: newId(), postId, enrolmentId, reason, createdAt: now }
  await database().$transaction(async (tx) => {
    const { count } = await tx.postReport.createMany({ data: [row], skipDuplicates: true })
    // The log of events is read by staff, one of whom may be reported: no actor stands in it.
    if (count > 0) await appendEvent(tx, { kind: "post.reported", ...eventAbout(place), data: { seq } })
  })
}

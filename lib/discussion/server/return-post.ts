import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { PostReasonInput } from "@/lib/discussion/input"
import { decideReturn } from "@/lib/discussion/moderation/decide-review"
import { clearFlags } from "@/lib/discussion/server/clear-flags"
import { holdThread } from "@/lib/discussion/server/hold-open"
import { actAbout } from "@/lib/discussion/server/keep-showing"
import { eventAbout, loadPostPlace, type PostPlace } from "@/lib/discussion/server/load-post-place"
import { resolveReports } from "@/lib/discussion/server/moderation-store"
import { noteChange } from "@/lib/discussion/server/note-change"
import { factsOf } from "@/lib/discussion/server/place"
import { recordAct } from "@/lib/discussion/server/record-act"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"

/**
 * Staff of the class give a post back to its author, with a reason, to be changed and sent again. Until then its readers
 * see as much of it as of a hidden one. Its reports and flags are answered by that.
 */
export async function returnPost(viewer: Viewer, input: PostReasonInput, now: Date): Promise<Decision<null>> {
  const place = await loadPostPlace(viewer, input.postId)
  if (!place) return refuse("missing", "discussion.noSuchPost")
  const mayReview = can(viewer, "post.review", factsOf(place))
  const decision = decideReturn({ mayReview, state: place.state }, input.reason)
  if (!decision.ok) return decision
  if (decision.value === null) return allow(null)
  const kept = await keepReturn({ place, byId: viewer.userId, now }, decision.value)
  return kept ? allow(null) : refuse("conflict", "discussion.changedMeanwhile")
}

type Return = { place: PostPlace; byId: string; now: Date }

async function keepReturn({ place, byId, now }: Return, reason: string): Promise<boolean> {
  const { postId, state, editedAt } = place
  return database().$transaction(async (tx) => {
    await holdThread(tx, place.threadId)
    const data = { state: "returned" as const, returnedAt: now, heldAt: null }
    const { count } = await tx.post.updateMany({ where: { id: postId, state, editedAt }, data })
    if (count === 0) return false
    await tx.postReturn.create({ data: { id: newId(), postId, reason, returnedById: byId, returnedAt: now } })
    await noteChange(tx, place)
    const reports = await resolveReports(tx, { postId, byId, now })
    const flags = await clearFlags(tx, { postId, byId, now })
    const counts = { seq: place.seq, postId, reports, flags }
    const event = { kind: "post.returned", actorId: byId, ...eventAbout(place), data: counts }
    await recordAct(tx, event, { kind: "returned", about: actAbout(place), reason, now })
    return true
  })
}

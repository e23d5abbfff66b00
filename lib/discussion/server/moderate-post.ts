import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { PostIdInput, PostReasonInput } from "@/lib/discussion/input"
import { decideHide, decideShow, stateWhenShown } from "@/lib/discussion/moderation/decide-moderation"
import { eventAbout, loadPostPlace, type PostPlace } from "@/lib/discussion/server/load-post-place"
import { resolveReports } from "@/lib/discussion/server/moderation-store"
import { noteChange } from "@/lib/discussion/server/note-change"
import { factsOf } from "@/lib/discussion/server/place"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"

type Moderation = { place: PostPlace; byId: string; now: Date }

/** Staff of the class hide a post from students, and say why. Its open reports are answered by that. */
export async function hidePost(viewer: Viewer, input: PostReasonInput, now: Date): Promise<Decision<null>> {
  const place = await loadPostPlace(viewer, input.postId)
  if (!place) return refuse("missing", "discussion.noSuchPost")
  const decision = decideHide(hideFacts(viewer, place), input.reason)
  if (!decision.ok) return decision
  if (decision.value) await keepHiding({ place, byId: viewer.userId, now }, decision.value)
  return allow(null)
}

async function keepHiding({ place, byId, now }: Moderation, reason: string): Promise<void> {
  const { postId, seq } = place
  await database().$transaction(async (tx) => {
    const where = { id: postId, state: { not: "hidden" as const } }
    const { count } = await tx.post.updateMany({ where, data: { state: "hidden" } })
    if (count === 0) return
    await tx.postHiding.create({ data: { id: newId(), postId, reason, hiddenById: byId, hiddenAt: now } })
    await noteChange(tx, place)
    const reports = await resolveReports(tx, { postId, byId, now })
    const data = { seq, reports }
    await appendEvent(tx, { kind: "post.hidden", actorId: byId, ...eventAbout(place), data })
  })
}

/** Staff of the class show a hidden post again. */
export async function showPost(viewer: Viewer, input: PostIdInput, now: Date): Promise<Decision<null>> {
  const place = await loadPostPlace(viewer, input.postId)
  if (!place) return refuse("missing", "discussion.noSuchPost")
  const decision = decideShow(hideFacts(viewer, place))
  if (!decision.ok) return decision
  if (decision.value === "change") await keepShowing({ place, byId: viewer.userId, now })
  return allow(null)
}

async function keepShowing({ place, byId, now }: Moderation): Promise<void> {
  const { postId, seq } = place
  await database().$transaction(async (tx) => {
    const data = { state: stateWhenShown(place.deletedAt) }
    const { count } = await tx.post.updateMany({ where: { id: postId, state: "hidden" }, data })
    if (count === 0) return
    const lifted = { liftedAt: now, liftedById: byId }
    await tx.postHiding.updateMany({ where: { postId, liftedAt: null }, data: lifted })
    await noteChange(tx, place)
    await appendEvent(tx, { kind: "post.shown", actorId: byId, ...eventAbout(place), data: { seq } })
  })
}

/** Staff of the class have looked at the reports of a post and leave it as it is. */
export async function dismissReports(viewer: Viewer, input: PostIdInput, now: Date): Promise<Decision<null>> {
  const place = await loadPostPlace(viewer, input.postId)
  if (!place) return refuse("missing", "discussion.noSuchPost")
  const { mayHide } = hideFacts(viewer, place)
  if (!mayHide) return refuse("forbidden", "discussion.mayNotHide")
  await database().$transaction(async (tx) => {
    const reports = await resolveReports(tx, { postId: place.postId, byId: viewer.userId, now })
    const about = { actorId: viewer.userId, ...eventAbout(place), data: { seq: place.seq, reports } }
    if (reports > 0) await appendEvent(tx, { kind: "post.reportsDismissed", ...about })
  })
  return allow(null)
}

const hideFacts = (viewer: Viewer, place: PostPlace) => ({
  mayHide: can(viewer, "post.hide", factsOf(place)),
  state: place.state,
})

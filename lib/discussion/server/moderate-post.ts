import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { HidePostInput, PostIdInput } from "@/lib/discussion/input"
import { decideHide, decideShow } from "@/lib/discussion/moderation/decide-moderation"
import { normCount } from "@/lib/discussion/moderation/norms"
import { type ActRule, decideRule } from "@/lib/discussion/moderation/rules-of-acts"
import { holdThread } from "@/lib/discussion/server/hold-open"
import { actAbout, keepShowing } from "@/lib/discussion/server/keep-showing"
import { appendAct } from "@/lib/discussion/server/ledger-store"
import { eventAbout, loadPostPlace, type PostPlace } from "@/lib/discussion/server/load-post-place"
import { resolveReports } from "@/lib/discussion/server/moderation-store"
import { noteChange } from "@/lib/discussion/server/note-change"
import { factsOf } from "@/lib/discussion/server/place"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"

type Moderation = { place: PostPlace; byId: string; now: Date }

/** Staff of the class hide a post from students, and say why. Its open reports are answered by that. */
export async function hidePost(viewer: Viewer, input: HidePostInput, now: Date): Promise<Decision<null>> {
  const place = await loadPostPlace(viewer, input.postId)
  if (!place) return refuse("missing", "discussion.noSuchPost")
  const decision = decideHide(hideFacts(viewer, place), input.reason)
  if (!decision.ok) return decision
  const { number, list } = place.norms
  const rule = decideRule(input.rule ?? "", { number, count: normCount({ number, list }) })
  if (!rule.ok) return rule
  const why = { reason: decision.value, rule: rule.value }
  if (why.reason !== null)
    await keepHiding({ place, byId: viewer.userId, now }, { ...why, reason: why.reason })
  return allow(null)
}

type Why = { reason: string; rule: ActRule }

async function keepHiding({ place, byId, now }: Moderation, { reason, rule }: Why): Promise<void> {
  const { postId, seq } = place
  await database().$transaction(async (tx) => {
    await holdThread(tx, place.threadId)
    const where = { id: postId, state: place.state }
    const { count } = await tx.post.updateMany({ where, data: { state: "hidden" } })
    if (count === 0) return
    await tx.postHiding.create({ data: { id: newId(), postId, reason, hiddenById: byId, hiddenAt: now } })
    const act = { about: actAbout(place), actorId: byId, reason, rule, now }
    await appendAct(tx, { kind: "hidden", ...act })
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
  if (decision.value === "change")
    await database().$transaction((tx) => keepShowing(tx, { place, byId: viewer.userId, now, reason: "" }))
  return allow(null)
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
    if (reports === 0) return
    await appendEvent(tx, { kind: "post.reportsDismissed", ...about })
    const act = { about: actAbout(place), actorId: viewer.userId, reason: "", now }
    await appendAct(tx, { kind: "reports_dismissed", ...act })
  })
  return allow(null)
}

const hideFacts = (viewer: Viewer, place: PostPlace) => ({
  mayHide: can(viewer, "post.hide", factsOf(place)),
  state: place.state,
})

import "server-only"
import { stateBeneath } from "@/lib/discussion/moderation/decide-moderation"
import { holdThread } from "@/lib/discussion/server/hold-open"
import { type ActAbout, appendAct } from "@/lib/discussion/server/ledger-store"
import { eventAbout, type PostPlace } from "@/lib/discussion/server/load-post-place"
import { noteChange } from "@/lib/discussion/server/note-change"
import type { Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

/** A post as the ledger names it. */
export const actAbout = ({ classId, assignmentId, promptId, postId }: PostPlace): ActAbout => ({
  classId,
  assignmentId,
  promptId,
  postId,
})

export type Showing = { place: PostPlace; byId: string; now: Date; reason: string }

/** Shows a hidden post again. An appeal that waited is granted by that. */
export async function keepShowing(tx: Transaction, { place, byId, now, reason }: Showing): Promise<void> {
  const { postId, seq } = place
  await holdThread(tx, place.threadId)
  const data = { state: stateBeneath(place) }
  const { count } = await tx.post.updateMany({ where: { id: postId, state: "hidden" }, data })
  if (count === 0) return
  const lifted = { liftedAt: now, liftedById: byId }
  await tx.postHiding.updateMany({ where: { postId, liftedAt: null }, data: lifted })
  const actId = await appendAct(tx, { kind: "shown", about: actAbout(place), actorId: byId, reason, now })
  const granted = { granted: true, answer: reason, decidedAt: now, decidedById: byId }
  if (actId) await tx.actAppeal.updateMany({ where: { actId, granted: null }, data: granted })
  await noteChange(tx, place)
  await appendEvent(tx, { kind: "post.shown", actorId: byId, ...eventAbout(place), data: { seq } })
}

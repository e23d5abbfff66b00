import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { PostIdInput } from "@/lib/discussion/input"
import { actAbout } from "@/lib/discussion/server/keep-showing"
import { appendAct } from "@/lib/discussion/server/ledger-store"
import { eventAbout, loadPostPlace } from "@/lib/discussion/server/load-post-place"
import { factsOf } from "@/lib/discussion/server/place"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

/** "I am on it": one of the staff takes the worries about a post, and the others see who, and when. */
export async function takeWorry(viewer: Viewer, { postId }: PostIdInput, now: Date): Promise<Decision<null>> {
  const place = await loadPostPlace(viewer, postId)
  if (!place) return refuse("missing", "discussion.noSuchPost")
  if (!can(viewer, "worry.take", factsOf(place))) return refuse("forbidden", "discussion.mayNotTakeWorry")
  const actorId = viewer.userId
  await database().$transaction(async (tx) => {
    const where = { postId: place.postId, kind: "worried" as const, takenAt: null }
    const { count } = await tx.postReport.updateMany({ where, data: { takenAt: now, takenById: actorId } })
    if (count === 0) return
    await appendAct(tx, { kind: "worry_taken", about: actAbout(place), actorId, reason: "", now })
    await appendEvent(tx, {
      kind: "post.worryTaken",
      actorId,
      ...eventAbout(place),
      data: { seq: place.seq },
    })
  })
  return allow(null)
}

import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { PostIdInput } from "@/lib/discussion/input"
import { actAbout } from "@/lib/discussion/server/keep-showing"
import { eventAbout, loadPostPlace } from "@/lib/discussion/server/load-post-place"
import { factsOf } from "@/lib/discussion/server/place"
import { isOutstanding, recordAct } from "@/lib/discussion/server/record-act"
import { database, type Transaction } from "@/lib/platform/database"

/** Clears every open flag of a post, by row id. Resolves to how many there were. */
export async function clearFlags(
  tx: Transaction,
  { postId, byId, now }: { postId: string; byId: string; now: Date },
): Promise<number> {
  const cleared = { clearedAt: now, clearedById: byId }
  return (await tx.postFlag.updateMany({ where: { postId, clearedAt: null }, data: cleared })).count
}

/** Staff of the class have looked at what a post was flagged for, and leave it as it is. */
export async function clearPostFlags(viewer: Viewer, input: PostIdInput, now: Date): Promise<Decision<null>> {
  const place = await loadPostPlace(viewer, input.postId)
  if (!place) return refuse("missing", "discussion.noSuchPost")
  if (!can(viewer, "post.review", factsOf(place))) return refuse("forbidden", "discussion.mayNotReview")
  const byId = viewer.userId
  await database().$transaction(async (tx) => {
    const flags = await clearFlags(tx, { postId: place.postId, byId, now })
    if (flags === 0) return
    const about = actAbout(place)
    // Whoever leaves a post as it is that was given back and sent again lets it in by that.
    const isBack = place.state === "visible" && (await isOutstanding(tx, about))
    const event = { actorId: byId, ...eventAbout(place), data: { postId: place.postId, flags } }
    const kind = isBack ? "republished" : "flags_cleared"
    await recordAct(tx, { kind: "post.flagsCleared", ...event }, { kind, about, reason: "", now })
  })
  return allow(null)
}

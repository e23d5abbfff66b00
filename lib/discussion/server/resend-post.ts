import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { EditPostInput } from "@/lib/discussion/input"
import { decideResend } from "@/lib/discussion/posts/decide-own-post"
import { changeWords } from "@/lib/discussion/server/change-words"
import { flagPost } from "@/lib/discussion/server/flag-post"
import { holdOpen } from "@/lib/discussion/server/hold-open"
import {
  eventAbout,
  loadPostPlace,
  ownPostFacts,
  type PostPlace,
} from "@/lib/discussion/server/load-post-place"
import { isStaffHere, waitsForStaff } from "@/lib/discussion/server/place"
import { releasePosts } from "@/lib/discussion/server/release-posts"
import { threadTopic } from "@/lib/discussion/thread/thread-topic"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"
import { announce } from "@/lib/platform/notifications"

/**
 * An author changes a post that staff gave back and sends it again. It keeps its place and its answers. Where staff read
 * first it waits for them; else it stands at once, and staff are shown that it was changed.
 */
export async function resendPost(viewer: Viewer, input: EditPostInput, now: Date): Promise<Decision<null>> {
  const place = await loadPostPlace(viewer, input.postId)
  if (!place) return refuse("missing", "discussion.noSuchPost")
  const decision = decideResend(ownPostFacts(viewer, place), input.body, now)
  if (!decision.ok) return decision
  const waits = waitsForStaff(viewer, place)
  const isStaff = isStaffHere(viewer, place)
  const kept = await keepResent({ place, body: decision.value.body, waits, isStaff, now })
  return kept ? allow(null) : refuse("conflict", "discussion.changedMeanwhile")
}

type Resent = { place: PostPlace; body: string; waits: boolean; isStaff: boolean; now: Date }

async function keepResent({ place, body, waits, isStaff, now }: Resent): Promise<boolean> {
  const { postId } = place
  return database().$transaction(async (tx) => {
    if (!(await holdOpen(tx, place, isStaff))) return false
    const words = await changeWords(tx, { place, body, now })
    if (!words) return false
    await tx.post.update({ where: { id: postId }, data: { state: "held", heldAt: now, returnedAt: null } })
    await tx.postReturn.updateMany({ where: { postId, resentAt: null }, data: { resentAt: now } })
    if (!waits) await showAgain(tx, place, now)
    await flagPost(tx, { place, html: words.html, now })
    const data = { postId, revision: words.revision, waits }
    await appendEvent(tx, { kind: "post.republished", ...eventAbout(place), data })
    return true
  })
}

async function showAgain(tx: Transaction, place: PostPlace, now: Date): Promise<void> {
  const { postId } = place
  await releasePosts(tx, [postId])
  await tx.postFlag.create({ data: { id: newId(), postId, kind: "changed", createdAt: now } })
  await announce(tx, threadTopic(place))
}

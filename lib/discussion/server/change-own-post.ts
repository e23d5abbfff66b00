import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { PostIdInput } from "@/lib/discussion/input"
import { stateBeneath } from "@/lib/discussion/moderation/decide-moderation"
import {
  type Change,
  decideDelete,
  decideUndo,
  type OwnPostFacts,
} from "@/lib/discussion/posts/decide-own-post"
import { holdOpen } from "@/lib/discussion/server/hold-open"
import {
  eventAbout,
  loadPostPlace,
  ownPostFacts,
  type PostPlace,
} from "@/lib/discussion/server/load-post-place"
import { noteChange } from "@/lib/discussion/server/note-change"
import { isStaffHere } from "@/lib/discussion/server/place"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

type Turn = {
  decide: (facts: OwnPostFacts, now: Date) => Decision<Change>
  isBack: boolean
  kind: string
}

/** An author takes a post back. Its row stays, so that its answers keep their place and it can be put back. */
export const takeBackPost = (viewer: Viewer, input: PostIdInput, now: Date) =>
  turnOwnPost(viewer, { ...input, now }, takingBack)

/** An author puts back what they took back a moment ago. */
export const putBackPost = (viewer: Viewer, input: PostIdInput, now: Date) =>
  turnOwnPost(viewer, { ...input, now }, puttingBack)

const takingBack: Turn = { decide: decideDelete, isBack: false, kind: "post.takenBack" }
const puttingBack: Turn = { decide: decideUndo, isBack: true, kind: "post.putBack" }

async function turnOwnPost(
  viewer: Viewer,
  { postId, now }: PostIdInput & { now: Date },
  turn: Turn,
): Promise<Decision<null>> {
  const place = await loadPostPlace(viewer, postId)
  if (!place) return refuse("missing", "discussion.noSuchPost")
  const decision = turn.decide(ownPostFacts(viewer, place), now)
  if (!decision.ok) return decision
  if (
    decision.value === "nothing" ||
    (await keepTurn(place, { ...turn, isStaff: isStaffHere(viewer, place) }, now))
  )
    return allow(null)
  return refuse("conflict", "discussion.changedMeanwhile")
}

type TurnBy = Turn & { isStaff: boolean }

async function keepTurn(place: PostPlace, { isBack, kind, isStaff }: TurnBy, now: Date): Promise<boolean> {
  return database().$transaction(async (tx) => {
    if (!(await holdOpen(tx, place, isStaff))) return false
    const deletedAt = isBack ? null : now
    const data = { state: stateBeneath({ ...place, deletedAt }), deletedAt }
    const { count } = await tx.post.updateMany({ where: { id: place.postId, state: place.state }, data })
    if (count === 0) return false
    // Taking back may shut the thread for its author, whose stream then ends at once.
    await noteChange(tx, place)
    await appendEvent(tx, { kind, ...eventAbout(place), data: { seq: place.seq } })
    return true
  })
}

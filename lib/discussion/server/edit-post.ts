import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { EditPostInput } from "@/lib/discussion/input"
import { decideEdit } from "@/lib/discussion/posts/decide-own-post"
import { changeWords } from "@/lib/discussion/server/change-words"
import { flagPost } from "@/lib/discussion/server/flag-post"
import {
  eventAbout,
  loadPostPlace,
  ownPostFacts,
  type PostPlace,
} from "@/lib/discussion/server/load-post-place"
import { noteChange } from "@/lib/discussion/server/note-change"
import { waitsForStaff } from "@/lib/discussion/server/place"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

/** An author changes the words of a post. What it said before stays, for the author and the staff of the class. */
export async function editPost(viewer: Viewer, input: EditPostInput, now: Date): Promise<Decision<null>> {
  const place = await loadPostPlace(viewer, input.postId)
  if (!place) return refuse("missing", "discussion.noSuchPost")
  const decision = decideEdit(ownPostFacts(viewer, place), input.body, now)
  if (!decision.ok) return decision
  if (!decision.value) return allow(null)
  const kept = await keepWords({ place, state: stateOnceEdited(viewer, place), now }, decision.value.body)
  return kept ? allow(null) : refuse("conflict", "discussion.changedMeanwhile")
}

/** False where the post was edited, hidden or taken back since it was loaded: then nothing changes. */
async function keepWords({ place, state, now }: Edit, body: string): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const { html, revision } = (await changeWords(tx, { place, body, now })) ?? {}
    if (!html || !revision) return false
    if (state === "held" && place.state === "visible")
      await tx.post.update({ where: { id: place.postId }, data: { state, heldAt: now } })
    await flagPost(tx, { place, html, now })
    await noteChange(tx, place)
    const data = { seq: place.seq, revision }
    await appendEvent(tx, { kind: "post.edited", ...eventAbout(place), data })
    return true
  })
}

type Edit = { place: PostPlace; state: "visible" | "held"; now: Date }

/** Where staff read first, they read what was changed as well: until then it leaves its thread, and keeps its place. */
const stateOnceEdited = (viewer: Viewer, place: PostPlace): Edit["state"] =>
  place.state === "held" || waitsForStaff(viewer, place) ? "held" : "visible"

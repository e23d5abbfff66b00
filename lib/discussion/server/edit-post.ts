import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { EditPostInput } from "@/lib/discussion/input"
import { decideEdit } from "@/lib/discussion/posts/decide-own-post"
import { postHtml } from "@/lib/discussion/posts/post-html"
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

/** An author changes the words of a post. What it said before stays, for the author and the staff of the class. */
export async function editPost(viewer: Viewer, input: EditPostInput, now: Date): Promise<Decision<null>> {
  const place = await loadPostPlace(viewer, input.postId)
  if (!place) return refuse("missing", "discussion.noSuchPost")
  const decision = decideEdit(ownPostFacts(viewer, place), input.body, now)
  if (!decision.ok) return decision
  if (!decision.value) return allow(null)
  const kept = await keepWords(place, { ...decision.value, isStaff: isStaffHere(viewer, place) }, now)
  return kept ? allow(null) : refuse("conflict", "discussion.changedMeanwhile")
}

type Words = { body: string; isStaff: boolean }

/** False where the post was edited, hidden or taken back since it was loaded, or writing was stopped: then nothing changes. */
async function keepWords(place: PostPlace, { body, isStaff }: Words, now: Date): Promise<boolean> {
  const { postId, editedAt, createdAt } = place
  const number = place.revisions + 1
  return database().$transaction(async (tx) => {
    if (!(await holdOpen(tx, place, isStaff))) return false
    const words = { body, html: postHtml(body), editedAt: momentAfter(editedAt, now) }
    const { count } = await tx.post.updateMany({
      where: { id: postId, state: "visible", editedAt },
      data: words,
    })
    if (count === 0) return false
    const before = { postId, number, body: place.body, createdAt: editedAt ?? createdAt }
    await tx.postRevision.create({ data: before })
    await noteChange(tx, place)
    const data = { seq: place.seq, revision: number }
    await appendEvent(tx, { kind: "post.edited", ...eventAbout(place), data })
    return true
  })
}

/** Now, or a millisecond after the last edit: that moment names the state an edit was based on, so no two share one. */
const momentAfter = (last: Date | null, now: Date): Date =>
  last && last >= now ? new Date(last.getTime() + 1) : now

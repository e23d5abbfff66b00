import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { EditPostInput } from "@/lib/discussion/input"
import { decideEdit } from "@/lib/discussion/posts/decide-own-post"
import { postHtml } from "@/lib/discussion/posts/post-html"
import {
  eventAbout,
  loadPostPlace,
  ownPostFacts,
  type PostPlace,
} from "@/lib/discussion/server/load-post-place"
import { noteChange } from "@/lib/discussion/server/note-change"
import { rewordRestatement } from "@/lib/discussion/server/reword-restatement"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

/** An author changes the words of a post. What it said before stays, for the author and the staff of the class. */
export async function editPost(viewer: Viewer, input: EditPostInput, now: Date): Promise<Decision<null>> {
  const place = await loadPostPlace(viewer, input.postId)
  if (!place) return refuse("missing", "discussion.noSuchPost")
  if (place.restatesAs !== null)
    return rewordRestatement(
      viewer,
      { postId: input.postId, number: place.restatesAs, words: input.body },
      now,
    )
  const decision = decideEdit(ownPostFacts(viewer, place), input.body, now)
  if (!decision.ok) return decision
  if (!decision.value) return allow(null)
  const kept = await keepWords(place, decision.value.body, now)
  return kept ? allow(null) : refuse("conflict", "discussion.changedMeanwhile")
}

/** False where the post was edited, hidden or taken back since it was loaded: then nothing changes. */
async function keepWords(place: PostPlace, body: string, now: Date): Promise<boolean> {
  const { postId, editedAt, createdAt } = place
  const number = place.revisions + 1
  return database().$transaction(async (tx) => {
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

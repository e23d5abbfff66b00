import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { EditPostInput } from "@/lib/discussion/input"
import { type Argument, decideArgument } from "@/lib/discussion/posts/decide-argument"
import { decideEdit } from "@/lib/discussion/posts/decide-own-post"
import { postHtml } from "@/lib/discussion/posts/post-html"
import { keepFormer, momentAfter } from "@/lib/discussion/server/change-words"
import { citesOf } from "@/lib/discussion/server/cites"
import { flagPost } from "@/lib/discussion/server/flag-post"
import { holdOpen } from "@/lib/discussion/server/hold-open"
import { keepArgument } from "@/lib/discussion/server/keep-argument"
import { type EditPlace, loadEditPlace } from "@/lib/discussion/server/load-edit-place"
import { eventAbout, ownPostFacts } from "@/lib/discussion/server/load-post-place"
import { noteChange } from "@/lib/discussion/server/note-change"
import { isStaffHere, waitsForStaff } from "@/lib/discussion/server/place"
import { rewordRestatement } from "@/lib/discussion/server/reword-restatement"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

/**
 * An author changes a post: its words and, until somebody has answered it, its move, its side and what it cites. What it
 * said before stays, for the author and the staff of the class.
 */
export async function editPost(viewer: Viewer, input: EditPostInput, now: Date): Promise<Decision<null>> {
  const cites = citesOf(input.argument ?? { sentenceIds: [] })
  const place = await loadEditPlace(viewer, { postId: input.postId, ...cites })
  if (!place) return refuse("missing", "discussion.noSuchPost")
  // What waits was restated to nobody yet: its words are changed as those of any other post.
  if (place.restatesAs !== null && place.state === "visible") {
    const { restatesAs: number } = place
    return rewordRestatement(viewer, { postId: input.postId, number, words: input.body }, now)
  }
  const words = decideEdit(ownPostFacts(viewer, place), input.body, now)
  if (!words.ok) return words
  const asked = input.argument && { ...input.argument, ...cites, sources: input.argument.sources ?? [] }
  const argument = asked ? decideArgument(argumentFacts(viewer, place), asked, now) : allow(null)
  if (!argument.ok) return argument
  if (!words.value && !argument.value) return allow(null)
  const edit = {
    body: words.value?.body ?? null,
    argument: argument.value,
    waits: waitsForStaff(viewer, place),
    isStaff: isStaffHere(viewer, place),
    now,
  }
  return (await keepEdit(place, edit)) ? allow(null) : refuse("conflict", "discussion.changedMeanwhile")
}

const argumentFacts = (viewer: Viewer, place: EditPlace) => ({
  ...place,
  isStaff: isStaffHere(viewer, place),
  requiresRestatement: place.rules.requiresRestatement,
  citedFound: place.found?.length ?? 0,
  citedPostsFound: place.foundPosts?.length ?? 0,
})

type Edit = { body: string | null; argument: Argument | null; waits: boolean; isStaff: boolean; now: Date }

/**
 * False where the post was edited, hidden, taken back or, as far as more than its words is changed, answered since it was
 * loaded, or where writing was stopped: then nothing changes.
 */
async function keepEdit(place: EditPlace, edit: Edit): Promise<boolean> {
  const { body, argument, waits, isStaff, now } = edit
  const { postId, state, editedAt, createdAt } = place
  const number = place.revisions + 1
  return database().$transaction(async (tx) => {
    if (!(await holdOpen(tx, place, isStaff))) return false
    const html = body === null ? place.html : postHtml(body)
    const words = body === null ? {} : { body, html }
    const kind = argument ? { move: argument.move, side: argument.side } : {}
    const answers = { state: { not: "deleted" as const }, seq: { not: null } }
    const unanswered = argument ? { replies: { none: answers } } : {}
    // Where staff read first, they read what was changed as well: until then it leaves its thread, and keeps its place.
    const held = waits && state === "visible" ? { state: "held" as const, heldAt: now } : {}
    const { count } = await tx.post.updateMany({
      where: { id: postId, state, editedAt, ...unanswered },
      data: { ...words, ...kind, ...held, editedAt: momentAfter(editedAt, now) },
    })
    if (count === 0) return false
    const at = { before: editedAt ?? createdAt, now }
    if (body !== null) await keepFormer(tx, { place, body, html, at })
    if (argument) await keepArgument(tx, place, argument)
    await flagPost(tx, { place, html, sources: argument?.sources, now })
    await noteChange(tx, place)
    const data = { seq: place.seq, revision: body === null ? place.revisions : number }
    await appendEvent(tx, { kind: "post.edited", ...eventAbout(place), data })
    return true
  })
}

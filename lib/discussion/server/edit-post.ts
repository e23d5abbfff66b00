import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { EditPostInput } from "@/lib/discussion/input"
import { type Argument, decideArgument } from "@/lib/discussion/posts/decide-argument"
import { decideEdit } from "@/lib/discussion/posts/decide-own-post"
import { postHtml } from "@/lib/discussion/posts/post-html"
import { citesOf } from "@/lib/discussion/server/cites"
import { holdOpen } from "@/lib/discussion/server/hold-open"
import { keepArgument } from "@/lib/discussion/server/keep-argument"
import { type EditPlace, loadEditPlace } from "@/lib/discussion/server/load-edit-place"
import { eventAbout, ownPostFacts } from "@/lib/discussion/server/load-post-place"
import { noteChange } from "@/lib/discussion/server/note-change"
import { isStaffHere } from "@/lib/discussion/server/place"
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
  if (place.restatesAs !== null) {
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

type Edit = { body: string | null; argument: Argument | null; isStaff: boolean; now: Date }

/**
 * False where the post was edited, hidden, taken back or, as far as more than its words is changed, answered since it was
 * loaded, or where writing was stopped: then nothing changes.
 */
async function keepEdit(place: EditPlace, { body, argument, isStaff, now }: Edit): Promise<boolean> {
  const { postId, editedAt, createdAt } = place
  const number = place.revisions + 1
  return database().$transaction(async (tx) => {
    if (!(await holdOpen(tx, place, isStaff))) return false
    const words = body === null ? {} : { body, html: postHtml(body) }
    const kind = argument ? { move: argument.move, side: argument.side } : {}
    const unanswered = argument ? { replies: { none: { state: { not: "deleted" as const } } } } : {}
    const { count } = await tx.post.updateMany({
      where: { id: postId, state: "visible", editedAt, ...unanswered },
      data: { ...words, ...kind, editedAt: momentAfter(editedAt, now) },
    })
    if (count === 0) return false
    const before = { postId, number, body: place.body, createdAt: editedAt ?? createdAt }
    if (body !== null) await tx.postRevision.create({ data: before })
    if (argument) await keepArgument(tx, place, argument)
    await noteChange(tx, place)
    const data = { seq: place.seq, revision: body === null ? place.revisions : number }
    await appendEvent(tx, { kind: "post.edited", ...eventAbout(place), data })
    return true
  })
}

/** Now, or a millisecond after the last edit: that moment names the state an edit was based on, so no two share one. */
const momentAfter = (last: Date | null, now: Date): Date =>
  last && last >= now ? new Date(last.getTime() + 1) : now

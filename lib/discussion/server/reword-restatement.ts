import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { RewordRestatementInput } from "@/lib/discussion/input"
import { postHtml } from "@/lib/discussion/posts/post-html"
import { decideReword } from "@/lib/discussion/restating/decide-restating"
import { changeRestating } from "@/lib/discussion/server/change-restating"
import { flagPost } from "@/lib/discussion/server/flag-post"
import {
  loadRestatingPlace,
  type RestatingPlace,
  restatingFacts,
} from "@/lib/discussion/server/load-restating-place"
import { waitsForStaff } from "@/lib/discussion/server/place"

/** Whoever restated a post puts it into other words: within the time for edits, or because it was not quite that. */
export async function rewordRestatement(
  viewer: Viewer,
  input: RewordRestatementInput,
  now: Date,
): Promise<Decision<null>> {
  const place = await loadRestatingPlace(viewer, input.postId)
  if (!place) return refuse("missing", "discussion.noSuchPost")
  const decision = decideReword(restatingFacts(viewer, place), input, now)
  if (!decision.ok) return decision
  const waits = waitsForStaff(viewer, place)
  if (!decision.value || (await keepWording(place, { ...decision.value, number: input.number, waits, now })))
    return allow(null)
  return refuse("conflict", "discussion.changedMeanwhile")
}

/**
 * What was said before stays. A post that only restates says what its last wording says. Where staff read first, they
 * read what was put otherwise as well: until then the post leaves its thread, and keeps its place.
 */
function keepWording(
  place: RestatingPlace,
  { words, number, waits, now }: { words: string; number: number; waits: boolean; now: Date },
): Promise<boolean> {
  const { postId } = place
  const text = { body: words, html: postHtml(words) }
  const before = place.wordings.at(-1)
  return changeRestating(place, {
    number,
    kind: "restatement.made",
    change: async (tx) => {
      // An answer that came since these words were loaded is not passed over.
      const same = { postId, number, answer: before?.answer ?? null, ruling: before?.ruling ?? null }
      if ((await tx.restatement.count({ where: same })) === 0) return false
      await tx.restatement.create({ data: { postId, number: number + 1, ...text, createdAt: now } })
      const said = place.move === "restate" ? text : {}
      const held = waits ? { state: "held" as const, heldAt: now } : {}
      await tx.post.update({ where: { id: postId }, data: { ...said, ...held } })
      await flagPost(tx, { place, html: text.html, now })
      return true
    },
  })
}

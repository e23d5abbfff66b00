import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { AnswerRestatementInput } from "@/lib/discussion/input"
import { postHtml } from "@/lib/discussion/posts/post-html"
import { type AcceptedAnswer, decideAnswer } from "@/lib/discussion/restating/decide-restating"
import { changeRestating } from "@/lib/discussion/server/change-restating"
import { flagPost } from "@/lib/discussion/server/flag-post"
import {
  loadRestatingPlace,
  type RestatingPlace,
  restatingFacts,
} from "@/lib/discussion/server/load-restating-place"

/** The author of a restated post says whether that is their view; where it is not quite, with what they meant. */
export async function answerRestatement(
  viewer: Viewer,
  input: AnswerRestatementInput,
  now: Date,
): Promise<Decision<null>> {
  const place = await loadRestatingPlace(viewer, input.postId)
  if (!place) return refuse("missing", "discussion.noSuchPost")
  const decision = decideAnswer(restatingFacts(viewer, place), input, now)
  if (!decision.ok) return decision
  if (!decision.value || (await keepAnswer(place, { ...decision.value, number: input.number, now })))
    return allow(null)
  return refuse("conflict", "discussion.changedMeanwhile")
}

/** Two answers at once: the first is kept. */
function keepAnswer(
  place: RestatingPlace,
  { number, answer, meant, now }: AcceptedAnswer & { number: number; now: Date },
): Promise<boolean> {
  const { postId } = place
  const data = { answer, meant, meantHtml: meant === null ? null : postHtml(meant), answeredAt: now }
  return changeRestating(place, {
    number,
    kind: "restatement.answered",
    change: async (tx) => {
      const where = { postId, number, answer: null, ruling: null }
      if ((await tx.restatement.updateMany({ where, data })).count === 0) return false
      // What they meant stands by their own post.
      const own = { ...place, postId: place.parentId }
      if (data.meantHtml) await flagPost(tx, { place: own, html: data.meantHtml, now })
      return true
    },
  })
}

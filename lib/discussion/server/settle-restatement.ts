import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { SettleRestatementInput } from "@/lib/discussion/input"
import { decideRuling } from "@/lib/discussion/restating/decide-restating"
import { changeRestating } from "@/lib/discussion/server/change-restating"
import { loadRestatingPlace, restatingFacts } from "@/lib/discussion/server/load-restating-place"

/** A teacher of the class says whether a restatement is fair, where the two could not agree. */
export async function settleRestatement(
  viewer: Viewer,
  { postId, ...given }: SettleRestatementInput,
  now: Date,
): Promise<Decision<null>> {
  const place = await loadRestatingPlace(viewer, postId)
  if (!place) return refuse("missing", "discussion.noSuchPost")
  const decision = decideRuling(restatingFacts(viewer, place), given, now)
  if (!decision.ok) return decision
  const ruling = decision.value
  if (!ruling) return allow(null)
  const { number } = given
  const isKept = await changeRestating(place, {
    number,
    kind: "restatement.settled",
    actorId: viewer.userId,
    change: async (tx) => {
      // A comparison with "yes" leaves out what is not answered.
      const unconfirmed = [{ answer: null }, { answer: "not_quite" as const }]
      const where = { postId: place.postId, number, ruling: null, OR: unconfirmed }
      const data = { ruling, ruledById: viewer.userId, ruledAt: now }
      return (await tx.restatement.updateMany({ where, data })).count === 1
    },
  })
  return isKept ? allow(null) : refuse("conflict", "discussion.changedMeanwhile")
}

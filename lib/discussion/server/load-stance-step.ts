import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { loadStancePlace, momentFacts } from "@/lib/discussion/server/load-stance-place"
import { factsOf } from "@/lib/discussion/server/place"
import { loadOwnStance } from "@/lib/discussion/server/stance-store"
import type { StanceAnswer } from "@/lib/discussion/stance/decide-stance"
import { type Moment, type MomentState, momentState } from "@/lib/discussion/stance/stance-moments"

export type StanceStep = {
  assignmentId: string
  moment: Moment
  statement: string
  state: Exclude<MomentState, "notAsked">
  /** May this viewer take it at all? Staff look at the page as a student would meet it. */
  mayTake: boolean
  /** The viewer's own answer of this moment, while they are changing it; at no other time. */
  own: StanceAnswer | null
  closesAt: Date
}

type Asked = { assignmentId: string; moment: Moment; changing: boolean }

/** One moment as the viewer meets it. One trip, two while changing. */
export async function loadStanceStep(viewer: Viewer, asked: Asked, now: Date): Promise<Decision<StanceStep>> {
  const { assignmentId, moment, changing } = asked
  const place = await loadStancePlace(viewer, assignmentId)
  if (!place || !can(viewer, "assignment.see", factsOf(place)))
    return refuse("missing", "discussion.noStanceAsked")
  const state = momentState(momentFacts(place), moment, now)
  if (state === "notAsked" || place.statement === null) return refuse("missing", "discussion.noStanceAsked")
  const own =
    changing && state === "changeable"
      ? await loadOwnStance({ userId: viewer.userId, assignmentId, moment })
      : null
  const mayTake = can(viewer, "stance.take", factsOf(place))
  const { statement, closesAt } = place
  return allow({ assignmentId, moment, statement, state, mayTake, own, closesAt })
}

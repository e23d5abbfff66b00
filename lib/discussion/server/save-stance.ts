import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { SaveStanceInput } from "@/lib/discussion/input"
import { loadStancePlace, momentFacts } from "@/lib/discussion/server/load-stance-place"
import { factsOf } from "@/lib/discussion/server/place"
import { keepStance } from "@/lib/discussion/server/stance-store"
import { decideStance } from "@/lib/discussion/stance/decide-stance"
import { momentBefore } from "@/lib/discussion/stance/moved-by"
import type { Moment } from "@/lib/discussion/stance/stance-moments"

/**
 * Somebody says where they stand, or prefers not to. What was said is not repeated; only whether they moved since the
 * moment before, so that they alone are asked what moved them.
 */
export async function saveStance(
  viewer: Viewer,
  input: SaveStanceInput,
  now: Date,
): Promise<Decision<{ moment: Moment; moved: boolean }>> {
  const place = await loadStancePlace(viewer, input.assignmentId)
  if (!place || !can(viewer, "assignment.see", factsOf(place)))
    return refuse("missing", "discussion.noStanceAsked")
  const facts = { ...momentFacts(place), mayTake: can(viewer, "stance.take", factsOf(place)) }
  const decision = decideStance(facts, input, now)
  if (!decision.ok) return decision
  const { assignmentId, moment } = input
  const from = momentBefore(facts, moment)
  const kept = await keepStance({ userId: viewer.userId, assignmentId, moment, from }, decision.value)
  return kept ? allow({ moment, ...kept }) : refuse("conflict", "discussion.stanceClosed")
}

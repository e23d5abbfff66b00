import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { loadStancePlace } from "@/lib/discussion/server/load-stance-place"
import { factsOf, isStaffHere } from "@/lib/discussion/server/place"
import {
  type FrozenSummary,
  freezeSummaries,
  loadLastClose,
  loadSummaries,
} from "@/lib/discussion/server/stance-store"

/** `summaries` is null until the step has closed for everybody. */
export type StanceSummaryView = { statement: string; closesAt: Date; summaries: FrozenSummary[] | null }

/**
 * Who moved, for staff of the class. Before the last student's close nothing is read, so nothing can show. The first
 * reader after it freezes the summary; everyone later sees the same numbers.
 */
export async function loadStanceSummary(
  viewer: Viewer,
  { assignmentId }: { assignmentId: string },
  now: Date,
): Promise<Decision<StanceSummaryView>> {
  const place = await loadStancePlace(viewer, assignmentId)
  if (!place || !isStaffHere(viewer, place) || !can(viewer, "stanceSummary.see", factsOf(place)))
    return refuse("missing", "discussion.noSuchAssignment")
  const { statement } = place
  if (statement === null) return refuse("missing", "discussion.noStanceAsked")
  const closesAt = (await loadLastClose(assignmentId)) ?? place.closesAt
  if (!place.frozen && now < closesAt) return allow({ statement, closesAt, summaries: null })
  if (!place.frozen) await freezeSummaries(assignmentId, place.promptCount)
  return allow({ statement, closesAt, summaries: await loadSummaries(assignmentId) })
}

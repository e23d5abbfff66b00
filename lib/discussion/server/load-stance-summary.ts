import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { loadCauses } from "@/lib/discussion/server/load-causes"
import { loadStancePlace, type StancePlace } from "@/lib/discussion/server/load-stance-place"
import { factsOf, isStaffHere } from "@/lib/discussion/server/place"
import { freezeSummaries, loadLastClose, loadSummaries } from "@/lib/discussion/server/stance-store"
import type { ClassShift } from "@/lib/discussion/stance/class-shift"

/** `summaries` is null until the step has closed for everybody; `closesAt` is when, which students are not told. */
export type StanceSummaryView = { statement: string; closesAt: Date | null; summaries: ClassShift[] | null }

/**
 * Who moved and what moved them, for the class. Before the last student's close nothing is read, so nothing can show.
 * The first reader after it freezes the summary; everyone later sees the same numbers.
 */
export async function loadStanceSummary(
  viewer: Viewer,
  { assignmentId }: { assignmentId: string },
  now: Date,
): Promise<Decision<StanceSummaryView>> {
  const place = await loadStancePlace(viewer, assignmentId)
  if (!place || !can(viewer, "stanceSummary.see", factsOf(place)))
    return refuse("missing", "discussion.noSuchAssignment")
  const { statement } = place
  if (statement === null) return refuse("missing", "discussion.noStanceAsked")
  const closesAt = await closeOf(place, now)
  if (closesAt) {
    // Whose close is later than one's own is nobody's to know but the staff's.
    const told = isStaffHere(viewer, place) ? closesAt : null
    return allow({ statement, closesAt: told, summaries: null })
  }
  if (!place.frozen) await freezeSummaries(assignmentId, place.promptCount)
  const made = { assignmentId, summaries: await loadSummaries(assignmentId) }
  const summaries = await loadCauses(viewer, made, now)
  return allow({ statement, closesAt: null, summaries })
}

/** When the last student's step closes; null where it has. */
async function closeOf(place: StancePlace, now: Date): Promise<Date | null> {
  if (place.frozen) return null
  if (now < place.closesAt && place.classRole === "student") return place.closesAt
  const closesAt = (await loadLastClose(place.assignmentId)) ?? place.closesAt
  return now < closesAt ? closesAt : null
}

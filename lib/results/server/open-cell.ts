import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { formatInstant } from "@/lib/lesson/school-time"
import { type CellView, cellView } from "@/lib/results/gradebook/cell-view"
import type { CellInput } from "@/lib/results/gradebook/gradebook-input"
import { loadCellReport } from "@/lib/results/server/load-student-report"

/** One cell of a gradebook in full, for staff of the class. Changes nothing. */
export async function openCell(viewer: Viewer, cell: CellInput, now: Date): Promise<Decision<CellView>> {
  const found = await loadCellReport(viewer, cell, now)
  if (!found.ok) return found
  const { report, may } = found.value
  const [one] = report.works
  if (!one) return refuse("missing", "results.noAssignment")
  const { timeZone, locale } = viewer.school
  const when = (instant: Date) => formatInstant(instant, { timeZone, locale, now })
  return allow(cellView(one, { name: report.person.displayName, mayEdit: may.edit, when }))
}

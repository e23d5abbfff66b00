import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { database } from "@/lib/platform/database"
import type { TakeBackOverrideInput } from "@/lib/results/gradebook/gradebook-input"
import { loadCellReport } from "@/lib/results/server/load-student-report"
import { appendOverride, lockCell, newestOverride } from "@/lib/results/server/override-store"

/** Lets what is worked out count again. A row of the history like any other; nothing of it is removed. Refuses as setting does. */
export async function takeBackOverride(
  viewer: Viewer,
  input: TakeBackOverrideInput,
  now: Date,
): Promise<Decision<{ id: string }>> {
  const { basedOn, reason, reasonShown, ...cell } = input
  const found = await loadCellReport(viewer, cell, now)
  if (!found.ok) return found
  if (!found.value.may.edit) return refuse("forbidden", "results.gradebookTeachersOnly")
  if (reason.trim() === "") return refuse("invalid", "results.overrideReason", { field: "reason" })
  const [standing] = found.value.report.works
  return database().$transaction(async (tx) => {
    const classRole = await lockCell(tx, viewer.userId, cell)
    if (!can(viewer, "gradebook.edit", { classRole }))
      return refuse("forbidden", "results.gradebookTeachersOnly")
    const newest = await newestOverride(tx, cell)
    if (!newest?.stands) return refuse("conflict", "results.noOverride")
    if (newest.id !== basedOn) return refuse("conflict", "results.overrideMeanwhile")
    const from = standing?.standing.override ?? null
    const id = await appendOverride(tx, viewer, { cell, from, to: null, reason, reasonShown, now })
    return allow({ id })
  })
}

import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { database } from "@/lib/platform/database"
import { decideOverride } from "@/lib/results/gradebook/decide-override"
import type { SetOverrideInput } from "@/lib/results/gradebook/gradebook-input"
import { loadCellReport } from "@/lib/results/server/load-student-report"
import { appendOverride, lockCell, newestOverride } from "@/lib/results/server/override-store"

export type KeptOverride = { id: string }

/**
 * Sets one student's score of one assignment by hand. Refuses with "missing" (not their class, no such cell), "forbidden",
 * "invalid", or "conflict" (excused, the same score, or somebody else was there meanwhile).
 */
export async function setOverride(
  viewer: Viewer,
  input: SetOverrideInput,
  now: Date,
): Promise<Decision<KeptOverride>> {
  const { basedOn, kind, value, reason, reasonShown, ...cell } = input
  const found = await loadCellReport(viewer, cell, now)
  if (!found.ok) return found
  if (!found.value.may.edit) return refuse("forbidden", "results.gradebookTeachersOnly")
  const [one] = found.value.report.works
  if (!one) return refuse("missing", "results.noAssignment")
  const decision = decideOverride(one.standing, one.work.possible, input)
  if (!decision.ok) return decision
  return database().$transaction(async (tx) => {
    const classRole = await lockCell(tx, viewer.userId, cell)
    if (!can(viewer, "gradebook.edit", { classRole }))
      return refuse("forbidden", "results.gradebookTeachersOnly")
    if (((await newestOverride(tx, cell))?.id ?? null) !== basedOn)
      return refuse("conflict", "results.overrideMeanwhile")
    const { score: from } = one.standing
    const id = await appendOverride(tx, viewer, { cell, from, to: decision.value, reason, reasonShown, now })
    return allow({ id })
  })
}

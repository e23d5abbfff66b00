import "server-only"
import { validate } from "uuid"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { pool } from "@/lib/platform/database"
import { PULSE } from "@/lib/results/server/results-statement"

const STATEMENT = `
  SELECT me.role AS "classRole", ${PULSE} AS pulse
  FROM "Assignment" a
  JOIN "Enrolment" me ON me."classId" = a."classId" AND me."userId" = $1 AND me.state = 'active' AND me."leftAt" IS NULL
  WHERE a.id = $2`

/**
 * What tells whether a page of results is still true: the same text as when it was made, or another. For whoever may see
 * them; "missing" and "forbidden" as for the results themselves.
 */
export async function loadPulse(viewer: Viewer, assignmentId: string): Promise<Decision<{ pulse: string }>> {
  if (!validate(assignmentId)) return refuse("missing", "results.noAssignment")
  const values = [viewer.userId, assignmentId]
  const { rows } = await pool().query<{ classRole: "student" | "assistant" | "teacher"; pulse: string }>({
    name: "results-pulse",
    text: STATEMENT,
    values,
  })
  const row = rows[0]
  if (!row) return refuse("missing", "results.noAssignment")
  if (!can(viewer, "results.see", { classRole: row.classRole }))
    return refuse("forbidden", "results.staffOnly")
  return allow({ pulse: row.pulse })
}

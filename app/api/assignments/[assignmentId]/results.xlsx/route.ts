import { exportRoute } from "@/app/api/export-route"
import { refuse } from "@/lib/access/refusal"
import { exportTables } from "@/lib/results/server/assignment-tables"
import { exportWorkbook } from "@/lib/results/server/export-results"

/** `?table=` one of the tables; without it a sheet for each. */
export const GET = exportRoute(async ({ viewer, query, params }) => {
  const asked = query.get("table") ?? "all"
  const table = (["all", ...exportTables] as const).find((one) => one === asked)
  if (!table) return refuse("invalid", "results.noTable", { field: "table" })
  return exportWorkbook(viewer, { assignmentId: params.assignmentId ?? "", table })
})

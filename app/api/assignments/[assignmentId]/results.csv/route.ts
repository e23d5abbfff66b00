import { exportRoute } from "@/app/api/export-route"
import { refuse } from "@/lib/access/refusal"
import { exportTables } from "@/lib/results/server/assignment-tables"
import { exportResults } from "@/lib/results/server/export-results"

/** `?table=students|items|answers|discussion` */
export const GET = exportRoute(async ({ viewer, query, params }) => {
  const table = exportTables.find((one) => one === (query.get("table") ?? "students"))
  if (!table) return refuse("invalid", "results.noTable", { field: "table" })
  return exportResults(viewer, { assignmentId: params.assignmentId ?? "", table })
})

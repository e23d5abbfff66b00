import { exportRoute } from "@/app/api/export-route"
import { exportScores } from "@/lib/results/server/export-results"

/** `?shape=canvas|classroom|powerteacher`: the scores as another system takes them in. */
export const GET = exportRoute(({ viewer, query, params }) =>
  exportScores(viewer, { assignmentId: params.assignmentId ?? "", shape: query.get("shape") }),
)

import { exportRoute } from "@/app/api/export-route"
import { now } from "@/lib/platform/clock"
import { exportReport } from "@/lib/results/server/export-report"

/** A student's report of one assignment. */
export const GET = exportRoute(({ viewer, params: { assignmentId = "", enrolmentId = "" } }) =>
  exportReport(viewer, { assignmentId, enrolmentId }, now()),
)

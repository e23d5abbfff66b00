import { exportRoute } from "@/app/api/export-route"
import { now } from "@/lib/platform/clock"
import { exportGradebookWorkbook } from "@/lib/results/server/export-gradebook"

/** The same as a workbook, for its teachers. */
export const GET = exportRoute(({ viewer, params: { classId = "" } }) =>
  exportGradebookWorkbook(viewer, { classId, now: now() }),
)

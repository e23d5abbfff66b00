import { exportRoute } from "@/app/api/export-route"
import { now } from "@/lib/platform/clock"
import { exportGradebook } from "@/lib/results/server/export-gradebook"

/** The gradebook of a class, for its teachers. */
export const GET = exportRoute(({ viewer, params: { classId = "" } }) =>
  exportGradebook(viewer, { classId, now: now() }),
)

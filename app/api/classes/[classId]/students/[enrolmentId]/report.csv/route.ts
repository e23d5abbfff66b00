import { exportRoute } from "@/app/api/export-route"
import { now } from "@/lib/platform/clock"
import { exportStudent } from "@/lib/results/server/export-student"

/** One student over all assignments, for teachers of the class. */
export const GET = exportRoute(({ viewer, params: { classId = "", enrolmentId = "" } }) =>
  exportStudent(viewer, { classId, enrolmentId, now: now() }),
)

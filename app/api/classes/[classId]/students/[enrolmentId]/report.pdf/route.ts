import { exportRoute } from "@/app/api/export-route"
import { now } from "@/lib/platform/clock"
import { exportStudentReport } from "@/lib/results/server/export-student"

/** The same as a report to print, for teachers of the class. */
export const GET = exportRoute(({ viewer, params: { classId = "", enrolmentId = "" } }) =>
  exportStudentReport(viewer, { classId, enrolmentId, now: now() }),
)

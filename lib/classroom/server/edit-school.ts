import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { EditSchoolInput } from "@/lib/classroom/input"
import { schoolFault } from "@/lib/classroom/school-fields"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

/** The school's name, and the zone its times are shown in. Instants already set do not move. */
export async function editSchool(viewer: Viewer, input: EditSchoolInput): Promise<Decision<null>> {
  if (!can(viewer, "school.edit")) return refuse("forbidden", "people.notAllowed")
  const fault = schoolFault(input)
  if (fault) return refuse("invalid", fault.code, fault)
  await database().$transaction(async (tx) => {
    await tx.school.update({ where: { id: 1 }, data: { name: input.schoolName, timeZone: input.timeZone } })
    await appendEvent(tx, { kind: "school.edited", actorId: viewer.userId })
  })
  return allow(null)
}

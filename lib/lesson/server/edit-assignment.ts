import "server-only"
import { allow, type Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { decideDates } from "@/lib/lesson/decide-dates"
import type { EditAssignmentInput } from "@/lib/lesson/input"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { moveDeadlines } from "@/lib/lesson/server/move-deadlines"
import { taughtAssignment } from "@/lib/lesson/server/taught-assignment"
import { appendEvent } from "@/lib/platform/events"

export type EditedAssignment = { movedDeadlines: number }

/** Changes dates and policy of a running assignment. Deadlines and grace of sittings that are open move with them. */
export async function editAssignment(
  viewer: Viewer,
  { assignmentId, ...input }: EditAssignmentInput,
  now: Date,
): Promise<Decision<EditedAssignment>> {
  const dates = decideDates(input, viewer.school.timeZone, { now, allowPast: true })
  if (!dates.ok) return dates
  return rollingBack(async (tx) => {
    const found = await taughtAssignment(tx, viewer, { assignmentId, permission: "assignment.edit" })
    if (!found.ok) return found
    await tx.assignment.update({ where: { id: assignmentId }, data: { ...input, ...dates.value } })
    const movedDeadlines = await moveDeadlines(tx, assignmentId)
    const { graceMinutes } = input
    await tx.attempt.updateMany({ where: { assignmentId, state: "open" }, data: { graceMinutes } })
    await appendEvent(tx, {
      kind: "assignment.edited",
      actorId: viewer.userId,
      classId: found.value.classId,
      assignmentId,
      data: { movedDeadlines },
    })
    return allow({ movedDeadlines })
  })
}

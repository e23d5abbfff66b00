import "server-only"
import { allow, type Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { WithdrawExtensionInput } from "@/lib/lesson/input"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { moveDeadlines } from "@/lib/lesson/server/move-deadlines"
import { taughtAssignment } from "@/lib/lesson/server/taught-assignment"
import { appendEvent } from "@/lib/platform/events"

/** Takes back what was agreed with one student: the class's terms hold again. Nothing to take back is no fault. */
export async function withdrawExtension(
  viewer: Viewer,
  { assignmentId, enrolmentId }: WithdrawExtensionInput,
): Promise<Decision<{ enrolmentId: string }>> {
  return rollingBack(async (tx) => {
    const found = await taughtAssignment(tx, viewer, { assignmentId, permission: "assignment.edit" })
    if (!found.ok) return found
    const { count } = await tx.assignmentException.deleteMany({ where: { assignmentId, enrolmentId } })
    if (count === 0) return allow({ enrolmentId })
    await moveDeadlines(tx, assignmentId, enrolmentId)
    await appendEvent(tx, {
      kind: "assignment.extensionWithdrawn",
      actorId: viewer.userId,
      classId: found.value.classId,
      assignmentId,
      subjectId: enrolmentId,
    })
    return allow({ enrolmentId })
  })
}

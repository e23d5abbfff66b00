import "server-only"
import { allow, type Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { ArchiveAssignmentInput } from "@/lib/lesson/input"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { taughtAssignment } from "@/lib/lesson/server/taught-assignment"
import { appendEvent } from "@/lib/platform/events"

/** Puts an assignment away, out of its students' sight, or brings it back. Nothing in it is lost. */
export async function archiveAssignment(
  viewer: Viewer,
  { assignmentId, archived }: ArchiveAssignmentInput,
  now: Date,
): Promise<Decision<{ archived: boolean }>> {
  return rollingBack(async (tx) => {
    const found = await taughtAssignment(tx, viewer, { assignmentId, permission: "assignment.edit" })
    if (!found.ok) return found
    if ((found.value.archivedAt !== null) === archived) return allow({ archived })
    await tx.assignment.update({ where: { id: assignmentId }, data: { archivedAt: archived ? now : null } })
    const kind = archived ? "assignment.archived" : "assignment.restored"
    await appendEvent(tx, { kind, actorId: viewer.userId, classId: found.value.classId, assignmentId })
    return allow({ archived })
  })
}

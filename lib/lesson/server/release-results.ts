import "server-only"
import { allow, type Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { AssignmentInput } from "@/lib/lesson/input"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { taughtAssignment } from "@/lib/lesson/server/taught-assignment"
import { appendEvent } from "@/lib/platform/events"

export type ReleasedResults = { releasedAt: Date }

/** Shows every student who has submitted their results, whatever the policy says. Pressed twice, it keeps the first time. */
export async function releaseResults(
  viewer: Viewer,
  { assignmentId }: AssignmentInput,
  now: Date,
): Promise<Decision<ReleasedResults>> {
  return rollingBack(async (tx) => {
    const found = await taughtAssignment(tx, viewer, { assignmentId, permission: "assignment.release" })
    if (!found.ok) return found
    if (found.value.releasedAt) return allow({ releasedAt: found.value.releasedAt })
    await tx.assignment.update({ where: { id: assignmentId }, data: { releasedAt: now } })
    const { classId } = found.value
    await appendEvent(tx, { kind: "assignment.released", actorId: viewer.userId, classId, assignmentId })
    return allow({ releasedAt: now })
  })
}

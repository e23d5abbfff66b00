import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { NudgeInput } from "@/lib/lesson/input"
import { quietSince } from "@/lib/lesson/nudge"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { taughtAssignment } from "@/lib/lesson/server/taught-assignment"
import { appendEvent } from "@/lib/platform/events"

export type NudgedStudents = { nudged: number }

/**
 * Asks students to go on with an assignment: it stands at their home. Who was asked within the last hours is left in peace,
 * and so is whoever is not a student of the class now, or is excused. "conflict" where nobody is left.
 */
export async function nudgeStudents(
  viewer: Viewer,
  { assignmentId, enrolmentIds }: NudgeInput,
  now: Date,
): Promise<Decision<NudgedStudents>> {
  return rollingBack(async (tx) => {
    const found = await taughtAssignment(tx, viewer, { assignmentId, permission: "assignment.edit" })
    if (!found.ok) return found
    const { classId } = found.value
    const nudged = await tx.$executeRaw`
      INSERT INTO "Nudge" AS n ("assignmentId", "enrolmentId", at)
      SELECT ${assignmentId}::uuid, e.id, ${now} FROM "Enrolment" e
      LEFT JOIN "AssignmentException" ex ON ex."assignmentId" = ${assignmentId}::uuid AND ex."enrolmentId" = e.id
      WHERE e.id = ANY(${enrolmentIds}::uuid[]) AND e."classId" = ${classId}::uuid AND e.role = 'student'
        AND e.state = 'active' AND e."leftAt" IS NULL AND NOT coalesce(ex.excused, false)
      ORDER BY e.id
      ON CONFLICT ("assignmentId", "enrolmentId") DO UPDATE SET at = excluded.at
        WHERE n.at <= ${quietSince(now)}`
    if (nudged === 0) return refuse("conflict", "lesson.nobodyToNudge")
    await appendEvent(tx, {
      kind: "assignment.nudged",
      actorId: viewer.userId,
      classId,
      assignmentId,
      data: { nudged },
    })
    return allow({ nudged })
  })
}

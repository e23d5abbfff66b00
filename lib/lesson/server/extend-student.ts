import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { decideOwnDates } from "@/lib/lesson/decide-dates"
import type { ExtendStudentInput } from "@/lib/lesson/input"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { moveDeadlines } from "@/lib/lesson/server/move-deadlines"
import { taughtAssignment } from "@/lib/lesson/server/taught-assignment"
import { appendEvent } from "@/lib/platform/events"

export type ExtendedStudent = { enrolmentId: string }

/** Gives one student other dates, more minutes, or excuses them, with the reason. Said again, it replaces what was said. */
export async function extendStudent(
  viewer: Viewer,
  input: ExtendStudentInput,
): Promise<Decision<ExtendedStudent>> {
  const { assignmentId, enrolmentId, extraMinutes, excused, reason } = input
  return rollingBack(async (tx) => {
    const found = await taughtAssignment(tx, viewer, { assignmentId, permission: "assignment.edit" })
    if (!found.ok) return found
    const { classId } = found.value
    const inClass = await tx.enrolment.count({
      where: { id: enrolmentId, classId, role: "student", leftAt: null },
    })
    if (inClass === 0) return refuse("missing", "lesson.noStudent")
    const dates = decideOwnDates(input, found.value, viewer.school.timeZone)
    if (!dates.ok) return dates
    const data = { ...dates.value, extraMinutes, excused, reason }
    await tx.assignmentException.upsert({
      where: { assignmentId_enrolmentId: { assignmentId, enrolmentId } },
      create: { assignmentId, enrolmentId, ...data },
      update: data,
    })
    await moveDeadlines(tx, assignmentId, enrolmentId)
    // The reason may be about somebody's health: it stays in its row, out of the log.
    const event = {
      kind: "assignment.extended",
      actorId: viewer.userId,
      classId,
      assignmentId,
      subjectId: enrolmentId,
    }
    await appendEvent(tx, event)
    return allow({ enrolmentId })
  })
}

import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { EnrolmentInput, ManyEnrolmentsInput } from "@/lib/classroom/input"
import { handOutPassword } from "@/lib/classroom/server/hand-out-password"
import { type FoundEnrolment, findClass, findEnrolment } from "@/lib/classroom/server/store"
import type { SignInSlip } from "@/lib/classroom/sign-in-slip"
import { database } from "@/lib/platform/database"

/**
 * A new one-time password for a student of the class, from its roster. Only for active students: who merely asked to join
 * with a code has not put themselves into this teacher's hands yet, and who left no longer is.
 */
export async function resetStudentPassword(
  viewer: Viewer,
  input: EnrolmentInput,
): Promise<Decision<SignInSlip>> {
  const found = await findEnrolment(viewer, input.enrolmentId)
  if (!found.ok) return found
  const decided = decideReset(viewer, found.value)
  if (!decided.ok) return decided
  const { classId, person } = found.value
  return allow(slipOf(await handOutPassword({ userId: person.id, actorId: viewer.userId, classId })))
}

function decideReset(viewer: Viewer, { facts, person, isActive, role }: FoundEnrolment): Decision<null> {
  if (!can(viewer, "roster.resetPassword", facts)) return refuse("forbidden", "people.notAllowed")
  if (!isActive) return refuse("conflict", "people.notInClass")
  // Also for administrators: a roster is where students are helped, staff are helped on the people page.
  if (role !== "student" || person.role !== "student") return refuse("forbidden", "people.resetStudentsOnly")
  return person.disabledAt ? refuse("conflict", "people.accountClosed") : allow(null)
}

const slipOf = ({ displayName, userName, password }: SignInSlip): SignInSlip => ({
  displayName,
  userName,
  password,
})

/** New one-time passwords for many students of one class, to print slips again. Those it may not be done for are left out. */
export async function resetManyPasswords(
  viewer: Viewer,
  input: ManyEnrolmentsInput,
): Promise<Decision<{ className: string; slips: SignInSlip[] }>> {
  const room = await findClass(viewer, input.classId)
  if (!room.ok) return room
  if (!can(viewer, "roster.resetPassword", { ...room.value.facts, personIsStudentOfClass: true }))
    return refuse("forbidden", "people.notAllowed")
  const students = await database().enrolment.findMany({
    where: {
      id: { in: input.enrolmentIds },
      classId: room.value.id,
      role: "student",
      state: "active",
      leftAt: null,
      user: { role: "student", disabledAt: null },
    },
    select: { userId: true },
  })
  const slips: SignInSlip[] = []
  for (const { userId } of students)
    slips.push(slipOf(await handOutPassword({ userId, actorId: viewer.userId, classId: room.value.id })))
  slips.sort((a, b) => a.displayName.localeCompare(b.displayName, "en"))
  return allow({ className: room.value.name, slips })
}

import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { AddStaffInput } from "@/lib/classroom/input"
import { mayHold } from "@/lib/classroom/roles"
import { findClass } from "@/lib/classroom/server/store"
import { normaliseUserName } from "@/lib/classroom/user-name"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"

/** Makes somebody the school already has a co-teacher or assistant of a class. Raises nobody: see `mayHold`. */
export async function addClassStaff(
  viewer: Viewer,
  input: AddStaffInput,
): Promise<Decision<{ displayName: string }>> {
  const room = await findClass(viewer, input.classId)
  if (!room.ok) return room
  if (!can(viewer, "roster.addStaff", room.value.facts)) return refuse("forbidden", "people.notAllowed")
  const name = normaliseUserName(input.name)
  const person = await database().user.findFirst({
    where: { OR: [{ userName: name }, { email: name }], disabledAt: null },
    select: {
      id: true,
      displayName: true,
      role: true,
      enrolments: { where: { classId: input.classId, state: "active", leftAt: null }, select: { id: true } },
    },
  })
  if (!person) return refuse("missing", "people.personUnknown", { field: "name" })
  if (!mayHold(person.role, input.role)) return refuse("conflict", "people.roleMismatch", { field: "name" })
  // Else one teacher could make another, or the maker of the class, its assistant.
  if (person.enrolments.length > 0) return refuse("conflict", "people.alreadyInClass", { field: "name" })
  const { classId, role } = input
  const key = { classId, userId: person.id }
  await database().$transaction(async (tx) => {
    await tx.enrolment.upsert({
      where: { classId_userId: key },
      create: { id: newId(), ...key, role },
      update: { role, state: "active", leftAt: null },
    })
    await appendEvent(tx, {
      kind: "class.staffAdded",
      actorId: viewer.userId,
      classId,
      subjectId: person.id,
      data: { role },
    })
  })
  return allow({ displayName: person.displayName })
}

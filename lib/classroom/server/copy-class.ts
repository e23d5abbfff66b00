import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { classNameFault } from "@/lib/classroom/class-name"
import type { CopyClassInput } from "@/lib/classroom/input"
import { mayHold } from "@/lib/classroom/roles"
import { newJoinCode, newPublicId } from "@/lib/classroom/server/class-code"
import type { CreatedClass } from "@/lib/classroom/server/create-class"
import { findClass } from "@/lib/classroom/server/store"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"

/**
 * Makes a class like this one: its teachers and assistants and its rule for joining, under another name. No student, no work,
 * a join code of its own. Staff whose account was closed, or no longer allows their part, stay behind.
 */
export async function copyClass(viewer: Viewer, input: CopyClassInput): Promise<Decision<CreatedClass>> {
  const room = await findClass(viewer, input.classId)
  if (!room.ok) return room
  const allowed = can(viewer, "class.edit", room.value.facts) && can(viewer, "class.create")
  if (!allowed) return refuse("forbidden", "people.notAllowed")
  const fault = classNameFault(input.className)
  if (fault) return refuse("invalid", fault.code, fault)
  const staff = await loadStaff(input.classId)
  const created = { classId: newId(), publicId: newPublicId() }
  await database().$transaction(async (tx) => {
    await tx.class.create({
      data: {
        id: created.classId,
        publicId: created.publicId,
        name: input.className,
        joinCode: newJoinCode(),
        joinNeedsApproval: room.value.joinNeedsApproval,
        createdById: viewer.userId,
      },
    })
    await tx.enrolment.createMany({
      data: staff.map(({ userId, role }) => ({ id: newId(), classId: created.classId, userId, role })),
    })
    const data = { from: input.classId, staff: staff.length }
    await appendEvent(tx, { kind: "class.copied", actorId: viewer.userId, classId: created.classId, data })
  })
  return allow(created)
}

async function loadStaff(classId: string) {
  const rows = await database().enrolment.findMany({
    where: { classId, role: { not: "student" }, state: "active", leftAt: null, user: { disabledAt: null } },
    select: { userId: true, role: true, user: { select: { role: true } } },
  })
  return rows.filter(({ role, user }) => mayHold(user.role, role))
}

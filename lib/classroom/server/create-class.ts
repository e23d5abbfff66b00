import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { classNameFault } from "@/lib/classroom/class-name"
import type { CreateClassInput } from "@/lib/classroom/input"
import { newJoinCode, newPublicId } from "@/lib/classroom/server/class-code"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"

export type CreatedClass = { classId: string; publicId: string }

/** Makes a class with its maker as its teacher. */
export async function createClass(viewer: Viewer, input: CreateClassInput): Promise<Decision<CreatedClass>> {
  if (!can(viewer, "class.create")) return refuse("forbidden", "people.notAllowed")
  const fault = classNameFault(input.className)
  if (fault) return refuse("invalid", fault.code, fault)
  const created = { classId: newId(), publicId: newPublicId() }
  await database().$transaction(async (tx) => {
    await tx.class.create({
      data: {
        id: created.classId,
        publicId: created.publicId,
        name: input.className,
        joinCode: newJoinCode(),
        createdById: viewer.userId,
        enrolments: { create: { id: newId(), userId: viewer.userId, role: "teacher" } },
      },
    })
    await appendEvent(tx, { kind: "class.created", actorId: viewer.userId, classId: created.classId })
  })
  return allow(created)
}

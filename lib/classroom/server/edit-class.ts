import "server-only"
import { can, type Permission } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { classNameFault } from "@/lib/classroom/class-name"
import type { ClassInput, JoinRulesInput, RenameClassInput } from "@/lib/classroom/input"
import { formatJoinCode } from "@/lib/classroom/join-code"
import { newJoinCode } from "@/lib/classroom/server/class-code"
import { findClass } from "@/lib/classroom/server/store"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import type { ClassUpdateInput } from "@/lib/platform/generated/models"

/** Gives a class another name. */
export async function renameClass(viewer: Viewer, input: RenameClassInput): Promise<Decision<null>> {
  const fault = classNameFault(input.className)
  if (fault) return refuse("invalid", fault.code, fault)
  return changeClass(viewer, input.classId, { kind: "class.renamed", data: { name: input.className } })
}

/** Whether the code opens at all, and whether who uses it waits for approval. */
export const setJoinRules = (viewer: Viewer, input: JoinRulesInput): Promise<Decision<null>> =>
  changeClass(viewer, input.classId, {
    kind: "class.joinRulesChanged",
    data: { joinLocked: input.locked, joinNeedsApproval: input.needsApproval },
  })

/** A new join code; the old one opens nothing from this moment on. Answers it as people see it. */
export async function rotateJoinCode(viewer: Viewer, input: ClassInput): Promise<Decision<{ code: string }>> {
  const joinCode = newJoinCode()
  const changed = await changeClass(viewer, input.classId, { kind: "class.codeRotated", data: { joinCode } })
  return changed.ok ? allow({ code: formatJoinCode(joinCode) }) : changed
}

/** Puts a class away: nobody can join it, its work stays. */
export const archiveClass = (viewer: Viewer, input: ClassInput, now: Date): Promise<Decision<null>> =>
  changeClass(viewer, input.classId, { kind: "class.archived", data: { archivedAt: now } }, "class.archive")

/** Takes a class out again. */
export const restoreClass = (viewer: Viewer, input: ClassInput): Promise<Decision<null>> =>
  changeClass(viewer, input.classId, { kind: "class.restored", data: { archivedAt: null } }, "class.archive")

type Change = { kind: string; data: ClassUpdateInput }

async function changeClass(
  viewer: Viewer,
  classId: string,
  { kind, data }: Change,
  permission: Permission = "class.edit",
): Promise<Decision<null>> {
  const room = await findClass(viewer, classId)
  if (!room.ok) return room
  if (!can(viewer, permission, room.value.facts)) return refuse("forbidden", "people.notAllowed")
  await database().$transaction(async (tx) => {
    await tx.class.update({ where: { id: classId }, data })
    await appendEvent(tx, { kind, actorId: viewer.userId, classId })
  })
  return allow(null)
}

import "server-only"
import { randomInt } from "node:crypto"
import { createTranslator } from "use-intl/core"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import {
  decideAdd,
  decideMake,
  decideMove,
  decidePlace,
  decideRemove,
  decideRename,
  type Ground,
} from "@/lib/classroom/groups/change-groups"
import type { Arrangement, GroupChange } from "@/lib/classroom/groups/group-arrangement"
import * as shape from "@/lib/classroom/groups/groups-input"
import { readGroups, writeGroups } from "@/lib/classroom/server/group-store"
import { findClass } from "@/lib/classroom/server/store"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"
import { loadMessages } from "@/lib/platform/messages"

/** Everybody of a class into new groups by chance; those that stand go. */
export const makeGroups = (viewer: Viewer, { classId, ...plan }: shape.MakeGroupsInput, now: Date) =>
  arrange(viewer, { classId, now, change: "made", decide: (ground) => decideMake(ground, plan) })

/** One more group, empty. */
export const addGroup = (viewer: Viewer, { classId }: shape.GroupsInput, now: Date) =>
  arrange(viewer, { classId, now, change: "added", decide: decideAdd })

/** A student into another group, or out of all. What they wrote stays where they wrote it. */
export const moveStudent = (viewer: Viewer, { classId, ...move }: shape.MoveStudentInput, now: Date) =>
  arrange(viewer, { classId, now, change: "moved", decide: (ground) => decideMove(ground, move) })

/** Students who are in no group into the smallest ones. */
export const placeStudents = (
  viewer: Viewer,
  { classId, enrolmentIds }: shape.PlaceStudentsInput,
  now: Date,
) =>
  arrange(viewer, { classId, now, change: "placed", decide: (ground) => decidePlace(ground, enrolmentIds) })

export const renameGroup = (viewer: Viewer, { classId, ...to }: shape.RenameGroupInput, now: Date) =>
  arrange(viewer, { classId, now, change: "renamed", decide: (ground) => decideRename(ground, to) })

/** A group goes; its threads stay for staff to read. */
export const removeGroup = (viewer: Viewer, { classId, groupId }: shape.RemoveGroupInput, now: Date) =>
  arrange(viewer, { classId, now, change: "removed", decide: (ground) => decideRemove(ground, groupId) })

/** The groups as they were before they were last changed; done twice, the change itself again. */
export const undoGroups = (viewer: Viewer, { classId }: shape.GroupsInput, now: Date) =>
  arrange(viewer, { classId, now, change: "undone", decide: (_, before) => before })

type Act = {
  classId: string
  now: Date
  change: GroupChange
  decide: (ground: Ground, before: Decision<Arrangement>) => Decision<Arrangement>
}

async function arrange(viewer: Viewer, act: Act): Promise<Decision<null>> {
  const { classId } = act
  const room = await findClass(viewer, classId)
  if (!room.ok) return room
  if (!can(viewer, "groups.edit", room.value.facts)) return refuse("forbidden", "people.notAllowed")
  if (room.value.archivedAt) return refuse("conflict", "people.classPutAway")
  return database().$transaction(async (tx) => {
    // Two teachers at once: the second changes what the first has left.
    await tx.$queryRaw`SELECT id FROM "Class" WHERE id = ${classId}::uuid FOR UPDATE`
    const ground = await groundOf(tx, classId, nameIn(viewer.school.locale))
    const after = act.decide(ground, await beforeOf(tx, classId))
    if (!after.ok) return after
    await writeGroups(tx, { ...act, before: ground.groups, after: after.value })
    const data = {
      groups: after.value.length,
      students: after.value.reduce((total, { members }) => total + members.length, 0),
    }
    await appendEvent(tx, { kind: `groups.${act.change}`, actorId: viewer.userId, classId, data })
    return allow(null)
  })
}

async function groundOf(tx: Transaction, classId: string, nameOf: Ground["nameOf"]): Promise<Ground> {
  const students = await tx.enrolment.findMany({
    where: { classId, role: "student", state: "active", leftAt: null },
    select: { id: true },
    orderBy: { id: "asc" },
  })
  return {
    groups: await readGroups(tx, classId),
    students: students.map(({ id }) => id),
    newId,
    nameOf,
    random: () => randomInt(2 ** 32) / 2 ** 32,
  }
}

async function beforeOf(tx: Transaction, classId: string): Promise<Decision<Arrangement>> {
  const undo = await tx.groupUndo.findUnique({ where: { classId }, select: { before: true } })
  return undo ? allow(shape.arrangementShape.parse(undo.before)) : refuse("conflict", "people.nothingToUndo")
}

function nameIn(locale: string): Ground["nameOf"] {
  const translate = createTranslator({ locale: "en", messages: loadMessages(locale) })
  return (number) => translate("people.groups.name", { number })
}

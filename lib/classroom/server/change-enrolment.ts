import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { decideRemoval } from "@/lib/classroom/decide-removal"
import type { EnrolmentInput } from "@/lib/classroom/input"
import { mayHold } from "@/lib/classroom/roles"
import { type FoundEnrolment, findEnrolment } from "@/lib/classroom/server/store"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { announce, personTopic } from "@/lib/platform/notifications"

export type ChangedEnrolment = { displayName: string }

/** Lets in somebody who waits, or back in somebody who left; their work is there again. */
export async function letIn(viewer: Viewer, input: EnrolmentInput): Promise<Decision<ChangedEnrolment>> {
  const found = await findEnrolment(viewer, input.enrolmentId)
  if (!found.ok) return found
  if (!can(viewer, "roster.approve", found.value.facts)) return refuse("forbidden", "people.notAllowed")
  if (!mayHold(found.value.person.role, found.value.role)) return refuse("conflict", "people.roleMismatch")
  return database().$transaction((tx) =>
    change(tx, viewer, found.value, { kind: "class.letIn", state: "active", leftAt: null }),
  )
}

/** Declines somebody who waits. They may ask again. */
export async function decline(
  viewer: Viewer,
  input: EnrolmentInput,
  now: Date,
): Promise<Decision<ChangedEnrolment>> {
  const found = await findEnrolment(viewer, input.enrolmentId)
  if (!found.ok) return found
  if (!can(viewer, "roster.approve", found.value.facts)) return refuse("forbidden", "people.notAllowed")
  if (found.value.state !== "pending") return refuse("conflict", "people.notWaiting")
  return database().$transaction((tx) =>
    change(tx, viewer, found.value, { kind: "class.declined", state: "pending", leftAt: now }),
  )
}

/** Takes somebody out of the class: access ends at once, what they made stays, letting them in again restores it. */
export async function removeFromClass(
  viewer: Viewer,
  input: EnrolmentInput,
  now: Date,
): Promise<Decision<ChangedEnrolment>> {
  const found = await findEnrolment(viewer, input.enrolmentId)
  if (!found.ok) return found
  return database().$transaction((tx) => remove(tx, viewer, found.value, now))
}

async function remove(
  tx: Transaction,
  viewer: Viewer,
  enrolment: FoundEnrolment,
  now: Date,
): Promise<Decision<ChangedEnrolment>> {
  const { facts, role, person } = enrolment
  const decision = decideRemoval({
    mayRemove: can(viewer, "roster.remove", facts),
    mayRemoveStaff: can(viewer, "roster.removeStaff", facts),
    isSelf: person.id === viewer.userId,
    role,
    teachers: role === "teacher" ? await countTeachers(tx, enrolment.classId) : 0,
  })
  if (!decision.ok) return refuse(decision.kind, decision.code)
  if (enrolment.leftAt) return allow({ displayName: person.displayName })
  return change(tx, viewer, enrolment, { kind: "class.removed", state: enrolment.state, leftAt: now })
}

/** Holds the class until the transaction ends, so that two teachers cannot take each other out at once. */
async function countTeachers(tx: Transaction, classId: string): Promise<number> {
  await tx.$queryRaw`SELECT id FROM "Class" WHERE id = ${classId}::uuid FOR UPDATE`
  return tx.enrolment.count({ where: { classId, role: "teacher", state: "active", leftAt: null } })
}

type Change = { kind: string; state: "pending" | "active"; leftAt: Date | null }

async function change(
  tx: Transaction,
  viewer: Viewer,
  { id, classId, person }: FoundEnrolment,
  { kind, state, leftAt }: Change,
): Promise<Decision<ChangedEnrolment>> {
  await tx.enrolment.update({ where: { id }, data: { state, leftAt } })
  await appendEvent(tx, { kind, actorId: viewer.userId, classId, subjectId: person.id })
  // Open pages ask again what they may hear.
  await announce(tx, personTopic(person.id))
  return allow({ displayName: person.displayName })
}

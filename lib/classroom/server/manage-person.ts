import "server-only"
import { can, type Permission } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { PersonInput } from "@/lib/classroom/input"
import { dropSecondFactor } from "@/lib/classroom/server/drop-second-factor"
import { handOutPassword } from "@/lib/classroom/server/hand-out-password"
import { endSessionsOf } from "@/lib/classroom/server/sessions"
import type { SignInSlip } from "@/lib/classroom/sign-in-slip"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

export type ManagedPerson = { displayName: string }

/** An administrator gives anybody else a new one-time password. */
export async function resetPersonPassword(viewer: Viewer, input: PersonInput): Promise<Decision<SignInSlip>> {
  const person = await findOther(viewer, input.userId, "people.resetPassword")
  if (!person.ok) return person
  if (person.value.disabledAt) return refuse("conflict", "people.accountClosed")
  const { displayName, userName, password } = await handOutPassword({
    userId: input.userId,
    actorId: viewer.userId,
  })
  return allow({ displayName, userName, password })
}

/** Closes an account: signed out everywhere at once, no way in, nothing lost. */
export async function disablePerson(
  viewer: Viewer,
  input: PersonInput,
  now: Date,
): Promise<Decision<ManagedPerson>> {
  const person = await findOther(viewer, input.userId, "people.disable")
  if (!person.ok) return person
  await database().$transaction(async (tx) => {
    await tx.user.update({ where: { id: input.userId }, data: { disabledAt: now } })
    await endSessionsOf(tx, input.userId)
    await appendEvent(tx, { kind: "people.disabled", actorId: viewer.userId, subjectId: input.userId })
  })
  return allow({ displayName: person.value.displayName })
}

/** Opens an account again. */
export async function enablePerson(viewer: Viewer, input: PersonInput): Promise<Decision<ManagedPerson>> {
  const person = await findOther(viewer, input.userId, "people.disable")
  if (!person.ok) return person
  await database().$transaction(async (tx) => {
    await tx.user.update({ where: { id: input.userId }, data: { disabledAt: null } })
    await appendEvent(tx, { kind: "people.enabled", actorId: viewer.userId, subjectId: input.userId })
  })
  return allow({ displayName: person.value.displayName })
}

/** Switches somebody's second step off, for whoever has lost both app and recovery codes; signed out everywhere at once. */
export async function clearSecondFactor(
  viewer: Viewer,
  input: PersonInput,
): Promise<Decision<ManagedPerson>> {
  const person = await findOther(viewer, input.userId, "people.clearSecondFactor")
  if (!person.ok) return person
  await database().$transaction((tx) => dropSecondFactor(tx, input.userId, viewer.userId))
  return allow({ displayName: person.value.displayName })
}

/**
 * The person to act on. Nobody acts on themselves here: own passwords change on the account page, and an administrator who
 * cannot close their own account can never be the last one to go.
 */
async function findOther(viewer: Viewer, userId: string, permission: Permission) {
  if (!can(viewer, permission)) return refuse("forbidden", "people.notAllowed")
  if (userId === viewer.userId) return refuse("conflict", "people.notYourself")
  const person = await database().user.findUnique({
    where: { id: userId },
    select: { displayName: true, disabledAt: true },
  })
  return person ? allow(person) : refuse("missing", "people.personUnknown")
}

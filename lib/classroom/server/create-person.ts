import "server-only"
import { can } from "@/lib/access/permissions"
import { type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { CreatePersonInput } from "@/lib/classroom/input"
import { personFault } from "@/lib/classroom/person-fields"
import { newMadePassword } from "@/lib/classroom/server/hand-out-password"
import { loadTakenNames, refuseTaken } from "@/lib/classroom/server/store"
import type { SignInSlip } from "@/lib/classroom/sign-in-slip"
import { makeUserName } from "@/lib/classroom/user-name"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"

/** An administrator makes an account of any role. The one-time password is in the answer and nowhere else. */
export async function createPerson(viewer: Viewer, input: CreatePersonInput): Promise<Decision<SignInSlip>> {
  if (!can(viewer, "people.create")) return refuse("forbidden", "people.notAllowed")
  return addPerson(input, viewer.userId)
}

/** Makes an account; the caller has decided that it may be made. `actorId` is null for the operator's command. */
export async function addPerson(
  input: CreatePersonInput,
  actorId: string | null,
): Promise<Decision<SignInSlip>> {
  const fault = personFault(input)
  if (fault) return refuse("invalid", fault.code, fault)
  const { displayName, role, email } = input
  const userName = input.userName ?? makeUserName(displayName, (await loadTakenNames()).userNames)
  const { password, passwordHash } = await newMadePassword()
  const id = newId()
  const user = {
    id,
    displayName,
    userName,
    email: email ?? null,
    role,
    passwordHash,
    mustChangePassword: true,
  }
  return refuseTaken(() =>
    database().$transaction(async (tx) => {
      await tx.user.create({ data: user })
      await appendEvent(tx, { kind: "people.created", actorId, subjectId: id, data: { role } })
      return { displayName, userName, password }
    }),
  )
}

import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { describeDevice } from "@/lib/classroom/device"
import type { SetUpInput } from "@/lib/classroom/input"
import { newPasswordFault, personFault } from "@/lib/classroom/person-fields"
import { schoolFault } from "@/lib/classroom/school-fields"
import { hashPassword } from "@/lib/classroom/server/hash-password"
import { startSession } from "@/lib/classroom/server/sessions"
import type { SignedIn } from "@/lib/classroom/server/sign-in"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"
import type { Caller } from "@/lib/platform/run-public-action"
import { hashToken } from "@/lib/platform/session-cookie"

/** Whether this link still opens the set-up page. */
export async function isSetupLinkOpen(token: string, now: Date): Promise<boolean> {
  const tokenHash = new Uint8Array(hashToken(token))
  return (
    (await database().setupLink.count({ where: { tokenHash, usedAt: null, expiresAt: { gt: now } } })) > 0
  )
}

/** Makes the school and its first administrator, who is signed in. Works once, however often it is pressed. */
export async function setUpSchool(caller: Caller, input: SetUpInput, now: Date): Promise<Decision<SignedIn>> {
  if (!(await isSetupLinkOpen(input.token, now))) return refuse("missing", "people.setUpLinkUsed")
  const fault =
    schoolFault(input) ?? personFault(input) ?? newPasswordFault(input.password, "administrator", input)
  if (fault) return refuse("invalid", fault.code, fault)
  const passwordHash = await hashPassword(input.password)
  return database().$transaction(async (tx) => {
    if (!(await takeLink(tx, input.token, now))) return refuse("missing", "people.setUpLinkUsed")
    return allow(
      await createSchool(tx, { ...input, passwordHash, device: describeDevice(caller.userAgent), now }),
    )
  })
}

/** Uses the link up. Of two presses at once, one finds it taken. */
async function takeLink(tx: Transaction, token: string, now: Date): Promise<boolean> {
  const tokenHash = new Uint8Array(hashToken(token))
  const open = { tokenHash, usedAt: null, expiresAt: { gt: now } }
  return (await tx.setupLink.updateMany({ where: open, data: { usedAt: now } })).count === 1
}

type NewSchool = Omit<SetUpInput, "token" | "password"> & {
  passwordHash: string
  device: string | null
  now: Date
}

async function createSchool(tx: Transaction, school: NewSchool): Promise<SignedIn> {
  const { schoolName, timeZone, displayName, userName, passwordHash, device, now } = school
  const userId = newId()
  const role = "administrator" as const
  await tx.school.create({ data: { name: schoolName, timeZone } })
  await tx.user.create({ data: { id: userId, displayName, userName, role, passwordHash } })
  await appendEvent(tx, { kind: "school.created", actorId: userId })
  const session = await startSession(tx, { userId, device, stay: false }, now)
  return { person: { userId, displayName, role, mustChangePassword: false }, session, stay: false }
}

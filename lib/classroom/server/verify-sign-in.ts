import "server-only"
import { createHash } from "node:crypto"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { findDeviceMark } from "@/lib/classroom/device-marks"
import type { SignInInput } from "@/lib/classroom/input"
import type { SchoolRole } from "@/lib/classroom/roles"
import { checkSecondStep, type Factor } from "@/lib/classroom/server/check-second-step"
import { verifyPassword } from "@/lib/classroom/server/hash-password"
import { countGuess, forgetGuesses, type Guess } from "@/lib/classroom/server/limit-guesses"
import { normaliseUserName } from "@/lib/classroom/user-name"
import { database } from "@/lib/platform/database"
import { settings } from "@/lib/platform/environment"

export type SignedInPerson = {
  userId: string
  displayName: string
  role: SchoolRole
  mustChangePassword: boolean
}

/**
 * Who this is, by user name or address and password. An unknown name and a wrong password get the same words, the same
 * work and the same count. Where a second step is on, its code is asked for once the password was right, at every door that
 * leads here. `deviceMarks` is the cookie of lib/classroom/device-marks.
 */
export async function verifySignIn(
  input: Pick<SignInInput, "name" | "password" | "code">,
  { deviceMarks, now }: { deviceMarks: string | undefined; now: Date },
): Promise<Decision<SignedInPerson>> {
  const name = normaliseUserName(input.name)
  const user = await findByName(name)
  const counter = counterFor(name, user?.id, deviceMarks)
  const counted = await countGuess(counter.guess, counter.key)
  if (!counted.ok) return counted
  const matches = await verifyPassword(user?.passwordHash ?? null, input.password)
  if (!user || !matches) return refuse("unauthenticated", "people.signInWrong")
  if (user.disabledAt) return refuse("forbidden", "people.accountClosed")
  const second = await passSecondStep(user, input.code, now)
  if (!second.ok) return second
  await forgetGuesses(counter.guess, counter.key)
  return allow({
    userId: user.id,
    displayName: user.displayName,
    role: user.role,
    mustChangePassword: user.mustChangePassword,
  })
}

type WithFactor = { id: string; secondFactor: (Factor & { confirmedAt: Date | null }) | null }

async function passSecondStep(
  { id, secondFactor }: WithFactor,
  code: string | undefined,
  now: Date,
): Promise<Decision<null>> {
  if (!secondFactor?.confirmedAt) return allow(null)
  if (!code) return refuse("unauthenticated", "people.secondStepNeeded", { field: "code" })
  return checkSecondStep(id, secondFactor, code, now)
}

const findByName = (name: string) =>
  database().user.findFirst({
    where: { OR: [{ userName: name }, { email: name }] },
    select: {
      id: true,
      displayName: true,
      role: true,
      passwordHash: true,
      disabledAt: true,
      mustChangePassword: true,
      secondFactor: { select: { secret: true, lastStep: true, confirmedAt: true } },
    },
    relationLoadStrategy: "join",
  })

/** A device that knows the account counts for itself, so that strangers' guesses cannot keep its owner out. */
function counterFor(
  name: string,
  userId: string | undefined,
  deviceMarks: string | undefined,
): { guess: Guess; key: string } {
  const mark = userId ? findDeviceMark(deviceMarks, userId, settings().NEXTAUTH_SECRET) : null
  if (userId && mark) return { guess: "signInOnDevice", key: `${userId}:${mark}` }
  return { guess: "signIn", key: userId ?? createHash("sha256").update(name).digest("base64url") }
}

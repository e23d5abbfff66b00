import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { createPersonInput } from "@/lib/classroom/input"
import { addPerson } from "@/lib/classroom/server/create-person"
import { dropSecondFactor } from "@/lib/classroom/server/drop-second-factor"
import { handOutPassword } from "@/lib/classroom/server/hand-out-password"
import type { SignInSlip } from "@/lib/classroom/sign-in-slip"
import { normaliseUserName } from "@/lib/classroom/user-name"
import { database } from "@/lib/platform/database"

// For the operator's command line: whoever runs commands on the server stands above the permission table.

export type CreateUserOptions = { displayName: string; role: string; userName?: string; email?: string }

/** `colloquy create-user`. Answers the one-time password. */
export async function createUser(options: CreateUserOptions): Promise<Decision<SignInSlip>> {
  const input = createPersonInput.safeParse(options)
  if (!input.success) {
    const field = input.error.issues[0]?.path.join(".") || "?"
    return refuse("invalid", "common.shape", { params: { field }, field })
  }
  if ((await database().school.count()) === 0) return refuse("conflict", "people.noSchool")
  return addPerson(input.data, null)
}

/**
 * `colloquy reset-password`, by user name or address. Opens a closed account too, and where it is asked for takes away the
 * second step: this is the way back in for an administrator who has lost everything.
 */
export async function resetPassword(
  name: string,
  { endSecondStep }: { endSecondStep: boolean } = { endSecondStep: false },
): Promise<Decision<SignInSlip>> {
  const typed = normaliseUserName(name)
  const user = await database().user.findFirst({
    where: { OR: [{ userName: typed }, { email: typed }] },
    select: { id: true },
  })
  if (!user) return refuse("missing", "people.personUnknown")
  await database().user.update({ where: { id: user.id }, data: { disabledAt: null } })
  if (endSecondStep) await database().$transaction((tx) => dropSecondFactor(tx, user.id, null))
  const { displayName, userName, password } = await handOutPassword({ userId: user.id, actorId: null })
  return allow({ displayName, userName, password })
}

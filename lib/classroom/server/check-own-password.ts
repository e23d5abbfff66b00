import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { verifyPassword } from "@/lib/classroom/server/hash-password"
import { countGuess, forgetGuesses } from "@/lib/classroom/server/limit-guesses"

/** Whether somebody who is signed in still knows their password: asked before what a stolen session must not do. */
export async function checkOwnPassword(
  userId: string,
  passwordHash: string | null,
  current: string,
): Promise<Decision<null>> {
  const counted = await countGuess("signInOnDevice", `${userId}:change`)
  if (!counted.ok) return counted
  if (!(await verifyPassword(passwordHash, current)))
    return refuse("invalid", "people.passwordWrong", { field: "current" })
  await forgetGuesses("signInOnDevice", `${userId}:change`)
  return allow(null)
}

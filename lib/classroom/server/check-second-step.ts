import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { matchStep } from "@/lib/classroom/one-time-code"
import { hashRecoveryCode, readRecoveryCode } from "@/lib/classroom/recovery-code"
import { openSecret } from "@/lib/classroom/server/factor-secret"
import { countGuess, forgetGuesses } from "@/lib/classroom/server/limit-guesses"
import { database } from "@/lib/platform/database"
import { factorKey } from "@/lib/platform/environment"

/** A second factor that is in force. */
export type Factor = { secret: Uint8Array; lastStep: number }

/**
 * Whether the code that was typed, an app's or a recovery code, is good for this person, and if so uses it up: of two presses
 * with one code at once, one is refused. Tries are counted by account, before they are looked at.
 */
export async function checkSecondStep(
  userId: string,
  factor: Factor,
  typed: string,
  now: Date,
): Promise<Decision<null>> {
  const counted = await countGuess("secondStep", userId)
  if (!counted.ok) return counted
  const good = (await takeAppCode(userId, factor, typed, now)) || (await takeRecoveryCode(userId, typed, now))
  if (!good) return refuse("unauthenticated", "people.secondStepWrong", { field: "code" })
  await forgetGuesses("secondStep", userId)
  return allow(null)
}

async function takeAppCode(userId: string, factor: Factor, typed: string, now: Date): Promise<boolean> {
  const secret = openSecret(factor.secret, userId)
  const step = matchStep(secret, typed, { now, lastStep: factor.lastStep })
  if (step === null) return false
  const unused = { userId, lastStep: { lt: step } }
  return (await database().secondFactor.updateMany({ where: unused, data: { lastStep: step } })).count === 1
}

async function takeRecoveryCode(userId: string, typed: string, now: Date): Promise<boolean> {
  const plain = readRecoveryCode(typed)
  if (!plain) return false
  const codeHash = new Uint8Array(hashRecoveryCode(plain, userId, factorKey()))
  const unused = { userId, codeHash, usedAt: null }
  return (await database().recoveryCode.updateMany({ where: unused, data: { usedAt: now } })).count === 1
}

import "server-only"
import { randomBytes } from "node:crypto"
import { MADE_PASSWORD_BYTES, makePassword } from "@/lib/classroom/made-password"
import { hashPassword } from "@/lib/classroom/server/hash-password"
import { forgetGuesses } from "@/lib/classroom/server/limit-guesses"
import { endSessionsOf } from "@/lib/classroom/server/sessions"
import { database } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

export type HandedOutPassword = { userId: string; displayName: string; userName: string; password: string }

export type MadePassword = { password: string; passwordHash: string }

/** A new random password and its hash. The password is shown once and kept nowhere. */
export async function newMadePassword(): Promise<MadePassword> {
  const password = makePassword(randomBytes(MADE_PASSWORD_BYTES))
  return { password, passwordHash: await hashPassword(password) }
}

type Reset = { userId: string; actorId: string | null; classId?: string }

/**
 * Gives a person a new one-time password: signed out everywhere at once, and asked for a password of their own at the
 * next sign-in. Whoever calls this has decided that the actor may.
 */
export async function handOutPassword({ userId, actorId, classId }: Reset): Promise<HandedOutPassword> {
  const made = await newMadePassword()
  const user = await database().$transaction(async (tx) => {
    const changed = await tx.user.update({
      where: { id: userId },
      data: { passwordHash: made.passwordHash, mustChangePassword: true },
      select: { displayName: true, userName: true },
    })
    await endSessionsOf(tx, userId)
    // Whoever had the old password may have linked a sign-in of their own. Linking again takes a minute.
    await tx.identity.deleteMany({ where: { userId } })
    await appendEvent(tx, { kind: "people.passwordReset", actorId, classId, subjectId: userId })
    return changed
  })
  await forgetGuesses("signIn", userId)
  return { userId, ...user, password: made.password }
}

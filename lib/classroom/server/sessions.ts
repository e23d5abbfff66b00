import "server-only"
import { randomBytes } from "node:crypto"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"
import { hashToken } from "@/lib/platform/session-cookie"

const HOUR = 3_600_000

/** How long a sign-in stands: a school day on a shared device, a month on one's own. */
const LASTS = { untilClosed: 12 * HOUR, stays: 30 * 24 * HOUR }

export type SessionStart = { userId: string; device: string | null; stay: boolean }

export type StartedSession = { token: string; expiresAt: Date }

/** A session row, and the token that only the cookie will hold. Rows of this person that ran out go. */
export async function startSession(
  tx: Transaction,
  { userId, device, stay }: SessionStart,
  now: Date,
): Promise<StartedSession> {
  const token = randomBytes(32).toString("base64url")
  const expiresAt = new Date(now.getTime() + (stay ? LASTS.stays : LASTS.untilClosed))
  const id = newId()
  await tx.session.deleteMany({ where: { userId, expiresAt: { lte: now } } })
  await tx.session.create({
    data: { id, tokenHash: new Uint8Array(hashToken(token)), userId, device, createdAt: now, expiresAt },
  })
  await appendEvent(tx, { kind: "people.signedIn", actorId: userId, subjectId: userId })
  return { token, expiresAt }
}

/** Signs out one device at once. Nothing happens where the session is gone already. */
export async function endSession(tokenHash: Uint8Array): Promise<void> {
  await database().session.deleteMany({ where: { tokenHash: new Uint8Array(tokenHash) } })
}

/** Signs a person out everywhere at once. Returns how many devices that were. */
export async function endSessionsOf(tx: Transaction, userId: string): Promise<number> {
  return (await tx.session.deleteMany({ where: { userId } })).count
}

/** Whose session this is, for next-auth's own session door; null where the row is gone or ran out. */
export async function findSessionPerson(tokenHash: Uint8Array, now: Date) {
  const session = await database().session.findFirst({
    where: { tokenHash: new Uint8Array(tokenHash), expiresAt: { gt: now }, user: { disabledAt: null } },
    select: { user: { select: { id: true, displayName: true, role: true } } },
  })
  return session?.user ?? null
}

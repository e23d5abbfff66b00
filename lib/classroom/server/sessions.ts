import "server-only"
import { randomBytes } from "node:crypto"
import { database, pool, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"
import { announce, CHANNEL, personTopic, personTopicSql } from "@/lib/platform/notifications"
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

const END_SESSION = `
  WITH ended AS (DELETE FROM "Session" WHERE "tokenHash" = $1 RETURNING "userId")
  SELECT pg_notify($2, ${personTopicSql('"userId"')}) FROM ended`

/**
 * Signs out one device at once: its open pages are told, in whichever process they listen. Nothing happens where the session is
 * gone already.
 */
export async function endSession(tokenHash: Uint8Array): Promise<void> {
  await pool().query({ name: "end-session", text: END_SESSION, values: [Buffer.from(tokenHash), CHANNEL] })
}

/** Signs a person out everywhere at once, but for the session that is to be kept. Returns how many devices that were. */
export async function endSessionsOf(tx: Transaction, userId: string, kept?: string): Promise<number> {
  const where = kept ? { userId, id: { not: kept } } : { userId }
  const { count } = await tx.session.deleteMany({ where })
  if (count > 0) await announce(tx, personTopic(userId))
  return count
}

/** Whose session this is, for next-auth's own session door; null where the row is gone or ran out. */
export async function findSessionPerson(tokenHash: Uint8Array, now: Date) {
  const session = await database().session.findFirst({
    where: { tokenHash: new Uint8Array(tokenHash), expiresAt: { gt: now }, user: { disabledAt: null } },
    select: { user: { select: { id: true, displayName: true, role: true } } },
  })
  return session?.user ?? null
}

import "server-only"
import { randomBytes } from "node:crypto"
import { database } from "@/lib/platform/database"
import { hashToken } from "@/lib/platform/session-cookie"

/** A day: long enough for a lunch break, short enough for a log that somebody finds. */
const LASTS_MS = 24 * 3_600_000

/**
 * A one-time link that makes the school and its first administrator: its path, such as "/set-up/3fa…". Only its hash is kept.
 * Links that were never used stop working. Null once there is a school.
 */
export async function createSetupLink(now: Date): Promise<string | null> {
  const token = randomBytes(32).toString("base64url")
  const expiresAt = new Date(now.getTime() + LASTS_MS)
  const made = await database().$transaction(async (tx) => {
    if ((await tx.school.count()) > 0) return false
    await tx.setupLink.deleteMany({ where: { usedAt: null } })
    await tx.setupLink.create({ data: { tokenHash: new Uint8Array(hashToken(token)), expiresAt } })
    return true
  })
  return made ? `/set-up/${token}` : null
}

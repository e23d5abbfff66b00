import { createHash, randomBytes, randomUUID } from "node:crypto"
import type pg from "pg"

/** A session row for somebody, for a day. Resolves to the token that the cookie holds. */
export async function startSessionToken(db: pg.Pool, userId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url")
  const tokenHash = createHash("sha256").update(token).digest()
  await db.query(
    `INSERT INTO "Session" (id, "tokenHash", "userId", device, "expiresAt")
     VALUES ($1, $2, $3, 'Browser test', now() + interval '1 day')`,
    [randomUUID(), tokenHash, userId],
  )
  return token
}

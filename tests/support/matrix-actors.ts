import { createHash, randomBytes, randomUUID } from "node:crypto"
import { encode } from "next-auth/jwt"
import type { Pool } from "pg"
import { demonstrationSignIns } from "@/tests/support/e2e"
import type { Actor } from "@/tests/support/route-matrix"

/** The `Cookie` header of each actor; none for nobody. */
export type Cookies = Record<Actor, string | undefined>

/** Signs every actor of the matrix in, making those the demonstration class does not have. */
export async function signInActors(db: Pool): Promise<Cookies> {
  const named = (role: string) => {
    const person = demonstrationSignIns().people.find((one) => one.role === role)
    return idOf(db, person?.userName ?? "")
  }
  const student = await named("student")
  const stale = await startSession(db, student)
  await db.query('DELETE FROM "Session" WHERE "tokenHash" = $1', [stale.tokenHash])
  const cookie = async (userId: string) => (await startSession(db, userId)).cookie
  return {
    nobody: undefined,
    stale: stale.cookie,
    stranger: await cookie(await makePerson(db, "student")),
    student: await cookie(student),
    colleague: await cookie(await makePerson(db, "teacher")),
    assistant: await cookie(await named("assistant")),
    teacher: await cookie(await named("teacher")),
    administrator: await cookie(await named("administrator")),
  }
}

async function idOf(db: Pool, userName: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>('SELECT id FROM "User" WHERE "userName" = $1', [userName])
  if (!rows[0]) throw new Error(`nobody is called ${userName}`)
  return rows[0].id
}

async function makePerson(db: Pool, role: "student" | "teacher"): Promise<string> {
  const id = randomUUID()
  await db.query(`INSERT INTO "User" (id, "userName", "displayName", role) VALUES ($1, $2, $3, $4)`, [
    id,
    `matrix.${role}.${id.slice(0, 8)}`,
    `Matrix ${role}`,
    role,
  ])
  return id
}

async function startSession(db: Pool, userId: string) {
  const token = randomBytes(32).toString("base64url")
  const tokenHash = createHash("sha256").update(token).digest()
  await db.query(
    `INSERT INTO "Session" (id, "tokenHash", "userId", "expiresAt") VALUES ($1, $2, $3, now() + interval '1 day')`,
    [randomUUID(), tokenHash, userId],
  )
  const secret = process.env.NEXTAUTH_SECRET ?? ""
  const value = await encode({ token: { sub: userId, sessionToken: token }, secret })
  return { tokenHash, cookie: `next-auth.session-token=${value}` }
}

import { readFileSync } from "node:fs"
import path from "node:path"
import AxeBuilder from "@axe-core/playwright"
import { test as base, expect, type Page } from "@playwright/test"
import { encode } from "next-auth/jwt"
import pg from "pg"
import { startSessionToken } from "@/tests/support/session-token"

/** One of the demonstration people by what they are, or anybody by id or user name. */
export type Who = { role: DemonstrationRole } | { userId: string } | { userName: string } | DemonstrationRole
export type DemonstrationRole = "teacher" | "assistant" | "administrator" | "student" | "newStudent"

type Fixtures = {
  /** Signs in without the sign-in page: a session row, and the cookie next-auth would have set. */
  signIn: (who: Who, page?: Page) => Promise<void>
  /** Statements on the server's own database. */
  db: pg.Pool
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern.
  baseURL: async ({}, use) => use(process.env.COLLOQUY_E2E_URL),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  db: async ({}, use) => {
    const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 })
    await use(pool)
    await pool.end()
  },
  signIn: async ({ db, page }, use) => {
    await use(async (who, on = page) => {
      const value = await cookieFor(db, who)
      const url = process.env.COLLOQUY_E2E_URL ?? ""
      const cookie = { name: "next-auth.session-token", value, url, httpOnly: true, sameSite: "Lax" as const }
      await on.context().addCookies([cookie])
    })
  },
})

export { expect }

/**
 * Fails with every accessibility violation axe finds on the page as it stands. In the page itself: it has no frames of
 * others, and a second, blank page for every check, with all that passed written out, takes more than twice as long.
 */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] })
  const { violations } = await axe.analyze()
  const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.html) }))
  expect(found).toEqual([])
}

/** The session cookie of a person, whose session row is made for it. */
export async function cookieFor(db: pg.Pool, who: Who): Promise<string> {
  return startSession(db, await findUserId(db, who))
}

async function startSession(db: pg.Pool, userId: string): Promise<string> {
  const token = await startSessionToken(db, userId)
  const secret = process.env.NEXTAUTH_SECRET ?? ""
  return encode({ token: { sub: userId, sessionToken: token }, secret })
}

async function findUserId(db: pg.Pool, who: Who): Promise<string> {
  if (typeof who === "object" && "userId" in who) return who.userId
  const userName =
    typeof who === "object" && "userName" in who
      ? who.userName
      : demonstrationUserName(typeof who === "string" ? who : who.role)
  const found = await db.query<{ id: string }>('SELECT id FROM "User" WHERE "userName" = $1', [userName])
  const id = found.rows[0]?.id
  if (!id) throw new Error(`nobody is called ${userName}`)
  return id
}

type SignIns = { people: { role: DemonstrationRole; userName: string; password: string }[]; joinCode: string }

/** The demonstration sign-ins of the server under test. */
export function demonstrationSignIns(): SignIns {
  return JSON.parse(readFileSync(path.join(process.env.COLLOQUY_DATA ?? "", "demo-sign-ins.json"), "utf8"))
}

function demonstrationUserName(role: DemonstrationRole): string {
  const person = demonstrationSignIns().people.find((one) => one.role === role)
  if (!person) throw new Error(`there is no demonstration ${role}`)
  return person.userName
}

import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { encode } from "next-auth/jwt"
import pg from "pg"
import { recordTried, tries } from "@/tests/assurance/record"
import type { Reply } from "@/tests/bench/http-client"
import { breakages, CANARY, type CanaryScene, driveCanaries } from "@/tests/support/drive-canaries"
import { startSessionToken } from "@/tests/support/session-token"
import { expect, test } from "../../support/e2e"
import { startColloquy } from "../../support/start-server"

const ROUNDS = tries(1, 40)
const FIELDS = "level time request method route status ms bytes dbMs trips left msg".split(" ")

type Line = Record<string, unknown> & { msg: string }

const linesOf = (text: string): Line[] =>
  text.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as Line] : []))

/** A school of its own that logs all there is to log: every request, every statement. */
async function startTalkative() {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), "colloquy-logs-"))
  let output = ""
  const server = await startColloquy({
    dataFolder,
    environment: { LOG_LEVEL: "debug", SLOW_QUERY_MS: "0" },
    hear: (text) => {
      output += text
    },
  })
  const db = new pg.Pool({ connectionString: server.ready.databaseUrl, max: 2 })
  const stop = async () => {
    await db.end()
    await server.stop()
    const database = readFileSync(path.join(dataFolder, "postgres", "server.log"), "utf8")
    rmSync(dataFolder, { recursive: true, force: true })
    return { output, database }
  }
  const { sessionSecret } = JSON.parse(readFileSync(path.join(dataFolder, "secrets.json"), "utf8"))
  const signIns = JSON.parse(readFileSync(path.join(dataFolder, "demo-sign-ins.json"), "utf8"))
  // The sign-ins that are printed at the start are to be read, and no log.
  await expect.poll(() => output.includes(signIns.joinCode)).toBe(true)
  output = ""
  return { address: server.ready.address, db, stop, signIns, sessionSecret: String(sessionSecret) }
}

type Talkative = Awaited<ReturnType<typeof startTalkative>>

async function cookieOf({ db, sessionSecret }: Talkative, userId: string): Promise<string> {
  const token = { sub: userId, sessionToken: await startSessionToken(db, userId) }
  return `next-auth.session-token=${await encode({ token, secret: sessionSecret })}`
}

async function setScene(server: Talkative): Promise<CanaryScene> {
  const one = async <T extends pg.QueryResultRow>(text: string): Promise<T> => {
    const row = (await server.db.query<T>(text)).rows[0]
    if (!row) throw new Error(`nothing found by ${text}`)
    return row
  }
  const sitting = await one<{ attemptId: string; userId: string; itemIds: string[] }>(
    `SELECT t.id AS "attemptId", e."userId", array_agg(v."itemId") AS "itemIds"
     FROM "Attempt" t JOIN "Enrolment" e ON e.id = t."enrolmentId"
     JOIN "AttemptItem" i ON i."attemptId" = t.id JOIN "ItemVersion" v ON v.id = i."itemVersionId"
     WHERE t.state = 'open' GROUP BY t.id, e."userId" LIMIT 1`,
  )
  const posted = await one<{ userId: string; assignmentId: string; promptId: string; parentId: string }>(
    `SELECT e."userId", th."assignmentId", th."promptId", p."publicId" AS "parentId"
     FROM "Post" p JOIN "Thread" th ON th.id = p."threadId" JOIN "PostAlias" l ON l.id = p."aliasId"
     JOIN "Enrolment" e ON e.id = l."enrolmentId" JOIN "User" u ON u.id = e."userId"
     WHERE u.role = 'student' AND p."parentId" IS NULL ORDER BY p.id LIMIT 1`,
  )
  const { id } = await one<{ id: string }>(`SELECT id FROM "User" WHERE role = 'administrator' LIMIT 1`)
  return {
    port: Number(new URL(server.address).port),
    joinCode: server.signIns.joinCode,
    sitter: { ...sitting, cookie: await cookieOf(server, sitting.userId) },
    poster: { ...posted, cookie: await cookieOf(server, posted.userId) },
    administrator: { cookie: await cookieOf(server, id) },
  }
}

/** What no log may hold: the canary, and what is true of the people who are there. */
async function secretsOf(server: Talkative, scene: CanaryScene): Promise<string[]> {
  const { rows } = await server.db.query<{ name: string; email: string | null }>(
    `SELECT "displayName" AS name, email FROM "User"`,
  )
  const cookies = [scene.sitter, scene.poster, scene.administrator].map(({ cookie }) => cookie)
  const passwords = server.signIns.people.map(({ password }: { password: string }) => password)
  const posts = await server.db.query<{ body: string }>(`SELECT body FROM "Post"`)
  return [
    CANARY,
    server.sessionSecret,
    scene.joinCode,
    ...passwords,
    ...cookies.map((cookie) => cookie.split("=")[1] ?? ""),
    ...rows.flatMap(({ name, email }) => [name, ...(email ? [email] : [])]),
    ...posts.rows.map(({ body }) => body.slice(0, 40)),
  ]
}

const isBug = ({ body }: Reply) => /number: [0-9a-f]{12}/.test(body)

test("no log holds anything of anybody, whatever is asked and however it fails", async () => {
  test.setTimeout(900_000)
  const server = await startTalkative()
  const scene = await setScene(server)
  const secrets = await secretsOf(server, scene)
  const whole: Reply[] = []
  const broken: Reply[] = []
  for (let round = 0; round < ROUNDS; round++) {
    whole.push(...(await driveCanaries(scene)))
    for (const breakage of Object.values(breakages)) {
      const mend = await breakage(server.db)
      broken.push(...(await driveCanaries(scene)))
      await mend()
    }
  }
  const { output, database } = await server.stop()
  const lines = linesOf(output)
  const found = [output, database].flatMap((log) =>
    secrets.filter((secret) => log.toLowerCase().includes(secret.toLowerCase())),
  )
  const tried = { tried: whole.length + broken.length, of: "requests that carry people's words" }
  recordTried({ promise: "logs-of-pages-hold-nobody", ...tried, lost: found.length })
  recordTried({
    promise: "logs-of-pages-hold-nobody",
    tried: lines.length,
    of: "lines of the log, searched for people's words",
    lost: found.length,
  })
  expect(found).toEqual([])

  const requests = lines.filter(({ msg }) => msg === "request")
  expect(requests.length).toBeGreaterThanOrEqual(whole.length + broken.length)
  for (const line of requests) expect(Object.keys(line).filter((key) => !FIELDS.includes(key))).toEqual([])
  // It really failed, and every number that a person was shown is in the log.
  const shown = broken.flatMap(({ body }) => /number: ([0-9a-f]{12})/.exec(body)?.[1] ?? [])
  expect(shown.length).toBeGreaterThan(ROUNDS * 3)
  const logged = lines.filter(({ msg }) => msg === "bug")
  const refused = logged.filter(({ error }) => (error as { constraint?: string }).constraint === "broken")
  expect(refused.length).toBeGreaterThanOrEqual(ROUNDS)
  const bugs = new Set(logged.map(({ bug }) => bug))
  expect(shown.filter((id) => !bugs.has(id))).toEqual([])
  expect(whole.filter(isBug).map(({ body }) => body)).toEqual([])
  expect(lines.some(({ msg }) => msg === "slow statement")).toBe(true)
})

test("a page that fails shows a number that stands in the log", async ({ browser }) => {
  test.setTimeout(300_000)
  const server = await startTalkative()
  const scene = await setScene(server)
  const mend = await breakages.loseThreads(server.db)
  const context = await browser.newContext()
  const [name, value] = scene.poster.cookie.split("=")
  await context.addCookies([{ name: name ?? "", value: value ?? "", url: server.address }])
  const page = await context.newPage()
  await page.goto(`${server.address}/a/${scene.poster.assignmentId}/discuss/${scene.poster.promptId}`)
  const number = await page.locator("b").first().textContent()
  await mend()
  await context.close()
  const { output } = await server.stop()
  const bugs = linesOf(output).filter(({ bug }) => bug === number)
  expect(bugs).toHaveLength(1)
  expect(bugs[0]).toMatchObject({
    request: expect.stringMatching(/^[0-9a-f]{12}$/),
    route: "/a/[assignmentId]/discuss/[promptId]",
  })
})

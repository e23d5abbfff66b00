import { randomUUID } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import pg from "pg"
import { idsOfDemonstration } from "@/tests/support/demonstration-ids"
import { cookieFor, expect, test } from "@/tests/support/e2e"
import { type StartedColloquy, startColloquy } from "@/tests/support/start-server"

// A server of its own: how often it makes a page is counted, and its class has people whom no other test expects.

const NAMES = [
  "$1 Blue",
  "</script><b>Heron",
  'O"Neil & \\u0026',
  "\u2028Grey\u2029Owl",
  "محمد علی",
  "'$&' $L2",
  "A B",
]
const METRICS = "metrics-of-shared-pages"

type Student = { id: string; enrolmentId: string; name: string; cookie: string }

let dataFolder = ""
let server: StartedColloquy
let db: pg.Pool
let assignmentId = ""
let students: Student[] = []
const before = { ...process.env }

test.beforeAll(async () => {
  test.setTimeout(300_000)
  dataFolder = mkdtempSync(path.join(os.tmpdir(), "colloquy-shared-"))
  server = await startColloquy({ dataFolder, environment: { METRICS_TOKEN: METRICS } })
  process.env.COLLOQUY_DATA = dataFolder
  process.env.NEXTAUTH_SECRET = JSON.parse(
    readFileSync(path.join(dataFolder, "secrets.json"), "utf8"),
  ).sessionSecret
  db = new pg.Pool({ connectionString: server.ready.databaseUrl, max: 2 })
  const ids = await idsOfDemonstration(db)
  assignmentId = ids.assignmentId ?? ""
  students = await Promise.all(NAMES.map((name) => enrol(ids.classId ?? "", name)))
})

test.afterAll(async () => {
  for (const name of ["COLLOQUY_DATA", "NEXTAUTH_SECRET"]) process.env[name] = before[name]
  await db?.end()
  await server?.stop()
  rmSync(dataFolder, { recursive: true, force: true })
})

async function enrol(classId: string, name: string): Promise<Student> {
  const [id, enrolmentId] = [randomUUID(), randomUUID()]
  await db.query(`INSERT INTO "User" (id, "userName", "displayName", role) VALUES ($1, $2, $3, 'student')`, [
    id,
    `shared.${id.slice(0, 8)}`,
    name,
  ])
  await db.query(`INSERT INTO "Enrolment" (id, "classId", "userId", role) VALUES ($1, $2, $3, 'student')`, [
    enrolmentId,
    classId,
    id,
  ])
  // They prefer not to say where they stand, so that the text is open to them.
  const subject = randomUUID()
  await db.query(`INSERT INTO "StanceSubject" (id, "userId", "assignmentId") VALUES ($1, $2, $3)`, [
    subject,
    id,
    assignmentId,
  ])
  await db.query(`INSERT INTO "Stance" ("subjectId", moment) VALUES ($1, 'before_reading')`, [subject])
  return { id, enrolmentId, name, cookie: `next-auth.session-token=${await cookieFor(db, { userId: id })}` }
}

const ask = (step: string, cookie: string, headers: Record<string, string> = {}) =>
  fetch(`${server.ready.address}/a/${assignmentId}/${step}`, {
    headers: { cookie, ...headers },
    redirect: "manual",
  })

/** A page in two halves: its HTML, and React's data behind it, which comes in another order each time it is made. */
type Halves = { html: string; data: string }

async function halvesOf(reply: Response): Promise<Halves> {
  expect(reply.status).toBe(200)
  const nonce = /'nonce-([^']+)'/.exec(reply.headers.get("content-security-policy") ?? "")?.[1] ?? ""
  const page = (await reply.text()).replaceAll(nonce, "NONCE")
  expect(page.split('nonce="NONCE"').length).toBeGreaterThan(10)
  const seam = page.indexOf("self.__next_f.push([1,")
  expect(seam).toBeGreaterThan(10_000)
  const html = page.slice(0, seam)
  // A form without script names its action by a number that depends on what was ready first.
  return { html: html.replaceAll(/<input type="hidden" name="\$ACTION_[^>]*>/g, ""), data: page.slice(seam) }
}

/** What the data says, in no order: its numbers of rows and references are left out. */
const wordsOf = (data = ""): string[] =>
  data
    .split(/[^\p{L}\p{N}&'-]+/u)
    .filter((word) => /[\p{L}-]{3}/u.test(word))
    .sort()

async function madeSoFar(): Promise<number> {
  const reply = await fetch(`${server.ready.address}/metrics`, {
    headers: { authorization: `Bearer ${METRICS}` },
  })
  const lines = (await reply.text())
    .split("\n")
    .filter((line) => /^colloquy_http_requests_total\{.*\/(read|quiz)"/.test(line))
  return lines.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0)
}

for (const step of ["read", "quiz"])
  test(`${step}: whoever comes after the first gets the page that is kept, and is theirs`, async () => {
    if (step === "quiz")
      await db.query(
        `INSERT INTO "ReadingProgress" ("assignmentId", "enrolmentId", "sentencesRead", "finishedAt")
         SELECT $1, e, 40, now() FROM unnest($2::uuid[]) e`,
        [assignmentId, students.map(({ enrolmentId }) => enrolmentId)],
      )
    const asked = await madeSoFar()
    const shared: Halves[] = []
    for (const { cookie } of students) shared.push(await halvesOf(await ask(step, cookie)))
    // One more than was asked for: the page was made once, for a stand-in.
    await expect.poll(madeSoFar).toBe(asked + students.length + 1)
    for (const [index, student] of students.entries()) {
      // A reload by force is made anew, for one person alone.
      const own = await halvesOf(await ask(step, student.cookie, { "cache-control": "no-cache" }))
      expect(shared[index]?.html).toBe(own.html)
      expect(wordsOf(shared[index]?.data)).toEqual(wordsOf(own.data))
      for (const other of students)
        if (other !== student) expect(JSON.stringify(shared[index])).not.toContain(other.id)
    }
    await expect.poll(madeSoFar).toBe(asked + 2 * students.length + 1)
  })

test("what somebody has done shows to them, and to nobody else", async () => {
  const [reader, writer, third] = students
  if (!reader || !writer || !third) throw new Error("no students")
  const { html: bare } = await halvesOf(await ask("read", third.cookie))
  await db.query(
    `UPDATE "ReadingProgress" SET "finishedAt" = NULL, "sentencesRead" = 7 WHERE "enrolmentId" = $1`,
    [reader.enrolmentId],
  )
  await db.query(
    `INSERT INTO "SentenceNote" (id, "assignmentId", "enrolmentId", "revisionId", "sentenceId", quote, mark, body, "updatedAt")
     SELECT gen_random_uuid(), a.id, $2, s."revisionId", s."sentenceId", s.text, 'claim', 'heron-canary', now()
     FROM "Assignment" a JOIN "LessonVersion" v ON v.id = a."lessonVersionId"
     JOIN "RevisionSentence" s ON s."revisionId" = v."revisionId" WHERE a.id = $1 LIMIT 1`,
    [assignmentId, writer.enrolmentId],
  )
  for (const _ of [1, 2, 3]) {
    expect((await halvesOf(await ask("read", writer.cookie))).data).toContain("heron-canary")
    expect((await halvesOf(await ask("read", reader.cookie))).data).toContain('sentencesRead\\":7')
    const nobodys = await halvesOf(await ask("read", third.cookie))
    expect(nobodys.html).toBe(bare)
    expect(nobodys.data).not.toContain("heron-canary")
  }
})

test("a quiz that was begun is its student's own page", async () => {
  const [first, second] = students
  if (!first || !second) throw new Error("no students")
  const origin = server.ready.address
  const started = await fetch(`${origin}/api/attempts`, {
    method: "POST",
    headers: { cookie: first.cookie, origin, "content-type": "application/json" },
    body: JSON.stringify({ assignmentId }),
  })
  const { attemptId } = (await started.json()) as { attemptId: string }
  expect(attemptId).toBeTruthy()
  for (const _ of [1, 2]) {
    expect((await halvesOf(await ask("quiz", first.cookie))).data).toContain(attemptId)
    expect((await halvesOf(await ask("quiz", second.cookie))).data).not.toContain(attemptId)
  }
})

test("a page that is kept is for nobody who may not see it", async () => {
  const [insider, leaver] = students.slice(-2)
  if (!insider || !leaver) throw new Error("no students")
  for (const { cookie } of [insider, leaver, insider]) await halvesOf(await ask("read", cookie))
  await db.query(`UPDATE "Enrolment" SET "leftAt" = now() WHERE id = $1`, [leaver.enrolmentId])
  expect((await ask("read", leaver.cookie)).status).toBe(404)
  await db.query(`DELETE FROM "Session" WHERE "userId" = $1`, [insider.id])
  const gone = await ask("read", insider.cookie)
  expect([gone.status, gone.headers.get("location")]).toEqual([307, expect.stringContaining("/sign-in")])
  expect((await ask("read", "")).status).toBe(307)
  // Nor for whoever says that they are the server.
  const posing = await ask("read", "", { "x-colloquy-stand-in": randomUUID() })
  expect(posing.status).toBe(307)
})

test("a page that was filled wakes as its owner's, whatever they are called", async ({ browser }) => {
  for (const { name, cookie } of students.slice(0, -2)) {
    const context = await browser.newContext()
    const [cookieName = "", value = ""] = cookie.split(/=(.*)/)
    await context.addCookies([{ name: cookieName, value, url: server.ready.address }])
    const page = await context.newPage()
    const faults: string[] = []
    page.on("pageerror", (error) => faults.push(error.message))
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text())
    })
    for (const _ of [1, 2]) await page.goto(`${server.ready.address}/a/${assignmentId}/read`)
    await expect(page.locator(".reader-live")).toBeVisible()
    const account = page.locator("button[popovertarget='account-header']")
    expect(await account.getAttribute("aria-label")).toContain(name)
    expect(await account.textContent()).toBe(name)
    expect(faults).toEqual([])
    await context.close()
  }
})

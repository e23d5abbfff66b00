import { readdirSync } from "node:fs"
import path from "node:path"
import { database, pool } from "@/lib/platform/database"
import { recordTried, tries } from "@/tests/assurance/record"
import { actionId, callAction } from "@/tests/bench/actions"
import { type BenchSchool, type BenchStudent, makeBenchSchool } from "@/tests/bench/bench-school"
import { type BenchThread, makeBenchThread } from "@/tests/bench/bench-thread"
import { call } from "@/tests/bench/http-client"
import { postOneReply } from "@/tests/bench/reply"
import { givePasswords } from "@/tests/bench/sign-in"
import { expect, test } from "@/tests/support/e2e"
import { makeSession, makeUser } from "@/tests/support/factories"
import { cookieOf } from "@/tests/support/factories-quiz"
import { comesTrue, hear } from "@/tests/support/scale/hear"
import { startTwoServers, type TwoServers } from "@/tests/support/scale/two-servers"

// Two processes on one database, behind PgBouncer in transaction mode where it is installed: they have to be one school.

const PROMISE = "two-processes-are-one-school"
const STUDENTS = tries(24, 60)

let two: TwoServers
let ports: readonly [number, number]
let school: BenchSchool
let thread: BenchThread

const record = (of: string, tried: number, lost: number) => recordTried({ promise: PROMISE, of, tried, lost })
const portAt = (index: number): number => ports[index % 2 === 0 ? 0 : 1]
const student = (index: number): BenchStudent => {
  const found = school.students[index % school.students.length]
  if (!found) throw new Error("no such student")
  return found
}

test.describe.configure({ mode: "serial" })

test.beforeAll(async () => {
  test.setTimeout(600_000)
  two = await startTwoServers({
    TRUST_PROXY: "1",
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? "",
    COLLOQUY_FACTOR_KEY: "a key of second factors that only this test knows",
  })
  ports = [two.servers[0].port, two.servers[1].port]
  console.log(`two processes on ${two.described}`)
  school = await makeBenchSchool(STUDENTS)
  await givePasswords(school)
  thread = await makeBenchThread(school, { position: 1, posts: STUDENTS * 2, conversation: 2 })
})

test.afterAll(async () => {
  await two?.stop()
})

test("through PgBouncer in transaction mode", () => {
  test.skip(!two.hasPooler, "PgBouncer is not installed (Debian: pgbouncer): the others ran without it")
  expect(two.databaseUrl).not.toBe(two.directUrl)
})

test("started at once on an empty database, they apply each migration once", async () => {
  const folders = readdirSync(path.resolve("prisma/migrations")).filter((name) => /^\d/.test(name))
  const { rows } = await pool().query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1`,
  )
  const { rowCount } = await pool().query("SELECT 1 FROM _prisma_migrations")
  record("migrations", folders.length, Math.abs((rowCount ?? 0) - folders.length))
  expect(rows.map(({ name }) => name)).toEqual(folders.sort())
  expect(rowCount).toBe(folders.length)
})

const signInAt = (port: number, name: string, password: string) => {
  const request = { id: actionId("signInAction"), path: "/sign-in", input: { name, password } }
  return callAction(port, { ...request, readable: true })
}

const PASSWORD = "correct horse battery staple"
const accountOf = async (port: number, cookie: string): Promise<number> =>
  (await call(port, { path: "/account", cookie })).status

test("who signs in at one is signed in at the other, and who signs out is out at both", async () => {
  const rounds = tries(2, 20)
  let lost = 0
  for (let round = 0; round < rounds; round++) {
    const [here, there] = [portAt(round), portAt(round + 1)]
    const reply = await signInAt(here, student(round).userName, PASSWORD)
    const cookie =
      reply.headers["set-cookie"]?.find((one) => one.startsWith("next-auth."))?.split(";")[0] ?? ""
    const before = await Promise.all([accountOf(here, cookie), accountOf(there, cookie)])
    const stream = await hear({ port: there, path: "/api/notices/events", cookie })
    await call(here, { method: "POST", path: "/sign-out", cookie })
    const after = await Promise.all([accountOf(here, cookie), accountOf(there, cookie)])
    const hasEnded = await comesTrue(stream.isOver, 60)
    if (`${before} ${after} ${hasEnded}` !== "200,200 307,307 true") {
      console.log(`round ${round}: ${before} then ${after}, the stream over: ${hasEnded}`)
      lost += 1
    }
  }
  record("sign-ins at one process, sign-outs at the other", rounds, lost)
  expect(lost).toBe(0)
})

test("behind a proxy that ends TLS the session's cookie is for HTTPS alone, and the origin is the proxy's", async () => {
  const signInFrom = (origin: string) =>
    call(portAt(0), {
      method: "POST",
      path: "/sign-in",
      json: [{ name: student(1).userName, password: PASSWORD }],
      headers: {
        "next-action": actionId("signInAction"),
        accept: "text/x-component",
        "content-type": "text/plain;charset=UTF-8",
        "accept-encoding": "identity",
        "x-forwarded-proto": "https",
        "x-forwarded-host": "school.example.org",
        origin,
      },
    })
  const cookies = (await signInFrom("https://school.example.org")).headers["set-cookie"] ?? []
  const session = cookies.find((one) => one.includes("session-token=")) ?? ""
  expect(session).toMatch(/^__Secure-next-auth\.session-token=.*; Secure; HttpOnly/)
  expect((await signInFrom("https://elsewhere.example.org")).headers["set-cookie"]).toBeUndefined()
})

test("passwords tried at both are counted together", async () => {
  const rounds = tries(1, 5)
  let looked = 0
  for (let round = 0; round < rounds; round++) {
    const name = student(STUDENTS - 1 - round).userName
    const replies = await Promise.all(
      Array.from({ length: 24 }, (_, index) => signInAt(portAt(index), name, `wrong ${index}`)),
    )
    looked += replies.filter(({ body }) => body.includes("people.signInWrong")).length
    for (const port of ports)
      expect((await signInAt(port, name, PASSWORD)).body).toContain("people.tooManyTries")
  }
  record("passwords tried at both at once, ten let through", rounds * 24, Math.abs(looked - rounds * 10))
  expect(looked).toBe(rounds * 10)
})

const eventsPath = () =>
  `/api/assignments/${school.assignmentId}/prompts/${thread.promptId}/events?after=${thread.postIds.length}`

test("a post at one is heard at the other within seconds", async () => {
  const count = tries(10, 100)
  const listeners = await Promise.all(
    [0, 1].map((index) => hear({ port: portAt(index), path: eventsPath(), cookie: student(index).cookie })),
  )
  const waits: number[] = []
  for (let post = 0; post < count; post++) {
    const [author, parentId] = [student(2 + (post % (STUDENTS - 2))), thread.postIds[post % STUDENTS]]
    const reply = await postOneReply({ port: portAt(post), parentId, as: author })
    expect(reply.ok, reply.said).toBe(true)
    const seq = thread.postIds.length + post + 1
    const isTold = () =>
      listeners.every(({ text }) => new RegExp(`"seqs":\\[[^\\]]*\\b${seq}\\b`).test(text()))
    const began = performance.now()
    if (await comesTrue(isTold, 15)) waits.push(performance.now() - began)
  }
  for (const listener of listeners) listener.stop()
  const slowest = Math.round(Math.max(...waits))
  console.log(`a post is heard at both, at the latest ${slowest} ms after its acknowledgement`)
  record("posts heard at both processes", count, count - waits.length)
  expect(waits).toHaveLength(count)
  // Without announcements the beat of every stream would bring them, 20 seconds later at the worst.
  expect(slowest).toBeLessThan(15_000)
})

test("who is removed from the class at one hears no more at the other", async () => {
  const count = tries(2, 10)
  // A stream that has nothing to say asks every twenty seconds whether it still may.
  test.setTimeout(60_000 + count * 60_000)
  const room = await database().class.findFirstOrThrow({
    where: { assignments: { some: { id: school.assignmentId } } },
  })
  const cookie = await cookieOf((await makeSession(room.createdById)).token)
  let lost = 0
  for (let index = 0; index < count; index++) {
    const gone = student(STUDENTS - 10 - index)
    const stream = await hear({ port: portAt(index), path: eventsPath(), cookie: gone.cookie })
    const input = { enrolmentId: gone.enrolmentId }
    const at = { id: actionId("removeAction"), path: `/teach/classes/${room.publicId}`, cookie, input }
    const reply = await callAction(portAt(index + 1), { ...at, readable: true })
    expect(reply.body).toContain('"ok":true')
    if (!(await comesTrue(stream.isOver, 60))) lost += 1
  }
  record("streams of people removed at the other process", count, lost)
  expect(lost).toBe(0)
})

test("what is set at one is so at the other at once", async () => {
  const count = tries(3, 20)
  const administrator = await makeUser("administrator")
  const cookie = await cookieOf((await makeSession(administrator.id)).token)
  let lost = 0
  for (let index = 0; index < count; index++) {
    const input = { schoolName: `School number ${index} of this test`, timeZone: "Asia/Karachi" }
    const id = actionId("editSchoolAction")
    const reply = await callAction(portAt(index), {
      id,
      path: "/admin/school",
      cookie,
      input,
      readable: true,
    })
    expect(reply.body).toContain('"ok":true')
    const headers = { "accept-encoding": "identity" }
    const page = await call(portAt(index + 1), { path: "/admin/school", cookie, headers })
    if (!page.body.includes(input.schoolName)) lost += 1
  }
  record("settings changed at one, read at the other", count, lost)
  expect(lost).toBe(0)
})

test("when one process is killed, the other goes on and hears", async () => {
  const [dying, staying] = two.servers
  const listener = await hear({ port: staying.port, path: eventsPath(), cookie: student(0).cookie })
  process.kill(dying.pid, "SIGKILL")
  await dying.ended
  const before = listener.text()
  const reply = await postOneReply({
    port: staying.port,
    parentId: thread.postIds[3],
    as: student(4),
  })
  expect(reply.ok, reply.said).toBe(true)
  expect(await comesTrue(() => listener.text() !== before, 15)).toBe(true)
  listener.stop()
})

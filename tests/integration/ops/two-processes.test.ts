import { afterAll, beforeAll, expect, it } from "vitest"
import { sendDigests } from "@/lib/discussion/server/send-digests"
import { database, pool } from "@/lib/platform/database"
import { announce } from "@/lib/platform/notifications"
import { closeOverdueAttempts } from "@/lib/quiz/server/close-overdue-attempts"
import { recordTried, tries } from "@/tests/assurance/record"
import { type BenchSchool, type BenchStudent, makeBenchSchool } from "@/tests/bench/bench-school"
import { type BenchThread, makeBenchThread } from "@/tests/bench/bench-thread"
import { loadAnswers } from "@/tests/bench/load-answers"
import { useTestDatabase } from "@/tests/support/database"
import { type FrontProcesses, startFrontProcesses } from "@/tests/support/scale/front-processes"
import { comesTrue, hear } from "@/tests/support/scale/hear"
import { sendFromProcesses, startMailServer } from "@/tests/support/scale/mails"
import { endedOf, saveAt, startAt, submitAt } from "@/tests/support/scale/sit"

// Two processes on one database, behind PgBouncer in transaction mode where it is installed: nothing is done twice or lost.

useTestDatabase()

const PROMISE = "two-processes-do-nothing-twice"
const ATTEMPTS = tries(4, 30)
const OVERDUE = tries(12, 100)
const MAILS = tries(12, 100)
const TIMEOUT = tries(240_000, 600_000)

let two: FrontProcesses
let ports: [number, number]
let school: BenchSchool
let thread: BenchThread
let answers: Awaited<ReturnType<typeof loadAnswers>>

const record = (of: string, tried: number, lost: number) => recordTried({ promise: PROMISE, of, tried, lost })
const portAt = (index: number): number => ports[index % 2 === 0 ? 0 : 1]
const student = (index: number): BenchStudent => {
  const found = school.students[index]
  if (!found) throw new Error("no such student")
  return found
}

beforeAll(async () => {
  two = await startFrontProcesses()
  ports = [two.processes[0].port, two.processes[1].port]
  school = await makeBenchSchool(ATTEMPTS + OVERDUE + MAILS)
  thread = await makeBenchThread(school, { position: 1, posts: school.students.length, conversation: 1 })
  answers = await loadAnswers(school.assignmentId)
}, TIMEOUT)
afterAll(() => two?.stop())

it("runs behind PgBouncer in transaction mode", ({ skip }) => {
  if (!two.pooler) skip("PgBouncer is not installed (Debian: pgbouncer): the others ran without it")
  expect(two.environment.DATABASE_URL).not.toBe(two.environment.DIRECT_DATABASE_URL)
})

const start = (index: number) =>
  startAt({ port: portAt(index), assignmentId: school.assignmentId, student: student(index) })

it("keeps once, and grades once, an attempt saved and handed in at both at once", {
  timeout: TIMEOUT,
}, async () => {
  let [lost, saves] = [0, 0]
  for (let index = 0; index < ATTEMPTS; index++) {
    const at = { attemptId: await start(index), student: student(index) }
    const saving = answers.flatMap((answer) =>
      ports.map((port) => saveAt(port, { ...at, answer, saveNumber: 1 })),
    )
    const saved = await Promise.all(saving)
    saves += saved.length
    // Fifty at once: two tabs and a device, pressed again and again, each with a key of its own.
    const keys = Array.from({ length: 50 }, (_, press) => `${at.attemptId} ${press % 3}`)
    const submits = await Promise.all(keys.map((key, press) => submitAt(portAt(press), { ...at, key })))
    const found = {
      ...(await endedOf(at.attemptId)),
      statuses: [...new Set([...saved, ...submits].map(({ status }) => status))],
      receipts: new Set(submits.map(({ body }) => body)).size,
    }
    const number = answers.length
    const wanted = { state: "submitted", handedIn: 1, twice: 0, saves: number, responses: number }
    if (JSON.stringify(found) === JSON.stringify({ ...wanted, statuses: [200], receipts: 1 })) continue
    console.log(`attempt ${index}: ${JSON.stringify(found)}`)
    lost += 1
  }
  record("saves, each sent to both processes", saves, lost)
  record("attempts handed in 50 times at once", ATTEMPTS, lost)
  expect(lost).toBe(0)
})

it("closes once what is past its deadline, whoever sweeps", { timeout: TIMEOUT }, async () => {
  const attempts: string[] = []
  for (let index = ATTEMPTS; index < ATTEMPTS + OVERDUE; index++) attempts.push(await start(index))
  const deadlineAt = new Date(Date.now() - 3_600_000)
  await database().attempt.updateMany({ where: { id: { in: attempts } }, data: { deadlineAt } })
  // A third process, four times at once, beside the sweeps of the two.
  await Promise.all([1, 2, 3, 4].map(() => closeOverdueAttempts(new Date())))
  const ended = await Promise.all(attempts.map(endedOf))
  const wrong = ended.filter(
    ({ state, handedIn, twice }) => state !== "submitted" || handedIn !== 1 || twice > 0,
  )
  record("attempts closed at their deadline by three processes", attempts.length, wrong.length)
  expect(wrong).toEqual([])
})

const eventsPath = () =>
  `/api/assignments/${school.assignmentId}/prompts/${thread.promptId}/events?after=${thread.postIds.length - 1}`

it("is heard at both what is announced anywhere, and nothing by who has signed out", {
  timeout: TIMEOUT,
}, async () => {
  const { cookie, tokenHash } = student(0)
  const streams = await Promise.all(ports.map((port) => hear({ port, path: "/api/notices/events", cookie })))
  const threads = await Promise.all(ports.map((port) => hear({ port, path: eventsPath(), cookie })))
  expect(threads.every(({ isOver }) => !isOver())).toBe(true)
  await database().session.deleteMany({ where: { tokenHash: new Uint8Array(tokenHash) } })
  await announce(database(), `person:${student(0).userId}`)
  const all = [...streams, ...threads]
  const areOver = await comesTrue(() => all.every(({ isOver }) => isOver()), 60)
  record(
    "streams of somebody who signed out elsewhere",
    all.length,
    all.filter(({ isOver }) => !isOver()).length,
  )
  expect(areOver).toBe(true)
})

it("sends nobody the mail of the day twice", { timeout: TIMEOUT }, async () => {
  const mails = await startMailServer()
  const recipients = school.students.slice(ATTEMPTS, ATTEMPTS + MAILS)
  const ids = recipients.map(({ userId }) => userId)
  await pool().query(`UPDATE "User" SET email = id || '@example.org' WHERE id = ANY($1::uuid[])`, [ids])
  const { timeZone } = await database().school.findFirstOrThrow()
  const [evening] = await database().$queryRaw<{ at: Date }[]>`
    SELECT ((now() AT TIME ZONE ${timeZone})::date + interval '18 hours') AT TIME ZONE ${timeZone} AS at`
  const now = evening?.at ?? new Date()
  await pool().query(
    `INSERT INTO "Notice" ("userId", kind, "postId", "createdAt")
     SELECT u, 'answered', (SELECT id FROM "Post" ORDER BY seq DESC LIMIT 1), $2::timestamptz - interval '1 hour'
     FROM unnest($1::uuid[]) u`,
    [ids, now],
  )
  const environment = { ...mails.environment, ...two.environment }
  const sent = await sendFromProcesses(4, { now, environment })
  await mails.stop()
  console.log(`four processes sent ${sent.join(", ")} mails`)
  const twice = mails.to.length - new Set(mails.to).size
  const missing = ids.filter((id) => !mails.to.includes(`${id}@example.org`)).length
  record("mails of the day, four processes at once", ids.length, twice + missing)
  expect({ twice, missing }).toEqual({ twice: 0, missing: 0 })
  expect(await sendDigests(now)).toEqual({ sent: 0, failed: 0 })
})

const isAnswered = async (port: number): Promise<boolean> =>
  (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200

it("uses a pooler again that was killed and came back", { timeout: TIMEOUT }, async ({ skip }) => {
  if (!two.pooler) skip("PgBouncer is not installed")
  await two.pooler?.restart()
  for (const port of ports) expect(await comesTrue(() => isAnswered(port), 60)).toBe(true)
})

it("goes on when one process is killed, and loses nothing acknowledged", { timeout: TIMEOUT }, async () => {
  const index = ATTEMPTS + OVERDUE
  const at = { attemptId: await start(index), student: student(index) }
  const [dying, staying] = two.processes
  const count = tries(100, 1_000)
  const acknowledged = new Map<string, number>()
  for (let saveNumber = 1; saveNumber <= count; saveNumber++) {
    if (saveNumber === Math.floor(count / 2)) void dying.kill()
    const answer = answers[saveNumber % answers.length]
    if (!answer) throw new Error("no answer")
    const saving = { ...at, answer, saveNumber }
    const reply = await saveAt(dying.port, saving).catch(() => saveAt(staying.port, saving))
    if (reply.status === 200) acknowledged.set(answer.itemId, saveNumber)
  }
  const kept = await database().response.findMany({ where: { attemptId: at.attemptId } })
  const numbers = new Map(kept.map(({ itemId, saveNumber }) => [itemId, saveNumber]))
  const lost = [...acknowledged].filter(([itemId, number]) => (numbers.get(itemId) ?? 0) < number)
  record("saves while one of two processes is killed", count, lost.length)
  expect(Math.max(...acknowledged.values())).toBe(count)
  expect(lost).toEqual([])
})

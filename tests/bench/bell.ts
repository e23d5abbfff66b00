import type { BenchSchool, BenchStudent } from "./bench-school"
import { call, type Reply, type Send } from "./http-client"
import { type Measurement, measure, type Stack } from "./measure"

const SAVES = 10

export type Bell = {
  whole: Measurement
  /** Latency of one save, in milliseconds, sorted. */
  saves: number[]
  /** From the press to the questions, in milliseconds, sorted. */
  visible: number[]
  /** Answers whose last save was acknowledged, and how many of them were not found again. */
  acknowledged: number
  lost: number
  /** Saves, scores and attempts that stand more than once. */
  twice: number
}

type Item = { itemId: string; value: unknown }

/** What each student answers to each item, by the item's type: chosen by the caller, who knows the items. */
export type Answers = readonly Item[]

export type BellRun = {
  port: number
  school: BenchSchool
  stack: Stack
  answers: Answers
  /** How requests go: straight, or over a bad network. */
  send?: Send
  key?: string
  name?: string
}

/** W3, the bell: every student opens the quiz, starts, saves ten times, submits and sees the result, without a pause. */
export async function ringBell({
  port,
  school,
  stack,
  answers,
  send = call,
  key = "W3",
  name = `W3 the bell, ${school.students.length} students`,
}: BellRun): Promise<Bell> {
  const saves: number[] = []
  const visible: number[] = []
  const attempts: string[] = []
  const whole = await measure({
    key,
    name,
    stack,
    operations: school.students.length,
    atOnce: school.students.length,
    run: async (index) => {
      const student = school.students[index]
      if (!student) throw new Error("no such student")
      const run = { port, send, assignmentId: school.assignmentId, student, answers, saves, visible }
      const sitting = await sit(run)
      attempts.push(sitting.attemptId)
      return { ok: true, bytes: sitting.bytes }
    },
  })
  return { whole, saves: sorted(saves), visible: sorted(visible), ...(await countKept(attempts, answers)) }
}

const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b)

type Sitting = {
  port: number
  send: Send
  assignmentId: string
  student: BenchStudent
  answers: Answers
  saves: number[]
  visible: number[]
}

async function sit({ port, send, assignmentId, student, answers, saves, visible }: Sitting) {
  const { cookie } = student
  let bytes = 0
  const must = (reply: Reply, what: string) => {
    if (reply.status !== 200) throw new Error(`${what} answered ${reply.status}: ${reply.body.slice(0, 200)}`)
    bytes += reply.bytes
    return reply
  }
  const pressed = performance.now()
  must(await send(port, { path: `/a/${assignmentId}/quiz`, cookie }), "quiz page")
  const plain = { "accept-encoding": "identity" }
  const started = must(
    await send(port, {
      method: "POST",
      path: "/api/attempts",
      cookie,
      json: { assignmentId },
      headers: plain,
    }),
    "start",
  )
  const { attemptId } = JSON.parse(started.body) as { attemptId: string }
  must(await send(port, { path: `/a/${assignmentId}/quiz`, cookie }), "questions")
  visible.push(performance.now() - pressed)
  for (let number = 0; number < SAVES; number++) {
    const answer = answers[number % answers.length]
    const saveNumber = Math.floor(number / answers.length) + 1
    const json = { responses: [{ ...answer, saveNumber }] }
    const began = performance.now()
    must(
      await send(port, { method: "PUT", path: `/api/attempts/${attemptId}/responses`, cookie, json }),
      "save",
    )
    saves.push(performance.now() - began)
  }
  const headers = { "idempotency-key": `bell-${attemptId}` }
  must(
    await send(port, {
      method: "POST",
      path: `/api/attempts/${attemptId}/submit`,
      cookie,
      json: {},
      headers,
    }),
    "submit",
  )
  must(await send(port, { path: `/a/${assignmentId}/results`, cookie }), "results")
  return { attemptId, bytes }
}

/** Of the answers that were acknowledged, how many do not stand as they were last given; and whether anything came twice. */
async function countKept(
  attempts: readonly string[],
  answers: Answers,
): Promise<Pick<Bell, "acknowledged" | "lost" | "twice">> {
  const { pool } = await import("@/lib/platform/database")
  const { rows } = await pool().query<{ found: number; saves: number; scored: number }>(
    `SELECT
      (SELECT count(*)::int FROM "Response" r
        JOIN jsonb_to_recordset($2::jsonb) AS x("itemId" uuid, value jsonb)
          ON x."itemId" = r."itemId" AND x.value = r.value
        WHERE r."attemptId" = ANY($1::uuid[])) AS found,
      (SELECT count(*)::int FROM "ResponseSave" WHERE "attemptId" = ANY($1::uuid[])) AS saves,
      (SELECT count(*)::int - count(DISTINCT ("attemptId", "itemId"))::int FROM "Scoring"
        WHERE "attemptId" = ANY($1::uuid[])) AS scored`,
    [attempts, JSON.stringify(answers)],
  )
  const [{ found = 0, saves = 0, scored = 0 } = {}] = rows
  const acknowledged = attempts.length * Math.min(SAVES, answers.length)
  const twice = saves - attempts.length * SAVES + scored + attempts.length - new Set(attempts).size
  return { acknowledged, lost: acknowledged - found, twice }
}

import type { BenchSchool, BenchStudent } from "./bench-school"
import { call, type Reply } from "./http-client"
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
}

type Item = { itemId: string; value: unknown }

/** What each student answers to each item, by the item's type: chosen by the caller, who knows the items. */
export type Answers = readonly Item[]

/** W3, the bell: every student opens the quiz, starts, saves ten times, submits and sees the result, without a pause. */
export async function ringBell(
  port: number,
  school: BenchSchool,
  stack: Stack,
  answers: Answers,
): Promise<Bell> {
  const saves: number[] = []
  const visible: number[] = []
  const attempts: string[] = []
  const whole = await measure({
    key: "W3",
    name: `W3 the bell, ${school.students.length} students`,
    stack,
    operations: school.students.length,
    atOnce: school.students.length,
    run: async (index) => {
      const student = school.students[index]
      if (!student) throw new Error("no such student")
      const sitting = await sit({ port, assignmentId: school.assignmentId, student, answers, saves, visible })
      attempts.push(sitting.attemptId)
      return { ok: true, bytes: sitting.bytes }
    },
  })
  return { whole, saves: sorted(saves), visible: sorted(visible), ...(await countKept(attempts, answers)) }
}

const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b)

type Sitting = {
  port: number
  assignmentId: string
  student: BenchStudent
  answers: Answers
  saves: number[]
  visible: number[]
}

async function sit({ port, assignmentId, student, answers, saves, visible }: Sitting) {
  const { cookie } = student
  let bytes = 0
  const must = (reply: Reply, what: string) => {
    if (reply.status !== 200) throw new Error(`${what} answered ${reply.status}: ${reply.body.slice(0, 200)}`)
    bytes += reply.bytes
    return reply
  }
  const pressed = performance.now()
  must(await call(port, { path: `/a/${assignmentId}/quiz`, cookie }), "quiz page")
  const plain = { "accept-encoding": "identity" }
  const started = must(
    await call(port, {
      method: "POST",
      path: "/api/attempts",
      cookie,
      json: { assignmentId },
      headers: plain,
    }),
    "start",
  )
  const { attemptId } = JSON.parse(started.body) as { attemptId: string }
  must(await call(port, { path: `/a/${assignmentId}/quiz`, cookie }), "questions")
  visible.push(performance.now() - pressed)
  for (let number = 0; number < SAVES; number++) {
    const answer = answers[number % answers.length]
    const saveNumber = Math.floor(number / answers.length) + 1
    const json = { responses: [{ ...answer, saveNumber }] }
    const began = performance.now()
    must(
      await call(port, { method: "PUT", path: `/api/attempts/${attemptId}/responses`, cookie, json }),
      "save",
    )
    saves.push(performance.now() - began)
  }
  const headers = { "idempotency-key": `bell-${attemptId}` }
  must(
    await call(port, {
      method: "POST",
      path: `/api/attempts/${attemptId}/submit`,
      cookie,
      json: {},
      headers,
    }),
    "submit",
  )
  must(await call(port, { path: `/a/${assignmentId}/results`, cookie }), "results")
  return { attemptId, bytes }
}

async function countKept(
  attempts: readonly string[],
  answers: Answers,
): Promise<Pick<Bell, "acknowledged" | "lost">> {
  const { pool } = await import("@/lib/platform/database")
  const { rows } = await pool().query<{ found: number }>(
    `SELECT count(*)::int AS found FROM "Response" WHERE "attemptId" = ANY($1::uuid[])`,
    [attempts],
  )
  const acknowledged = attempts.length * Math.min(SAVES, answers.length)
  return { acknowledged, lost: acknowledged - (rows[0]?.found ?? 0) }
}

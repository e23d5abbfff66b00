import { pool } from "@/lib/platform/database"
import type { Answers } from "@/tests/bench/bell"
import type { BenchStudent } from "@/tests/bench/bench-school"
import { call, type Reply } from "@/tests/bench/http-client"

const plain = { "accept-encoding": "identity" }

type At = { port: number; assignmentId: string; student: BenchStudent }

/** Starts the student's attempt and answers its id. */
export async function startAt({ port, assignmentId, student }: At): Promise<string> {
  const request = { method: "POST", path: "/api/attempts", json: { assignmentId }, headers: plain }
  const reply = await call(port, { ...request, cookie: student.cookie })
  if (reply.status !== 200) throw new Error(`start answered ${reply.status}: ${reply.body}`)
  return (JSON.parse(reply.body) as { attemptId: string }).attemptId
}

type Saving = { attemptId: string; student: BenchStudent; answer: Answers[number]; saveNumber: number }

export function saveAt(port: number, { attemptId, student, answer, saveNumber }: Saving): Promise<Reply> {
  const json = { responses: [{ ...answer, saveNumber }] }
  const path = `/api/attempts/${attemptId}/responses`
  return call(port, { method: "PUT", path, cookie: student.cookie, json, headers: plain })
}

export function submitAt(
  port: number,
  { attemptId, student, key }: { attemptId: string; student: BenchStudent; key: string },
): Promise<Reply> {
  const headers = { ...plain, "idempotency-key": key }
  const path = `/api/attempts/${attemptId}/submit`
  return call(port, { method: "POST", path, cookie: student.cookie, json: {}, headers })
}

export type Ended = { state: string; handedIn: number; twice: number; saves: number; responses: number }

/** How an attempt stands: how often it was handed in, and how many of its scores stand more than once. */
export async function endedOf(attemptId: string): Promise<Ended> {
  const { rows } = await pool().query<Ended>(
    `SELECT a.state,
       (SELECT count(*)::int FROM "Event" e WHERE e.kind = 'attempt.submitted' AND e."subjectId" = a.id) AS "handedIn",
       (SELECT count(*)::int - count(DISTINCT s."itemId")::int FROM "Scoring" s WHERE s."attemptId" = a.id) AS twice,
       (SELECT count(*)::int FROM "ResponseSave" rs WHERE rs."attemptId" = a.id) AS saves,
       (SELECT count(*)::int FROM "Response" r WHERE r."attemptId" = a.id) AS responses
     FROM "Attempt" a WHERE a.id = $1`,
    [attemptId],
  )
  if (!rows[0]) throw new Error(`there is no attempt ${attemptId}`)
  return rows[0]
}

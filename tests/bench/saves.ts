import { fork } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { SAVE_STATEMENT } from "@/lib/quiz/server/save-statement"
import type { Answers } from "./bell"
import type { BenchSchool } from "./bench-school"
import { call } from "./http-client"
import { type Measurement, measure, type Stack } from "./measure"
import { median } from "./percentiles"

const AT_ONCE = 32

export type OpenAttempt = { attemptId: string; cookie: string; tokenHash: Buffer }

/** An open attempt for each student, begun over HTTP. */
export async function openAttempts(port: number, school: BenchSchool): Promise<OpenAttempt[]> {
  const attempts: OpenAttempt[] = []
  for (const { cookie, tokenHash } of school.students) {
    const headers = { "accept-encoding": "identity" }
    const json = { assignmentId: school.assignmentId }
    const reply = await call(port, { method: "POST", path: "/api/attempts", cookie, json, headers })
    if (reply.status !== 200) throw new Error(`start answered ${reply.status}: ${reply.body.slice(0, 200)}`)
    attempts.push({ attemptId: JSON.parse(reply.body).attemptId, cookie, tokenHash })
  }
  return attempts
}

type SaveRun = {
  attempts: readonly OpenAttempt[]
  answers: Answers
  operations: number
  postgres: number
  /** Above every save number of the runs before: a save below one is stale, writes less, and would look fast. */
  from: number
}

/** Not measured: what a process does first is no figure. As many for the floor as for the app: both have to be hot. */
const WARMING = 3_000

/** Floor and app take turns, so that what the machine and the growing tables do meanwhile happens to both. */
const TURNS = 4

/** The n-th save of a run: whose, and with which rising number. */
function nth({ attempts, answers, from }: SaveRun, index: number) {
  const attempt = attempts[index % attempts.length]
  const answer = answers[index % answers.length]
  if (!attempt || !answer) throw new Error("nothing to save")
  return { attempt, response: { ...answer, saveNumber: from + index } }
}

/** One save on its own, through the front server. */
function saveThroughApp(port: number, stack: Stack, run: SaveRun): Promise<Measurement> {
  return measure({
    key: "save",
    name: "one save, front server",
    stack,
    operations: run.operations,
    atOnce: AT_ONCE,
    run: async (index) => {
      const { attempt, response } = nth(run, index)
      const reply = await call(port, {
        method: "PUT",
        path: `/api/attempts/${attempt.attemptId}/responses`,
        cookie: attempt.cookie,
        json: { responses: [response] },
      })
      return { ok: reply.status === 200, bytes: reply.bytes, said: `${reply.status} ${reply.body}` }
    },
  })
}

/** Floor (a): the same statement behind a bare Node server of its own. */
async function startFloor(): Promise<Floor> {
  const port = 20_000 + (process.pid % 20_000)
  const server = fork(path.join(import.meta.dirname, "floor-server.ts"), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, PORT: String(port), FLOOR_STATEMENT: SAVE_STATEMENT },
  })
  await once(server, "message")
  return { port, pid: server.pid ?? 0, stop: () => server.kill() }
}

type Floor = { port: number; pid: number; stop: () => void }

function saveThroughFloor({ port, pid }: Floor, run: SaveRun): Promise<Measurement> {
  return measure({
    key: "floor (a)",
    name: "floor (a): same statement, bare Node",
    stack: { pids: [pid, run.postgres] },
    operations: run.operations,
    atOnce: AT_ONCE,
    run: async (index) => {
      const { attempt, response } = nth(run, index)
      const json = [
        { hex: attempt.tokenHash.toString("hex") },
        attempt.attemptId,
        JSON.stringify([response]),
        null,
      ]
      const reply = await call(port, { method: "POST", path: "/", json })
      return { ok: reply.status === 200, bytes: reply.bytes, said: `${reply.status} ${reply.body}` }
    },
  })
}

/**
 * A save beside the floor: both warmed up alike, then in turns. Resolves to the last turn of each, and to the middle of
 * the turns' ratios of saves per second.
 */
export async function compareWithFloor(port: number, stack: Stack, run: Omit<SaveRun, "from">) {
  const floor = await startFloor()
  let from = 1
  const next = (operations: number): SaveRun => {
    const begins = from
    from += operations
    return { ...run, operations, from: begins }
  }
  try {
    await saveThroughFloor(floor, next(WARMING))
    await saveThroughApp(port, stack, next(WARMING))
    const ratios: number[] = []
    let last: Measurement[] = []
    for (let turn = 0; turn < TURNS; turn += 1) {
      const bare = await saveThroughFloor(floor, next(run.operations))
      const whole = await saveThroughApp(port, stack, next(run.operations))
      ratios.push(whole.perSecond / bare.perSecond)
      last = [bare, whole]
    }
    return { measurements: last, ratios: ratios.toSorted((a, b) => a - b), ratio: median(ratios) }
  } finally {
    floor.stop()
  }
}

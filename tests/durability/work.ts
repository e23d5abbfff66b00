import { setTimeout as sleep } from "node:timers/promises"
import { newRandomId } from "@/lib/platform/ids"
import type { Answers } from "../bench/bell"
import type { BenchSchool, BenchStudent } from "../bench/bench-school"
import { call, type Reply } from "../bench/http-client"
import { type Ledger, newLedger } from "./ledger"

/** Longer than the server is ever meant to take. In milliseconds. */
const PATIENCE = 240_000
/** The page waits as long as it is told; a test that would wait so long could try little. In milliseconds. */
const LONGEST_WAIT = 250
/** Of one answer. */
const MOST_SAVES = 3

export type WorkOptions = {
  /** Where the app listens just now. */
  port: () => number
  school: BenchSchool
  answers: Answers
  /** A thread to write replies into: its page and its posts. Left out: nobody writes any. */
  thread?: { path: string; postIds: readonly string[] }
}

export type Work = { ledger: Ledger; stop: () => Promise<void> }

type Desk = WorkOptions & { ledger: Ledger; isOver: () => boolean }

/**
 * A class at work without a pause: every student begins an attempt, saves each answer a few times, hands in, writes a
 * reply, and begins anew. As the pages do, each asks again with the same key until it is acknowledged. The assignment
 * must allow attempts without end. A ledger that is handed in is gone on with.
 */
export function startWork(options: WorkOptions, ledger = newLedger(options.school.assignmentId)): Work {
  ledger.works += 1
  let isOver = false
  const desk = { ...options, ledger, isOver: () => isOver }
  const students = options.school.students.map((student) => study(desk, student))
  const stop = async () => {
    isOver = true
    await Promise.all(students)
  }
  return { ledger, stop }
}

async function study(desk: Desk, student: BenchStudent): Promise<void> {
  while (!desk.isOver()) {
    const attemptId = await begin(desk, student)
    if (!attemptId) return
    desk.ledger.begun.add(attemptId)
    const first = desk.ledger.works * MOST_SAVES
    for (const [at, answer] of desk.answers.entries())
      for (let saveNumber = first; saveNumber <= first + (at % MOST_SAVES); saveNumber++)
        if (!(await save(desk, student, { attemptId, saveNumber, ...answer }))) return
    if (!(await handIn(desk, student, attemptId))) return
    if (desk.thread) await reply(desk, student, desk.thread)
  }
}

const PLAIN = { "accept-encoding": "identity" }

function begin(desk: Desk, { cookie }: BenchStudent): Promise<string | null> {
  const json = { assignmentId: desk.school.assignmentId }
  const ask = () => call(desk.port(), { method: "POST", path: "/api/attempts", cookie, json, headers: PLAIN })
  return persist(desk, ask, ({ body }) => (JSON.parse(body) as { attemptId: string }).attemptId)
}

type Answer = { attemptId: string; itemId: string; saveNumber: number; value: unknown }

async function save(desk: Desk, { cookie }: BenchStudent, answer: Answer): Promise<boolean> {
  const { attemptId, itemId, saveNumber } = answer
  const value = variant(answer.value, saveNumber)
  const path = `/api/attempts/${attemptId}/responses`
  const json = { responses: [{ itemId, saveNumber, value }] }
  const ask = () => call(desk.port(), { method: "PUT", path, cookie, json, headers: PLAIN })
  const isSaved = await persist(desk, ask, ({ body }) => {
    const { saved } = JSON.parse(body) as { saved: { itemId: string; saveNumber: number }[] }
    return saved.some((one) => one.itemId === itemId && one.saveNumber === saveNumber) || null
  })
  if (isSaved) desk.ledger.saves.push({ attemptId, itemId, saveNumber, value })
  return isSaved === true
}

// A text can tell one save from the next; a choice is among a few options.
function variant(value: unknown, saveNumber: number): unknown {
  const isText = typeof value === "object" && value !== null && "text" in value
  return isText ? { ...value, text: `answer ${saveNumber}` } : value
}

async function handIn(desk: Desk, { cookie }: BenchStudent, attemptId: string): Promise<boolean> {
  const key = newRandomId()
  const path = `/api/attempts/${attemptId}/submit`
  const headers = { ...PLAIN, "idempotency-key": key }
  const ask = () => call(desk.port(), { method: "POST", path, cookie, headers })
  const isDone = await persist(desk, ask, ({ body }) => body.includes('"state":"submitted"') || null)
  if (isDone) desk.ledger.handedIn.set(attemptId, key)
  return isDone === true
}

async function reply(
  desk: Desk,
  { cookie }: BenchStudent,
  { postIds }: NonNullable<WorkOptions["thread"]>,
): Promise<void> {
  const clientKey = newRandomId()
  const parentId = postIds[Math.floor(Math.random() * postIds.length)]
  const json = {
    clientKey,
    move: "challenge",
    body: "Which of the two do you mean?",
    sentenceIds: [],
  }
  desk.ledger.sent.add(clientKey)
  const path = `/api/posts/${parentId}/replies`
  const ask = () => call(desk.port(), { method: "POST", path, cookie, json, headers: PLAIN })
  const publicId = await persist(desk, ask, ({ body }) => (JSON.parse(body) as { id: string }).id)
  if (publicId) desk.ledger.replies.set(clientKey, publicId)
}

/** Asks until it is acknowledged: what `read` makes of that answer. Null where work is over before. */
async function persist<T>(
  { ledger, isOver }: Desk,
  ask: () => Promise<Reply>,
  read: (reply: Reply) => T | null,
): Promise<T | null> {
  for (;;) {
    const answer = await within(ask())
    const value = answer?.status === 200 ? read(answer) : null
    if (value !== null) return value
    if (answer && asksToComeAgain(answer)) ledger.later += 1
    else if (answer) ledger.wrong.push(`${answer.status} ${answer.body.slice(0, 300)}`)
    if (isOver()) return null
    await sleep(LONGEST_WAIT * (0.2 + Math.random() * 0.8))
  }
}

const asksToComeAgain = ({ status, headers }: Reply): boolean =>
  (status === 503 || status === 429) && Number(headers["retry-after"]) > 0

/** Null where the line broke; an answer of status 0 where none came. */
async function within(asked: Promise<Reply>): Promise<Reply | null> {
  const stop = new AbortController()
  const silence = sleep(
    PATIENCE,
    { status: 0, body: "no answer in four minutes", bytes: 0, headers: {} },
    stop,
  )
  try {
    return await Promise.race([asked, silence])
  } catch {
    return null
  } finally {
    stop.abort()
  }
}

import { randomInt } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { database, pool } from "@/lib/platform/database"
import { decideSave, type KeptAnswer } from "@/lib/quiz/decide-save"
import { saveResponses } from "@/lib/quiz/server/save-responses"
import { recordTried, tries } from "@/tests/assurance/record"
import { useTestDatabase } from "@/tests/support/database"
import { makeQuiz, type Quiz, startQuiz } from "@/tests/support/factories-quiz"

useTestDatabase()

/** Each history is up to 8 saves of up to 3 answers on an empty attempt. */
const HISTORIES = tries(400, 100_000)
const START = new Date("2026-03-02T09:00:00Z")
const MINUTE = 60_000

let quiz: Quiz
let sitting: Awaited<ReturnType<typeof startQuiz>>
beforeAll(async () => {
  quiz = await makeQuiz({
    opensAt: new Date("2026-03-01T00:00:00Z"),
    dueAt: new Date("2026-03-03T00:00:00Z"),
    closesAt: new Date("2026-03-04T00:00:00Z"),
    timeLimitMinutes: 30,
  })
  sitting = await startQuiz(quiz, quiz.students[0].id, START)
  // Many histories take longer than a session of the tests.
  await database().session.updateMany({ data: { expiresAt: new Date(Date.now() + 24 * 60 * MINUTE) } })
})

type Logged = { itemId: string; saveNumber: number; value: unknown; late: boolean; conflict: boolean }

/** What the pure rule makes of a history: the answers that count, the log, and the answer to each request. */
class Oracle {
  kept = new Map<string, KeptAnswer>()
  log: Logged[] = []
  handedIn = false
  closed = false

  constructor(private readonly graceMinutes: number) {}

  save(itemId: string, saveNumber: number, value: unknown, now: Date) {
    const late = this.closed || now.getTime() > START.getTime() + (30 + this.graceMinutes) * MINUTE
    const kept = this.kept.get(itemId) ?? null
    const decision = decideSave({ itemId, saveNumber, value }, kept, { handedIn: this.handedIn, late, now })
    if (decision.outcome === "saved") this.kept.set(itemId, { saveNumber, value, savedAt: now })
    if (["saved", "conflict", "late"].includes(decision.outcome))
      this.append({ itemId, saveNumber, value, late, conflict: decision.outcome === "conflict" })
    return decision
  }

  private append(entry: Logged) {
    const same = (one: Logged) =>
      one.itemId === entry.itemId &&
      one.saveNumber === entry.saveNumber &&
      JSON.stringify(one.value) === JSON.stringify(entry.value)
    if (!this.log.some(same)) this.log.push(entry)
  }
}

const values = ["a", "b", ""].map((text) => ({ text }))
const pick = <T>(list: readonly T[]): T => list[randomInt(list.length)] as T

/** Drives one random history through statement and rule, and compares every answer and what stands at the end. */
async function runHistory() {
  const { attemptId, tokenHash } = sitting
  const graceMinutes = pick([0, 5])
  await empty(attemptId, graceMinutes)
  const short = quiz.items[1]?.itemId ?? ""
  const single = quiz.items[0]?.itemId ?? ""
  const oracle = new Oracle(graceMinutes)
  let minute = 0
  for (let step = randomInt(2, 9); step > 0; step--) {
    minute += randomInt(0, 9)
    const at = new Date(START.getTime() + minute * MINUTE)
    if (randomInt(12) === 0 && !oracle.handedIn && !oracle.closed)
      await close(attemptId, oracle, pick(["student", "deadline"] as const))
    const responses = Array.from({ length: randomInt(1, 4) }, () => {
      const itemId = pick([short, short, single])
      return { itemId, saveNumber: randomInt(1, 5), value: itemId === short ? pick(values) : null }
    })
    const answer = await saveResponses({ tokenHash, attemptId, responses, at })
    compareAnswer(answer, responses, oracle, at)
  }
  await compareState(attemptId, oracle)
}

/** The attempt as it was when it began, with minutes in which answers may still arrive after its end. */
async function empty(attemptId: string, graceMinutes: number) {
  await pool().query({
    name: "oracle-empty",
    text: `WITH answers AS (DELETE FROM "Response" WHERE "attemptId" = $1),
        log AS (DELETE FROM "ResponseSave" WHERE "attemptId" = $1)
      UPDATE "Attempt" SET state = 'open', "endedBy" = NULL, "graceMinutes" = $2 WHERE id = $1`,
    values: [attemptId, graceMinutes],
  })
}

async function close(attemptId: string, oracle: Oracle, endedBy: "student" | "deadline") {
  await database().attempt.update({ where: { id: attemptId }, data: { state: "submitted", endedBy } })
  if (endedBy === "student") oracle.handedIn = true
  else oracle.closed = true
}

function compareAnswer(
  answer: Awaited<ReturnType<typeof saveResponses>>,
  responses: { itemId: string; saveNumber: number; value: unknown }[],
  oracle: Oracle,
  at: Date,
) {
  if (oracle.handedIn) {
    expect(answer).toMatchObject({ ok: false, refusal: { kind: "conflict" } })
    return
  }
  if (!answer.ok) throw new Error(answer.refusal.code)
  const saved: unknown[] = []
  const conflicts: unknown[] = []
  for (const { itemId, saveNumber, value } of responses) {
    const decision = oracle.save(itemId, saveNumber, value, at)
    if (decision.outcome === "conflict" || decision.outcome === "stale")
      conflicts.push({ itemId, saveNumber: decision.kept.saveNumber, value: decision.kept.value })
    else if (decision.outcome === "late") saved.push({ itemId, saveNumber })
    else if (decision.outcome !== "refused")
      saved.push({ itemId, saveNumber, savedAt: decision.savedAt.toISOString() })
  }
  // A late save that repeats one is answered with the time of the first, which the rule does not know.
  const shown = (list: readonly unknown[]) => sorted(answer.value.late ? list.map(withoutTime) : list)
  expect(sorted(answer.value.conflicts)).toEqual(sorted(conflicts))
  expect(shown(answer.value.saved)).toEqual(shown(saved))
}

function withoutTime(saved: unknown) {
  const { itemId, saveNumber } = saved as { itemId: string; saveNumber: number }
  return { itemId, saveNumber }
}
const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort()

async function compareState(attemptId: string, oracle: Oracle) {
  const { rows } = await pool().query<Standing>({ name: "oracle-state", text: STATE, values: [attemptId] })
  const { kept, log } = rows[0] ?? { kept: [], log: [] }
  expect(
    new Map(
      kept.map(({ itemId, saveNumber, value, savedAt }) => [
        itemId,
        { saveNumber, value, savedAt: new Date(savedAt) },
      ]),
    ),
  ).toEqual(oracle.kept)
  expect(sorted(log)).toEqual(sorted(oracle.log))
}

type Standing = {
  kept: { itemId: string; saveNumber: number; value: unknown; savedAt: number }[]
  log: Logged[]
}

/** One trip, for there are many histories. */
const STATE = `SELECT
  (SELECT coalesce(json_agg(json_build_object('itemId', "itemId", 'saveNumber', "saveNumber", 'value', value,
    'savedAt', extract(epoch FROM "savedAt") * 1000)), '[]') FROM "Response" WHERE "attemptId" = $1) AS kept,
  (SELECT coalesce(json_agg(json_build_object('itemId', "itemId", 'saveNumber', "saveNumber", 'value', value,
    'late', late, 'conflict', conflict) ORDER BY id), '[]') FROM "ResponseSave" WHERE "attemptId" = $1) AS log`

describe("the statement that saves", () => {
  it(`does what decideSave says, on ${HISTORIES} random histories`, {
    timeout: 20_000 + HISTORIES * 100,
  }, async () => {
    let agreed = 0
    try {
      for (; agreed < HISTORIES; agreed++) await runHistory()
    } finally {
      const lost = agreed < HISTORIES ? 1 : 0
      recordTried({ promise: "saves-follow-the-rule", tried: agreed + lost, of: "random histories", lost })
    }
  })
})

import "../../support/next-in-process"
import fc from "fast-check"
import { describe, expect, it, vi } from "vitest"
import { saveResponsesRoute, startAttemptRoute, submitAttemptRoute } from "@/app/api/attempts/attempt-routes"
import { ownTerms } from "@/lib/lesson/own-terms"
import { extendStudent } from "@/lib/lesson/server/extend-student"
import { releaseResults } from "@/lib/lesson/server/release-results"
import { startPractice } from "@/lib/lesson/server/start-practice"
import { database } from "@/lib/platform/database"
import { reopenAttempt } from "@/lib/quiz/server/reopen-attempt"
import { recordTried, tries } from "../../assurance/record"
import { useTestDatabase } from "../../support/database"
import { viewerFor } from "../../support/factories"
import { firstKey, makeQuiz, optionIds, type Quiz } from "../../support/factories-quiz"
import { finishQuiz } from "../../support/factories-results"
import { signedIn } from "../../support/front-server"
import { practicePage, resultsPage } from "../../support/student-pages"

useTestDatabase()

const WALKS = tries(6, 150)
vi.setConfig({ testTimeout: 60_000 + WALKS * 20_000 })

const policies = ["on_submit", "after_due", "after_close", "by_teacher"] as const

const step = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: "start" } as const) },
  { weight: 4, arbitrary: fc.constant({ kind: "save" } as const) },
  { weight: 4, arbitrary: fc.constant({ kind: "submit" } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: "release" } as const) },
  { weight: 2, arbitrary: fc.constant({ kind: "reopen" } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: "extend" } as const) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("policy" as const), to: fc.constantFrom(...policies) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("attempts" as const), to: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("wait" as const),
      minutes: fc.constantFrom(1, 12, 31, 60, 120),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const walk = fc.record({
  releasePolicy: fc.constantFrom(...policies),
  attemptsAllowed: fc.integer({ min: 1, max: 3 }),
  timeLimitMinutes: fc.constantFrom(null, 20),
  graceMinutes: fc.constantFrom(0, 5),
  steps: fc.array(step, { minLength: 12, maxLength: 22, size: "max" }),
})

const MINUTE = 60_000
const site = { host: "school.test", origin: "http://school.test" }

/** A student's quiz, and what can be done with it now. */
async function sit(quiz: Quiz) {
  const { cookie } = await signedIn(quiz.students[0])
  const teacher = await viewerFor(quiz.teacher)
  const { id: assignmentId } = quiz.assignment
  const enrolmentId = quiz.enrolments[0].id
  let saved = 0
  const newest = () =>
    database().attempt.findFirst({ where: { assignmentId, enrolmentId }, orderBy: { number: "desc" } })
  const ask = (method: string, body?: unknown) => {
    saved += 1
    const headers = { ...site, cookie, "idempotency-key": `the key of press ${saved}` }
    return new Request("http://school.test/", { method, headers, body: JSON.stringify(body) })
  }
  const start = () => startAttemptRoute(ask("POST", { assignmentId }), {})
  const save = async () => {
    const [item] = quiz.items
    const value = { option: item ? optionIds(item)[1] : null }
    const request = ask("PUT", { responses: [{ itemId: item?.itemId, saveNumber: saved + 1, value }] })
    return saveResponsesRoute(request, { attemptId: (await newest())?.id ?? assignmentId })
  }
  const at = () => new Date()
  const doing: Record<Exclude<Step["kind"], "wait" | "policy" | "attempts">, () => Promise<unknown>> = {
    start,
    save,
    submit: async () => submitAttemptRoute(ask("POST"), { attemptId: (await newest())?.id ?? assignmentId }),
    release: () => releaseResults(teacher, { assignmentId }, at()),
    reopen: async () =>
      reopenAttempt(teacher, {
        attemptId: (await newest())?.id ?? assignmentId,
        minutes: 10,
        now: at(),
        ownTerms,
      }),
    extend: () => {
      const dates = { dueAt: null, closesAt: null, extraMinutes: 15, excused: false }
      return extendStudent(teacher, { assignmentId, enrolmentId, ...dates, reason: "Was ill." })
    },
  }
  const change = (data: object) => database().assignment.update({ where: { id: assignmentId }, data })
  return { cookie, assignmentId, start, save, doing, change }
}

type Sat = Awaited<ReturnType<typeof sit>>

async function take({ doing, change }: Sat, one: Step): Promise<void> {
  if (one.kind === "wait") vi.setSystemTime(Date.now() + one.minutes * MINUTE)
  else if (one.kind === "policy") await change({ releasePolicy: one.to })
  else if (one.kind === "attempts") await change({ attemptsAllowed: one.to })
  else await doing[one.kind]()
}

/** What the results page shows holds the key. */
const isRevealed = async ({ cookie, assignmentId }: Sat): Promise<boolean> =>
  (await resultsPage(cookie, assignmentId)).includes(firstKey.words)

/** An answer is taken as one in time, or another attempt begins. */
async function canAnswer({ save, start }: Sat): Promise<boolean> {
  const kept = await save()
  if (kept.ok && !((await kept.json()) as { late: boolean }).late) return true
  return (await start()).ok
}

/** One walk through the states of a quiz: how many were looked at, how many showed the key, in how many of those could be answered. */
async function walkOnce(seed: number) {
  const [drawn] = fc.sample(walk, { seed, numRuns: 1 })
  if (!drawn) throw new Error("Nothing was drawn")
  const { steps, ...policy } = drawn
  const began = Date.now()
  const dates = {
    opensAt: new Date(began - MINUTE),
    dueAt: new Date(began + 90 * MINUTE),
    closesAt: new Date(began + 200 * MINUTE),
  }
  vi.useFakeTimers({ toFake: ["Date"], now: began })
  try {
    const sat = await sit(await makeQuiz({ ...dates, ...policy }))
    const seen = { states: 0, revealed: 0, broken: [] as string[] }
    for (const one of steps) {
      await take(sat, one)
      seen.states += 1
      if (!(await isRevealed(sat))) continue
      seen.revealed += 1
      if (await canAnswer(sat)) seen.broken.push(`seed ${seed}, after ${seen.states} steps`)
    }
    return seen
  } finally {
    vi.useRealTimers()
  }
}

describe("a quiz whose results are shown", () => {
  it("can be answered in no state that chance finds", async () => {
    const found: Awaited<ReturnType<typeof walkOnce>>[] = []
    for (let seed = 1; seed <= WALKS; seed += 1) found.push(await walkOnce(seed))
    const sum = (of: (one: (typeof found)[number]) => number) =>
      found.reduce((total, one) => total + of(one), 0)
    const broken = found.flatMap((one) => one.broken)
    recordTried({
      promise: "reveal-ends-answering",
      tried: sum(({ states }) => states),
      of: "states of a quiz",
      lost: broken.length,
    })
    expect(broken).toEqual([])
    // Both kinds of states were reached.
    expect(sum(({ revealed }) => revealed)).toBeGreaterThan(WALKS)
    expect(sum(({ states, revealed }) => states - revealed)).toBeGreaterThan(WALKS)
  })
})

describe("a practice after the results", () => {
  it("shows nothing of the quiz any more once results are held back again", async () => {
    const quiz = await makeQuiz()
    const [student] = quiz.students
    const assignmentId = quiz.assignment.id
    await finishQuiz(quiz, student.id, {})
    const asked = { assignmentId, kind: "retry" } as const
    const begun = await startPractice(await viewerFor(student), asked, new Date())
    if (!begun.ok) throw new Error(begun.refusal.code)
    const { cookie } = await signedIn(student)
    const look = () => practicePage(cookie, { assignmentId, rehearsalId: begun.value.rehearsalId })
    expect(await look()).not.toContain("NEXT_REDIRECT")
    const held = { releasePolicy: "by_teacher" } as const
    await database().assignment.update({ where: { id: assignmentId }, data: held })
    expect(await look()).toMatch(new RegExp(`^NEXT_REDIRECT;.*/a/${assignmentId}/results`))
  })
})

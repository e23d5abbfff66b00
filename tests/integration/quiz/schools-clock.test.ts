import { expect, it } from "vitest"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { closeOverdueAttempts } from "@/lib/quiz/server/close-overdue-attempts"
import { saveResponses } from "@/lib/quiz/server/save-responses"
import { submitAttempt } from "@/lib/quiz/server/submit-attempt"
import { recordTried, tries } from "@/tests/assurance/record"
import { useTestDatabase } from "@/tests/support/database"
import { cookieOf, makeQuiz, type Quiz, startQuiz } from "@/tests/support/factories-quiz"
import { useFrontServer } from "@/tests/support/front-server"

useTestDatabase()
const server = useFrontServer()

const TIMES = tries(3, 200)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const promise = "the-schools-clock-decides"
const timeout = 60_000 + TIMES * 5_000

const answerTo = (quiz: Quiz, saveNumber: number) => ({
  itemId: quiz.items[1]?.itemId ?? "",
  saveNumber,
  value: { text: "silence" },
})

it("counts the last millisecond of the time and of the grace, and not the one after", {
  timeout,
}, async () => {
  const quiz = await makeQuiz({
    timeLimitMinutes: 30,
    graceMinutes: 2,
    attemptsAllowed: 10_000,
    releasePolicy: "by_teacher",
  })
  let wrong = 0
  const check = (holds: boolean) => {
    if (!holds) wrong += 1
  }
  for (let time = 0; time < TIMES; time++) {
    const started = new Date(Date.now() - 31 * MINUTE - time)
    const { attemptId, tokenHash } = await startQuiz(quiz, quiz.students[0].id, started)
    const after = (milliseconds: number) => new Date(started.getTime() + 30 * MINUTE + milliseconds)
    const save = async (saveNumber: number, at: Date) => {
      const saved = await saveResponses({ tokenHash, attemptId, responses: [answerTo(quiz, saveNumber)], at })
      return saved.ok && saved.value.late ? "late" : "counts"
    }
    check((await save(1, after(2 * MINUTE))) === "counts")
    check((await save(2, after(2 * MINUTE + 1))) === "late")
    check((await closeOverdueAttempts(after(2 * MINUTE))) === 0)
    const isLast = time % 2 === 0
    const now = after(isLast ? 0 : 1)
    const handed = await submitAttempt({ tokenHash, attemptId, submitKey: newRandomId(), now })
    check(handed.ok && handed.value.endedBy === (isLast ? "student" : "deadline"))
    check(handed.ok && handed.value.submittedAt === after(0).toISOString())
  }
  recordTried({ promise, tried: TIMES * 5, of: "acts in the last millisecond or the one after", lost: wrong })
  expect(wrong).toBe(0)
})

it("asks no device for the time", { timeout }, async () => {
  const quiz = await makeQuiz({ timeLimitMinutes: 30, attemptsAllowed: 10_000, releasePolicy: "by_teacher" })
  let wrong = 0
  for (let time = 0; time < TIMES; time++) {
    const { attemptId, token } = await startQuiz(quiz, quiz.students[1].id)
    const theirs = new Date(Date.now() + (time % 2 === 0 ? DAY : -DAY))
    const send = async (method: string, path: string, body?: unknown) =>
      (
        await fetch(`${server.base()}/api/attempts/${attemptId}/${path}`, {
          method,
          headers: {
            cookie: await cookieOf(token),
            origin: server.base(),
            date: theirs.toUTCString(),
            "content-type": "application/json",
            "idempotency-key": newRandomId(),
          },
          body: JSON.stringify(body),
        })
      ).status
    const before = Date.now()
    const response = { ...answerTo(quiz, 1), givenAt: theirs.toISOString(), savedAt: theirs.toISOString() }
    await send("PUT", "responses", { responses: [response] })
    const saved = await send("PUT", "responses", { responses: [answerTo(quiz, 1)] })
    const submitted = await send("POST", "submit")
    const attempt = await database().attempt.findUniqueOrThrow({
      where: { id: attemptId },
      include: { responses: true },
    })
    const times = [attempt.startedAt, attempt.submittedAt, attempt.responses[0]?.savedAt].map(
      (at) => at?.getTime() ?? 0,
    )
    const isOurs = times.every((at) => at > before - 10 * MINUTE && at < Date.now() + 10 * MINUTE)
    if (saved !== 200 || submitted !== 200 || !isOurs || attempt.endedBy !== "student") wrong += 1
  }
  recordTried({ promise, tried: TIMES, of: "sittings with a device a day off", lost: wrong })
  expect(wrong).toBe(0)
})

import { describe, expect, it } from "vitest"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { closeOverdueAttempts } from "@/lib/quiz/server/close-overdue-attempts"
import { loadSitting } from "@/lib/quiz/server/load-sitting"
import { saveResponses } from "@/lib/quiz/server/save-responses"
import { submitAttempt } from "@/lib/quiz/server/submit-attempt"
import { recordTried, tries } from "@/tests/assurance/record"
import { useTestDatabase } from "@/tests/support/database"
import { makeQuiz, optionIds, type Quiz, startQuiz } from "@/tests/support/factories-quiz"

useTestDatabase()

/** Rounds of fifty at once. */
const ROUNDS = tries(5, 1_000)

const idAt = (quiz: Quiz, at: number): string => quiz.items[at]?.itemId ?? ""
const optionAt = (quiz: Quiz, item: number, option: number): string =>
  optionIds(quiz.items[item] as Quiz["items"][number])[option] ?? ""

/** Right in the choice, right in words, right answer with the wrong sentence, and a view. */
const goodAnswers = (quiz: Quiz) => [
  { itemId: idAt(quiz, 0), saveNumber: 1, value: { option: optionAt(quiz, 0, 0) } },
  { itemId: idAt(quiz, 1), saveNumber: 1, value: { text: " Silence. " } },
  {
    itemId: idAt(quiz, 2),
    saveNumber: 1,
    value: { option: optionAt(quiz, 2, 0), sentences: [quiz.sentenceIds[0] ?? ""] },
  },
  { itemId: idAt(quiz, 3), saveNumber: 1, value: { option: optionAt(quiz, 3, 1) } },
]

const scoringsOf = async (attemptId: string, quiz: Quiz) => {
  const rows = await database().scoring.findMany({ where: { attemptId } })
  return Object.fromEntries(
    rows.map(({ itemId, numerator, denominator, finding }) => [
      quiz.items.findIndex((item) => item.itemId === itemId),
      { score: `${numerator}/${denominator}`, finding },
    ]),
  )
}

describe("submitting", () => {
  it("scores once, exactly, and tells right answer with wrong evidence apart; a view is never scored", async () => {
    const quiz = await makeQuiz()
    const { attemptId, tokenHash } = await startQuiz(quiz, quiz.students[0].id)
    await saveResponses({ tokenHash, attemptId, responses: goodAnswers(quiz) })
    const done = await submitAttempt({ tokenHash, attemptId, submitKey: newRandomId(), now: new Date() })
    expect(done).toMatchObject({ ok: true, value: { state: "submitted", endedBy: "student" } })
    expect(await scoringsOf(attemptId, quiz)).toEqual({
      0: { score: "1/1", finding: { answer: true } },
      1: { score: "1/1", finding: { answer: true } },
      2: { score: "1/3", finding: { answer: true, evidence: false } },
    })
  })

  it("leaves what was not answered without a score: unanswered is never a zero", async () => {
    const quiz = await makeQuiz()
    const { attemptId, tokenHash } = await startQuiz(quiz, quiz.students[0].id)
    const responses = [
      { itemId: idAt(quiz, 0), saveNumber: 1, value: null },
      { itemId: idAt(quiz, 1), saveNumber: 1, value: { text: "  " } },
    ]
    await saveResponses({ tokenHash, attemptId, responses })
    await submitAttempt({ tokenHash, attemptId, submitKey: newRandomId(), now: new Date() })
    expect(await database().scoring.count({ where: { attemptId } })).toBe(0)
  })

  it(`makes one scored attempt of 50 submissions at once, ${ROUNDS} times`, {
    timeout: 20_000 + ROUNDS * 5_000,
  }, async () => {
    const quiz = await makeQuiz({ attemptsAllowed: 100_000, releasePolicy: "by_teacher" })
    let twice = 0
    for (let round = 0; round < ROUNDS; round++) {
      const { attemptId, tokenHash } = await startQuiz(quiz, quiz.students[0].id)
      await saveResponses({ tokenHash, attemptId, responses: goodAnswers(quiz) })
      const answers = await Promise.all(
        Array.from({ length: 50 }, () =>
          submitAttempt({ tokenHash, attemptId, submitKey: newRandomId(), now: new Date() }),
        ),
      )
      const told = new Set(answers.map((answer) => JSON.stringify(answer))).size
      const scorings = await database().scoring.count({ where: { attemptId } })
      const events = await database().event.count({
        where: { kind: "attempt.submitted", subjectId: attemptId },
      })
      if (told !== 1 || scorings !== 3 || events !== 1) twice += 1
    }
    recordTried({ promise: "one-attempt-handed-in", tried: ROUNDS, of: "times 50 at once", lost: twice })
    expect(twice).toBe(0)
  })

  it("loses no save that was acknowledged while others submit", {
    timeout: 20_000 + ROUNDS * 5_000,
  }, async () => {
    const quiz = await makeQuiz({ attemptsAllowed: 100_000, releasePolicy: "by_teacher" })
    for (let round = 0; round < ROUNDS; round++) {
      const { attemptId, tokenHash } = await startQuiz(quiz, quiz.students[0].id)
      const saves = Array.from({ length: 10 }, (_, at) =>
        saveResponses({
          tokenHash,
          attemptId,
          responses: [{ itemId: idAt(quiz, 1), saveNumber: at + 1, value: { text: `${at + 1}` } }],
        }),
      )
      const submitted = submitAttempt({ tokenHash, attemptId, submitKey: newRandomId(), now: new Date() })
      const outcomes = await Promise.all(saves)
      await submitted
      const acknowledged = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value.saved : []))
      const greatest = Math.max(0, ...acknowledged.map(({ saveNumber }) => saveNumber))
      const kept = await database().response.findFirst({ where: { attemptId } })
      expect(kept?.saveNumber ?? 0).toBe(greatest)
      const scored = await database().scoring.findFirst({ where: { attemptId } })
      expect(scored?.saveNumber ?? 0).toBe(greatest)
    }
  })

  it("asks for an idempotency key", async () => {
    const quiz = await makeQuiz()
    const { attemptId, tokenHash } = await startQuiz(quiz, quiz.students[0].id)
    for (const submitKey of [null, "", "short"])
      expect(await submitAttempt({ tokenHash, attemptId, submitKey, now: new Date() })).toMatchObject({
        ok: false,
        refusal: { kind: "invalid", code: "quiz.noIdempotencyKey" },
      })
  })
})

describe("closing by itself", () => {
  const MINUTE = 60_000

  async function overdueAttempt() {
    const quiz = await makeQuiz({ timeLimitMinutes: 30 })
    const started = new Date(Date.now() - 31 * MINUTE)
    const { attemptId, tokenHash } = await startQuiz(quiz, quiz.students[0].id, started)
    const at = new Date(started.getTime() + 29 * MINUTE)
    await saveResponses({ tokenHash, attemptId, responses: goodAnswers(quiz), at })
    return { quiz, attemptId, tokenHash, deadlineAt: new Date(started.getTime() + 30 * MINUTE) }
  }

  it("happens with the browser closed, at the student's own deadline, with what was saved", async () => {
    const { quiz, attemptId, deadlineAt } = await overdueAttempt()
    await Promise.all([1, 2, 3].map(() => closeOverdueAttempts(new Date())))
    const attempt = await database().attempt.findUniqueOrThrow({ where: { id: attemptId } })
    expect(attempt).toMatchObject({ state: "submitted", endedBy: "deadline", submittedAt: deadlineAt })
    expect(Object.keys(await scoringsOf(attemptId, quiz))).toEqual(["0", "1", "2"])
  })

  it("happens on any read before the sweep comes, and once", async () => {
    const { quiz, attemptId } = await overdueAttempt()
    const [enrolment] = quiz.enrolments
    const read = () => loadSitting(quiz.assignment.id, enrolment.id, new Date())
    const [one, other] = await Promise.all([read(), read(), closeOverdueAttempts(new Date())])
    expect([one, other]).toEqual([null, null])
    expect(await database().scoring.count({ where: { attemptId } })).toBe(3)
  })

  it("happens when a submission comes too late, and says so", async () => {
    const { attemptId, tokenHash, deadlineAt } = await overdueAttempt()
    const answer = await submitAttempt({ tokenHash, attemptId, submitKey: newRandomId(), now: new Date() })
    expect(answer).toMatchObject({
      ok: true,
      value: { endedBy: "deadline", submittedAt: deadlineAt.toISOString() },
    })
  })

  it("does not happen a millisecond early, at the deadline itself", async () => {
    const { attemptId, deadlineAt } = await overdueAttempt()
    expect(await closeOverdueAttempts(deadlineAt)).toBe(0)
    expect(await closeOverdueAttempts(new Date(deadlineAt.getTime() + 1))).toBe(1)
    expect(await database().attempt.findUnique({ where: { id: attemptId } })).toMatchObject({
      state: "submitted",
    })
  })

  it("waits for what is on its way, where the assignment grants it: what arrives counts, as of the deadline", async () => {
    const quiz = await makeQuiz({ timeLimitMinutes: 30, graceMinutes: 2 })
    const started = new Date(Date.now() - 31 * MINUTE)
    const { attemptId, tokenHash } = await startQuiz(quiz, quiz.students[0].id, started)
    const deadlineAt = new Date(started.getTime() + 30 * MINUTE)
    const at = (minutes: number, more = 0) => new Date(deadlineAt.getTime() + minutes * MINUTE + more)
    const save = (saveNumber: number, when: Date) =>
      saveResponses({
        tokenHash,
        attemptId,
        responses: [{ itemId: idAt(quiz, 1), saveNumber, value: { text: "Silence" } }],
        at: when,
      })
    expect(await closeOverdueAttempts(at(1))).toBe(0)
    expect(await loadSitting(quiz.assignment.id, quiz.enrolments[0].id, at(1))).toMatchObject({
      deadlineAt,
      graceMinutes: 2,
    })
    expect(await save(1, at(2))).toMatchObject({
      ok: true,
      value: { late: false, saved: [{ saveNumber: 1 }] },
    })
    expect(await save(2, at(2, 1))).toMatchObject({ ok: true, value: { late: true } })
    expect(await closeOverdueAttempts(at(2))).toBe(0)
    expect(await closeOverdueAttempts(at(2, 1))).toBe(1)
    const attempt = await database().attempt.findUniqueOrThrow({ where: { id: attemptId } })
    expect(attempt).toMatchObject({ state: "submitted", endedBy: "deadline", submittedAt: deadlineAt })
    expect(await scoringsOf(attemptId, quiz)).toMatchObject({ 1: { score: "1/1" } })
  })

  it("ends in the grace for whoever hands in then, with the deadline as its time", async () => {
    const quiz = await makeQuiz({ timeLimitMinutes: 30, graceMinutes: 2 })
    const started = new Date(Date.now() - 31 * MINUTE)
    const { attemptId, tokenHash } = await startQuiz(quiz, quiz.students[0].id, started)
    expect(
      await submitAttempt({ tokenHash, attemptId, submitKey: newRandomId(), now: new Date() }),
    ).toMatchObject({
      value: { endedBy: "deadline", submittedAt: new Date(started.getTime() + 30 * MINUTE).toISOString() },
    })
  })

  it("takes saves after it apart", async () => {
    const { quiz, attemptId, tokenHash } = await overdueAttempt()
    await closeOverdueAttempts(new Date())
    const responses = [{ itemId: idAt(quiz, 1), saveNumber: 2, value: { text: "later" } }]
    expect(await saveResponses({ tokenHash, attemptId, responses })).toMatchObject({
      ok: true,
      value: { late: true, saved: [{ saveNumber: 2 }] },
    })
    expect(
      await database().response.findFirst({ where: { attemptId, itemId: idAt(quiz, 1) } }),
    ).toMatchObject({
      saveNumber: 1,
    })
  })
})

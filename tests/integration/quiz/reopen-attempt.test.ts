import { describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { ownTerms } from "@/lib/lesson/own-terms"
import { extendStudent } from "@/lib/lesson/server/extend-student"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { decideRelease } from "@/lib/quiz/release"
import { closeOverdueAttempts } from "@/lib/quiz/server/close-overdue-attempts"
import { reopenAttempt } from "@/lib/quiz/server/reopen-attempt"
import { saveResponses } from "@/lib/quiz/server/save-responses"
import { submitAttempt } from "@/lib/quiz/server/submit-attempt"
import { loadResults } from "@/lib/results/server/load-results"
import { useTestDatabase } from "@/tests/support/database"
import { makeUser, makeViewer, viewerFor } from "@/tests/support/factories"
import { makeQuiz, type Quiz, startQuiz } from "@/tests/support/factories-quiz"
import { ownResults } from "@/tests/support/factories-results"

useTestDatabase()

const MINUTE = 60_000

/** An attempt handed in with a wrong answer, its results held back. */
async function handedIn(overrides: Parameters<typeof makeQuiz>[0] = {}) {
  const quiz = await makeQuiz({ releasePolicy: "by_teacher", timeLimitMinutes: 30, ...overrides })
  const { attemptId, tokenHash } = await startQuiz(quiz, quiz.students[0].id)
  const itemId = quiz.items[1]?.itemId ?? ""
  const save = (saveNumber: number, text: string) =>
    saveResponses({ tokenHash, attemptId, responses: [{ itemId, saveNumber, value: { text } }] })
  const submit = (now = new Date()) => submitAttempt({ tokenHash, attemptId, submitKey: newRandomId(), now })
  await save(1, "noise")
  await submit()
  return { quiz, attemptId, itemId, save, submit, tokenHash }
}

const reopen = (viewer: Viewer, attemptId: string, minutes = 15, now = new Date()) =>
  reopenAttempt(viewer, { attemptId, minutes, now, ownTerms })

const scoreOf = async (quiz: Quiz) => {
  const results = await loadResults(await viewerFor(quiz.teacher), quiz.assignment.id)
  if (!results.ok) throw new Error(results.refusal.code)
  const { rows } = results.value.grid
  return rows.find(({ student }) => student.enrolmentId === quiz.enrolments[0].id)?.quiz
}

/** How the student sees one question of theirs, after release. */
async function ownVerdict(quiz: Quiz, itemId: string) {
  const facts = {
    policy: "by_teacher" as const,
    releasedAt: new Date(0),
    dueAt: new Date(0),
    closesAt: new Date(0),
    submittedAttempts: 1,
    hasOpenAttempt: false,
    attemptsLeft: 0,
  }
  const decision = decideRelease(facts, new Date())
  if (!decision.released) throw new Error(decision.reason)
  const results = await ownResults(quiz, 0, decision.release)
  const own = results?.items.find(({ item }) => item.itemId === itemId)
  return [own?.verdict, own?.earned]
}

describe("a reopened attempt", () => {
  it("goes on with its answers, and is scored anew beside what stood, as an act of the teacher", async () => {
    const { quiz, attemptId, itemId, save, submit } = await handedIn()
    expect(await save(2, "silence")).toMatchObject({ ok: false, refusal: { code: "quiz.alreadySubmitted" } })
    const now = new Date()
    expect(await reopen(await viewerFor(quiz.teacher), attemptId, 15, now)).toEqual({
      ok: true,
      value: { deadlineAt: new Date(now.getTime() + 15 * MINUTE).toISOString() },
    })
    expect(await scoreOf(quiz)).toMatchObject({ state: "open" })
    expect(await save(2, "silence")).toMatchObject({ ok: true, value: { late: false } })
    expect(await submit()).toMatchObject({ ok: true, value: { endedBy: "student" } })
    expect(await scoreOf(quiz)).toMatchObject({ state: "submitted", score: { numerator: 1, denominator: 1 } })
    const scorings = await database().scoring.findMany({
      where: { attemptId, itemId },
      include: { batch: true },
      orderBy: { id: "asc" },
    })
    expect(
      scorings.map(({ source, numerator, batch }) => [source, numerator, batch?.createdById ?? null]),
    ).toEqual([
      ["automatic", 0, null],
      ["regrade", 1, quiz.teacher.id],
    ])
    expect(await database().event.count({ where: { kind: "attempt.reopened", subjectId: attemptId } })).toBe(
      1,
    )
  })

  it("is not ended by a late repetition of the submission from before", async () => {
    const { quiz, attemptId, submit, tokenHash } = await handedIn()
    const { submitKey } = await database().attempt.findUniqueOrThrow({ where: { id: attemptId } })
    await reopen(await viewerFor(quiz.teacher), attemptId)
    expect(await submitAttempt({ tokenHash, attemptId, submitKey, now: new Date() })).toMatchObject({
      ok: false,
      refusal: { kind: "conflict", code: "quiz.reopenedSince" },
    })
    expect(await scoreOf(quiz)).toMatchObject({ state: "open" })
    expect(await submit()).toMatchObject({ ok: true, value: { endedBy: "student" } })
  })

  it("ends by itself with what was saved, and may be reopened again", async () => {
    const { quiz, attemptId, itemId, save } = await handedIn()
    const teacher = await viewerFor(quiz.teacher)
    for (const [saveNumber, text, count] of [
      [2, "silence", 2],
      [3, "noise", 3],
    ] as const) {
      await reopen(teacher, attemptId, 1)
      await save(saveNumber, text)
      await closeOverdueAttempts(new Date(Date.now() + 2 * MINUTE))
      expect(await database().scoring.count({ where: { attemptId, itemId } })).toBe(count)
    }
    expect(await scoreOf(quiz)).toMatchObject({ state: "submitted", score: { numerator: 0 } })
  })

  it("takes back the score of an answer that the student cleared meanwhile", async () => {
    const { quiz, attemptId, itemId, save, submit } = await handedIn()
    const teacher = await viewerFor(quiz.teacher)
    await reopen(teacher, attemptId)
    await save(2, "silence")
    await submit()
    expect(await scoreOf(quiz)).toMatchObject({ score: { numerator: 1 } })
    await reopen(teacher, attemptId)
    await save(3, "")
    await submit()
    expect(await scoreOf(quiz)).toMatchObject({ state: "submitted", score: { numerator: 0 } })
    const rows = await database().scoring.findMany({ where: { attemptId, itemId }, orderBy: { id: "asc" } })
    expect(rows.map(({ numerator, saveNumber }) => [numerator, saveNumber])).toEqual([
      [0, 1],
      [1, 2],
      [null, 3],
    ])
    expect(await ownVerdict(quiz, itemId)).toEqual(["unanswered", { numerator: 0, denominator: 1 }])
  })

  it("keeps its minutes when other dates are agreed with the student", async () => {
    const { quiz, attemptId } = await handedIn()
    const teacher = await viewerFor(quiz.teacher)
    const now = new Date(Date.now() + 60 * MINUTE)
    await reopen(teacher, attemptId, 15, now)
    const terms = { dueAt: null, closesAt: null, extraMinutes: 5, excused: false, reason: "Was away." }
    const enrolmentId = quiz.enrolments[0].id
    await extendStudent(teacher, { assignmentId: quiz.assignment.id, enrolmentId, ...terms })
    expect(await database().attempt.findUnique({ where: { id: attemptId } })).toMatchObject({
      state: "open",
      deadlineAt: new Date(now.getTime() + 15 * MINUTE),
    })
  })

  it("is reopened once by ten presses at the same time", async () => {
    const { quiz, attemptId } = await handedIn()
    const teacher = await viewerFor(quiz.teacher)
    const decisions = await Promise.all(Array.from({ length: 10 }, () => reopen(teacher, attemptId)))
    expect(decisions.filter(({ ok }) => ok)).toHaveLength(1)
    expect(decisions.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "quiz.openAlready" } })
  })

  it("is refused once the student was shown what was right", async () => {
    const { quiz, attemptId } = await handedIn({ releasePolicy: "on_submit" })
    expect(await reopen(await viewerFor(quiz.teacher), attemptId)).toMatchObject({
      ok: false,
      refusal: { kind: "conflict", code: "quiz.reopenShown" },
    })
  })

  it("is refused after the close, which a teacher moves first", async () => {
    const { quiz, attemptId } = await handedIn()
    const later = new Date(quiz.assignment.closesAt.getTime() + MINUTE)
    expect(await reopen(await viewerFor(quiz.teacher), attemptId, 15, later)).toMatchObject({
      ok: false,
      refusal: { kind: "conflict", code: "quiz.reopenClosed" },
    })
  })

  it("forbidden: nobody but a teacher of the class reopens it", async () => {
    const { quiz, attemptId } = await handedIn()
    const refusalOf = async (viewer: Viewer) => {
      const decision = await reopen(viewer, attemptId)
      return decision.ok ? "reopened" : decision.refusal.kind
    }
    expect(await refusalOf(await viewerFor(quiz.assistant))).toBe("forbidden")
    expect(await refusalOf(await viewerFor(quiz.students[0]))).toBe("forbidden")
    expect(await refusalOf(await makeViewer("teacher"))).toBe("missing")
    expect(await refusalOf(await viewerFor(await makeUser("administrator")))).toBe("missing")
    expect(await database().attempt.findUnique({ where: { id: attemptId } })).toMatchObject({
      state: "submitted",
    })
  })
})

import { describe, expect, it } from "vitest"
import { database } from "@/lib/platform/database"
import { acceptLateSaves } from "@/lib/quiz/server/accept-late-saves"
import { closeOverdueAttempts } from "@/lib/quiz/server/close-overdue-attempts"
import { saveResponses } from "@/lib/quiz/server/save-responses"
import { findNeeds } from "@/lib/results/grid/find-needs"
import { loadResults } from "@/lib/results/server/load-results"
import { useTestDatabase } from "@/tests/support/database"
import { makeUser, makeViewer, viewerFor } from "@/tests/support/factories"
import { makeQuiz, type Quiz, startQuiz } from "@/tests/support/factories-quiz"

useTestDatabase()

const MINUTE = 60_000

/** An attempt that ended by itself with a wrong answer; then the right one came, and two that are older or newer. */
async function lateAttempt() {
  const quiz = await makeQuiz({ timeLimitMinutes: 30 })
  const started = new Date(Date.now() - 31 * MINUTE)
  const { attemptId, tokenHash } = await startQuiz(quiz, quiz.students[0].id, started)
  const itemId = quiz.items[1]?.itemId ?? ""
  const save = (saveNumber: number, text: string, at?: Date) =>
    saveResponses({ tokenHash, attemptId, responses: [{ itemId, saveNumber, value: { text } }], at })
  await save(3, "noise", new Date(started.getTime() + 29 * MINUTE))
  await closeOverdueAttempts(new Date())
  return { quiz, attemptId, itemId, save }
}

const resultsOf = async (quiz: Quiz) => {
  const results = await loadResults(await viewerFor(quiz.teacher), quiz.assignment.id)
  if (!results.ok) throw new Error(results.refusal.code)
  return results.value
}

const earnedBy = async (quiz: Quiz) => {
  const { grid } = await resultsOf(quiz)
  return grid.rows.find((row) => row.student.enrolmentId === quiz.enrolments[0].id)?.quiz.score
}

describe("late answers", () => {
  it("wait, and are said to: in number, with when the last came", async () => {
    const { quiz, save } = await lateAttempt()
    await save(4, "silent")
    await save(5, "silence")
    const { grid, analyses } = await resultsOf(quiz)
    const [row] = grid.rows.filter(({ student }) => student.late)
    expect(row?.student.late).toMatchObject({ answers: 1 })
    expect(row?.student.late?.lastAt.getTime()).toBeGreaterThan(Date.now() - MINUTE)
    const needs = findNeeds({
      openAppeals: [],
      grid,
      analyses,
      now: new Date(),
      waitsForRelease: false,
      promptCount: 0,
      mayGrade: false,
    })
    expect(needs[0]).toMatchObject({ code: "late", count: 1, enrolmentId: quiz.enrolments[0].id })
    expect(await earnedBy(quiz)).toEqual({ numerator: 0, denominator: 1 })
  })

  it("count once a teacher accepts them: the newest of each item, scored beside what stood", async () => {
    const { quiz, attemptId, itemId, save } = await lateAttempt()
    await save(4, "silent")
    await save(5, "silence")
    const teacher = await viewerFor(quiz.teacher)
    expect(await acceptLateSaves(teacher, { attemptId }, new Date())).toEqual({
      ok: true,
      value: { accepted: 1 },
    })
    expect(await earnedBy(quiz)).toEqual({ numerator: 1, denominator: 1 })
    expect((await resultsOf(quiz)).grid.rows.some(({ student }) => student.late)).toBe(false)
    const where = { attemptId, itemId }
    const scorings = await database().scoring.findMany({ where, orderBy: { id: "asc" } })
    expect(scorings.map(({ saveNumber, numerator }) => [saveNumber, numerator])).toEqual([
      [3, 0],
      [5, 1],
    ])
    expect(await database().responseSave.count({ where: { ...where, late: true, acceptedAt: null } })).toBe(0)
    expect(
      await database().event.count({ where: { kind: "attempt.lateAccepted", subjectId: attemptId } }),
    ).toBe(1)
    await save(6, "silence, again")
    expect(await earnedBy(quiz)).toEqual({ numerator: 1, denominator: 1 })
  })

  it("never put an older answer over a newer one", async () => {
    const { quiz, attemptId, itemId, save } = await lateAttempt()
    await save(2, "silence")
    const decision = await acceptLateSaves(await viewerFor(quiz.teacher), { attemptId }, new Date())
    expect(decision).toMatchObject({ ok: false, refusal: { code: "quiz.nothingLate" } })
    expect(await database().response.findFirst({ where: { attemptId, itemId } })).toMatchObject({
      saveNumber: 3,
    })
  })

  it("are accepted once by ten presses at the same time", async () => {
    const { quiz, attemptId, itemId, save } = await lateAttempt()
    await save(4, "silence")
    const teacher = await viewerFor(quiz.teacher)
    const decisions = await Promise.all(
      Array.from({ length: 10 }, () => acceptLateSaves(teacher, { attemptId }, new Date())),
    )
    expect(decisions.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await database().scoring.count({ where: { attemptId, itemId } })).toBe(2)
  })

  it("forbidden: nobody but a teacher of the class accepts them", async () => {
    const { quiz, attemptId, save } = await lateAttempt()
    await save(4, "silence")
    const refusalOf = async (viewer: Awaited<ReturnType<typeof viewerFor>>) => {
      const decision = await acceptLateSaves(viewer, { attemptId }, new Date())
      return decision.ok ? "accepted" : decision.refusal.kind
    }
    expect(await refusalOf(await viewerFor(quiz.assistant))).toBe("forbidden")
    expect(await refusalOf(await viewerFor(quiz.students[0]))).toBe("forbidden")
    expect(await refusalOf(await makeViewer("teacher"))).toBe("missing")
    expect(await refusalOf(await viewerFor(await makeUser("administrator")))).toBe("missing")
    expect(await earnedBy(quiz)).toEqual({ numerator: 0, denominator: 1 })
  })

  it("are refused where the attempt is open still", async () => {
    const quiz = await makeQuiz()
    const { attemptId } = await startQuiz(quiz, quiz.students[0].id)
    const decision = await acceptLateSaves(await viewerFor(quiz.teacher), { attemptId }, new Date())
    expect(decision).toMatchObject({ ok: false, refusal: { kind: "conflict", code: "quiz.stillOpen" } })
  })
})

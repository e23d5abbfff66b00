import { describe, expect, it } from "vitest"
import { makeAppeal } from "@/lib/lesson/server/make-appeal"
import { database } from "@/lib/platform/database"
import type { Assignment } from "@/lib/platform/generated/client"
import { newId } from "@/lib/platform/ids"
import { decideRelease } from "@/lib/quiz/release"
import { answerAppeal } from "@/lib/results/server/answer-appeal"
import { exportResults } from "@/lib/results/server/export-results"
import { loadResults } from "@/lib/results/server/load-results"
import { useTestDatabase } from "@/tests/support/database"
import { viewerFor } from "@/tests/support/factories"
import { makeQuiz, type Quiz } from "@/tests/support/factories-quiz"
import { finishQuiz, optionOf, ownResults } from "@/tests/support/factories-results"

useTestDatabase()

const HOUR = 3_600_000

/** First attempt: the first item right, 1 point of 4. Second: nothing right. The second is a day and an hour late. */
async function twice(options: Partial<Assignment>) {
  const dueAt = new Date(Date.now() - 25 * HOUR)
  const opensAt = new Date(Date.now() - 100 * HOUR)
  const quiz = await makeQuiz({ attemptsAllowed: 2, opensAt, dueAt, releasePolicy: "by_teacher", ...options })
  const [student] = quiz.students
  await finishQuiz(
    quiz,
    student.id,
    { 0: { option: optionOf(quiz, 0, 0) } },
    new Date(Date.now() - 30 * HOUR),
  )
  await finishQuiz(quiz, student.id, { 0: { option: optionOf(quiz, 0, 1) } })
  return quiz
}

async function told(quiz: Quiz) {
  const results = await loadResults(await viewerFor(quiz.teacher), quiz.assignment.id)
  if (!results.ok) throw new Error(results.refusal.code)
  const own = results.value.grid.rows.find(({ student }) => student.enrolmentId === quiz.enrolments[0].id)
  const moment = new Date()
  const facts = { policy: "by_teacher" as const, releasedAt: moment, dueAt: moment, closesAt: moment }
  const decision = decideRelease(
    { ...facts, submittedAttempts: 2, hasOpenAttempt: false, attemptsLeft: 0 },
    moment,
  )
  if (!decision.released) throw new Error(decision.reason)
  const seen = await ownResults(quiz, 0, decision.release)
  return { row: own, results: results.value, seen }
}

describe("which attempt counts", () => {
  it("shows teacher and student the newest, the best or the mean, as the assignment says", async () => {
    const shown = []
    for (const countedAttempt of ["newest", "best", "mean"] as const) {
      const { row, seen } = await told(await twice({ countedAttempt }))
      expect(seen?.counted.earned).toEqual(row?.quiz.score)
      expect(seen?.counted.lines.map(({ earned }) => earned)).toEqual(
        row?.student.attempt?.lines.map(({ earned }) => earned) ?? [],
      )
      shown.push([seen?.counted.shown, row?.quiz.score.numerator, row?.quiz.score.denominator])
    }
    // Where the newest counts alone, the first attempt is not even looked at.
    expect(shown).toEqual([
      [2, 0, 1],
      [1, 1, 1],
      [2, 1, 2],
    ])
  })

  it("counts one attempt of a student in the item analysis, the one that is shown", async () => {
    const { results } = await told(await twice({ countedAttempt: "best" }))
    expect(results.analyses[0]).toMatchObject({ n: 1, right: { count: 1 } })
    expect(results.answers).toHaveLength(1)
  })

  it("takes off what the assignment says for each day begun after the due date, and says so in the file", async () => {
    const quiz = await makeQuiz({
      dueAt: new Date(Date.now() - 25 * HOUR),
      opensAt: new Date(Date.now() - 99 * HOUR),
      latePercentPerDay: 10,
    })
    await finishQuiz(quiz, quiz.students[0].id, { 0: { option: optionOf(quiz, 0, 0) } })
    const { row, seen } = await told(quiz)
    expect(row?.quiz.score).toEqual({ numerator: 4, denominator: 5 })
    expect(seen?.counted).toMatchObject({ latePercent: 20, earned: { numerator: 4, denominator: 5 } })
    // What an item earned stays as it was.
    expect(row?.points[0]).toEqual({ numerator: 1, denominator: 1 })
    const file = await exportResults(await viewerFor(quiz.teacher), {
      assignmentId: quiz.assignment.id,
      table: "students",
    })
    expect(file.ok ? file.value.text : "").toContain(",0.8,4,1,20,")
  })

  it("goes by the student's own due date", async () => {
    const quiz = await makeQuiz({
      dueAt: new Date(Date.now() - HOUR),
      opensAt: new Date(Date.now() - 99 * HOUR),
      latePercentPerDay: 10,
    })
    const own = {
      assignmentId: quiz.assignment.id,
      enrolmentId: quiz.enrolments[0].id,
      dueAt: new Date(Date.now() + HOUR),
    }
    await database().assignmentException.create({ data: own })
    await finishQuiz(quiz, quiz.students[0].id, { 0: { option: optionOf(quiz, 0, 0) } })
    expect((await told(quiz)).row?.quiz.score).toEqual({ numerator: 1, denominator: 1 })
  })
})

describe("an attempt of drawn items", () => {
  it("is out of what it got, and its student left nothing blank that was not given", async () => {
    const quiz = await makeQuiz()
    const { lessonVersionId } = quiz.lesson
    const pool = { id: newId(), lessonVersionId, name: "Why", draw: 1 }
    await database().itemPool.create({ data: pool })
    await database().lessonVersionItem.updateMany({
      where: { lessonVersionId, position: { lte: 2 } },
      data: { poolId: pool.id },
    })
    await finishQuiz(quiz, quiz.students[0].id, {})
    const { row, results, seen } = await told(quiz)
    expect(results.grid.pointsPossible).toBe(3)
    expect(seen).toMatchObject({ possible: 3 })
    expect(seen?.items).toHaveLength(3)
    expect(row?.student.attempt?.itemIds).toHaveLength(3)
    expect(
      results.analyses
        .slice(0, 2)
        .map(({ blank }) => blank.count)
        .sort(),
    ).toEqual([0, 1])
  })
})

describe("an appeal where the best attempt counts", () => {
  it("is of the attempt that is shown, and what it earns counts", async () => {
    const quiz = await twice({ countedAttempt: "best" })
    await database().assignment.update({
      where: { id: quiz.assignment.id },
      data: { releasedAt: new Date() },
    })
    const [student] = quiz.students
    const itemId = quiz.items[0]?.itemId ?? ""
    const place = { assignmentId: quiz.assignment.id, itemId }
    // The first attempt is shown, and its answer to the first item is right; the second one's is not.
    const made = await makeAppeal(
      await viewerFor(student),
      { ...place, reason: "It stands in 3.2." },
      new Date(),
    )
    expect(made).toMatchObject({ ok: true })
    const appeal = await database().appeal.findFirstOrThrow({ where: { itemId } })
    const attempt = await database().attempt.findUniqueOrThrow({ where: { id: appeal.attemptId } })
    expect(attempt.number).toBe(1)
    const answer = { attemptId: appeal.attemptId, answer: "It has all its points.", points: null }
    const declined = { ...place, ...answer, outcome: "declined" as const }
    expect(await answerAppeal(await viewerFor(quiz.teacher), declined, new Date())).toMatchObject({
      ok: true,
      value: { outcome: "saved" },
    })
  })
})

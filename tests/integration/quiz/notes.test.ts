import { beforeAll, describe, expect, it } from "vitest"
import { loadLibrary } from "@/lib/lesson/server/load-library"
import { saveItem } from "@/lib/lesson/server/save-item"
import { visitByToken } from "@/lib/lesson/server/visit-by-token"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { blankItem } from "@/lib/quiz/authored-item"
import type { Release } from "@/lib/quiz/release"
import { loadSitting } from "@/lib/quiz/server/load-sitting"
import { saveResponses } from "@/lib/quiz/server/save-responses"
import { exportResults } from "@/lib/results/server/export-results"
import { loadResults } from "@/lib/results/server/load-results"
import { useTestDatabase } from "@/tests/support/database"
import { makeSession, makeViewer, viewerFor } from "@/tests/support/factories"
import { NOTE } from "@/tests/support/factories-item-types"
import { makeLesson } from "@/tests/support/factories-lesson"
import { firstKey, makeQuiz, type Quiz, quizItems, startQuiz } from "@/tests/support/factories-quiz"
import { finishQuiz, optionOf, ownResults } from "@/tests/support/factories-results"

useTestDatabase()

const RELEASE = { since: null } as Release
const note = () => ({ ...blankItem("note", newRandomId), prompt: NOTE })

let quiz: Quiz
beforeAll(async () => {
  quiz = await makeQuiz({ shuffleOptions: false }, firstKey, (sentenceIds, choice) => {
    const [single, short, , view] = quizItems(sentenceIds, choice)
    return [note(), single, note(), short, view].filter((item) => item !== undefined)
  })
  await finishQuiz(quiz, quiz.students[0].id, {
    1: { option: optionOf(quiz, 1, firstKey.option) },
    3: { text: "nothing of the kind" },
  })
})

describe("notes between questions", () => {
  it("stand in the sitting in their place, and take no answer", async () => {
    const student = quiz.students[1]
    const { attemptId, tokenHash } = await startQuiz(quiz, student.id)
    const sitting = await loadSitting(quiz.assignment.id, quiz.enrolments[1].id, new Date())
    expect(sitting?.items.map(({ type }) => type)).toEqual(["note", "single", "note", "short", "single"])
    const itemId = quiz.items[0]?.itemId ?? ""
    for (const value of [{}, "x".repeat(10_000), { text: "\u200B" }, []]) {
      const saved = await saveResponses({
        tokenHash,
        attemptId,
        responses: [{ itemId, saveNumber: 1, value }],
      })
      expect(saved).toMatchObject({ ok: false, refusal: { code: "quiz.notAnAnswer" } })
    }
    expect(await database().response.count({ where: { attemptId } })).toBe(0)
  })

  it("are counted by nobody before the quiz", async () => {
    const { tokenHash } = await makeSession(quiz.students[1].id)
    const visit = await visitByToken(tokenHash, quiz.assignment.id, new Date())
    expect(visit?.facts.itemCount).toBe(3)
    const { lessons } = await loadLibrary(await viewerFor(quiz.teacher), new Date())
    expect(lessons.find(({ lessonId }) => lessonId === quiz.lesson.lessonId)?.itemCount).toBe(3)
  })

  it("are in a student’s results as the text they are, in no count and no points", async () => {
    const results = await ownResults(quiz, 0, RELEASE)
    expect(results?.items).toHaveLength(5)
    expect(results?.possible).toBe(2)
    expect(results?.earned).toEqual({ numerator: 1, denominator: 1 })
    expect(results?.counts).toEqual({ right: 1, half: 0, wrong: 1, teacher: 0, unanswered: 0, view: 1 })
  })

  it("are in no statistics, no column and no file of the teacher’s, and leave no gap in the numbers", async () => {
    const viewer = await viewerFor(quiz.teacher)
    const results = await loadResults(viewer, quiz.assignment.id)
    if (!results.ok) throw new Error(results.refusal.code)
    const { items, analyses, grid } = results.value
    expect(items.map(({ position, type }) => `${position} ${type}`)).toEqual([
      "1 single",
      "2 short",
      "3 single",
    ])
    expect(analyses).toHaveLength(3)
    expect(grid.pointsPossible).toBe(2)
    expect(grid.rows.every(({ points }) => points.length === 3)).toBe(true)
    for (const table of ["students", "items"] as const) {
      const file = await exportResults(viewer, { assignmentId: quiz.assignment.id, table })
      if (!file.ok) throw new Error(file.refusal.code)
      expect(file.value.text).not.toContain(NOTE)
    }
  })

  it("are written by the lesson’s owner, a whole passage long, and forbidden to another teacher", async () => {
    const owner = await makeViewer("teacher")
    const lesson = await makeLesson(owner.userId)
    const base = { lessonVersionId: lesson.lessonVersionId, editNumber: 0 }
    const item = { ...note(), prompt: "w".repeat(6000) }
    const refused = await saveItem(await makeViewer("teacher"), { base, item })
    expect(refused.ok).toBe(false)
    expect(await database().itemVersion.count({ where: { item: { lessonId: lesson.lessonId } } })).toBe(0)
    const saved = await saveItem(owner, { base, item })
    expect(saved.ok).toBe(true)
    const long = { ...blankItem("long", newRandomId), prompt: "w".repeat(1001) }
    expect(await saveItem(owner, { base, item: long })).toMatchObject({ ok: false })
  })
})

import { describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { extendStudent } from "@/lib/lesson/server/extend-student"
import { loadHome } from "@/lib/lesson/server/load-home"
import { nudgeStudents } from "@/lib/lesson/server/nudge-students"
import { database } from "@/lib/platform/database"
import { loadResults } from "@/lib/results/server/load-results"
import { useTestDatabase } from "@/tests/support/database"
import { makeUser, makeViewer, viewerFor } from "@/tests/support/factories"
import { makeQuiz, type Quiz } from "@/tests/support/factories-quiz"

useTestDatabase()

const HOUR = 3_600_000

const nudge = (viewer: Viewer, quiz: Quiz, now = new Date(), ids = quiz.enrolments.map(({ id }) => id)) =>
  nudgeStudents(viewer, { assignmentId: quiz.assignment.id, enrolmentIds: ids }, now)

const homeOf = async (user: Quiz["students"][number], now: Date) =>
  (await loadHome(await viewerFor(user), now)).assignments.map(({ nudgedAt }) => nudgedAt)

describe("asking students to go on", () => {
  it("stands at their home for a week, and in the results", async () => {
    const quiz = await makeQuiz()
    const now = new Date()
    const teacher = await viewerFor(quiz.teacher)
    expect(await homeOf(quiz.students[0], now)).toEqual([null])
    expect(await nudge(teacher, quiz, now, [quiz.enrolments[0].id])).toEqual({
      ok: true,
      value: { nudged: 1 },
    })
    expect(await homeOf(quiz.students[0], now)).toEqual([now])
    expect(await homeOf(quiz.students[1], now)).toEqual([null])
    expect(await homeOf(quiz.students[0], new Date(now.getTime() + 7 * 24 * HOUR))).toEqual([null])
    const results = await loadResults(teacher, quiz.assignment.id)
    const students = results.ok ? results.value.grid.rows.map(({ student }) => student) : []
    expect(students.find(({ enrolmentId }) => enrolmentId === quiz.enrolments[0].id)?.nudgedAt).toEqual(now)
  })

  it("leaves in peace who was asked in the last hours, is excused, or is of another class", async () => {
    const [quiz, other] = [await makeQuiz(), await makeQuiz()]
    const teacher = await viewerFor(quiz.teacher)
    const now = new Date()
    const [first, second] = quiz.enrolments
    await nudge(teacher, quiz, now, [first.id])
    const dates = { dueAt: null, closesAt: null, extraMinutes: 0, excused: true, reason: "Was away." }
    await extendStudent(teacher, { assignmentId: quiz.assignment.id, enrolmentId: second.id, ...dates })
    const ids = [first.id, second.id, other.enrolments[0].id]
    expect(await nudge(teacher, quiz, new Date(now.getTime() + HOUR), ids)).toMatchObject({
      ok: false,
      refusal: { kind: "conflict", code: "lesson.nobodyToNudge" },
    })
    expect(await nudge(teacher, quiz, new Date(now.getTime() + 21 * HOUR), ids)).toEqual({
      ok: true,
      value: { nudged: 1 },
    })
    expect(await database().nudge.count({ where: { assignmentId: quiz.assignment.id } })).toBe(1)
  })

  it("asks once for ten presses at the same time", async () => {
    const quiz = await makeQuiz()
    const teacher = await viewerFor(quiz.teacher)
    const decisions = await Promise.all(Array.from({ length: 10 }, () => nudge(teacher, quiz)))
    expect(decisions.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it("forbidden: nobody but a teacher of the class asks", async () => {
    const quiz = await makeQuiz()
    const refusalOf = async (viewer: Viewer) => {
      const decision = await nudge(viewer, quiz)
      return decision.ok ? "asked" : decision.refusal.kind
    }
    expect(await refusalOf(await viewerFor(quiz.assistant))).toBe("forbidden")
    expect(await refusalOf(await viewerFor(quiz.students[0]))).toBe("forbidden")
    expect(await refusalOf(await makeViewer("teacher"))).toBe("missing")
    expect(await refusalOf(await viewerFor(await makeUser("administrator")))).toBe("missing")
    expect(await database().nudge.count({ where: { assignmentId: quiz.assignment.id } })).toBe(0)
  })
})

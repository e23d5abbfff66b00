import { beforeEach, describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { database } from "@/lib/platform/database"
import type { GradeDraftInput } from "@/lib/results/grading/grading-input"
import { exportResults } from "@/lib/results/server/export-results"
import { loadResults } from "@/lib/results/server/load-results"
import { saveGradeDraft } from "@/lib/results/server/save-grade-draft"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeSession, makeUser, viewerFor } from "@/tests/support/factories"
import {
  type Gradable,
  grade,
  gradeInput,
  makeGradable,
  openAnswer,
  seenByStudent,
} from "@/tests/support/factories-grading"
import { firstKey, makeQuiz } from "@/tests/support/factories-quiz"
import { finishQuiz, optionOf } from "@/tests/support/factories-results"

useTestDatabase()

const now = new Date("2026-11-28T10:42:00Z")
let room: Gradable

beforeEach(async () => {
  room = await makeGradable()
})

async function keep(userId: string, over: Partial<GradeDraftInput> & { assignmentId?: string } = {}) {
  const { assignmentId = room.quiz.assignment.id, ...change } = over
  const { itemId, attemptId, levels } = gradeInput(room, { places: [1, 2] })
  const draft = {
    itemId,
    attemptId,
    number: 1,
    grade: { levels, comment: "Canary of a draft" },
    basedOn: null,
  }
  const { tokenHash } = await makeSession(userId)
  return saveGradeDraft(tokenHash, { assignmentId, draft: { ...draft, ...change }, now })
}

const ofRoom = () => ({ attemptId: { in: room.attempts } })
const draftCount = () => database().gradeDraft.count({ where: ofRoom() })
const words = (comment: string) => ({ levels: {}, comment })
const draftOf = async (viewer: Viewer) => (await openAnswer(room, viewer)).draft

describe("a grade that is being given", () => {
  it("is kept for its grader, on any device, and for nobody else", async () => {
    expect(await keep(room.quiz.teacher.id)).toEqual({
      ok: true,
      value: { number: 1, savedAt: now.toISOString(), isKept: true },
    })
    expect(await draftOf(room.first)).toMatchObject({ number: 1, grade: { comment: "Canary of a draft" } })
    expect(await draftOf(room.second)).toBeNull()
    expect((await openAnswer(room, room.first)).given).toBeNull()
  })

  it("is the newest, whatever arrives late", async () => {
    const me = room.quiz.teacher.id
    await keep(me, { number: 3, grade: words("third") })
    expect(await keep(me, { number: 2, grade: words("second") })).toMatchObject({
      value: { number: 3, isKept: false },
    })
    expect(await keep(me, { number: 3, grade: words("again") })).toMatchObject({ value: { isKept: false } })
    expect(await draftOf(room.first)).toMatchObject({ number: 3, grade: { comment: "third" } })
    await keep(me, { number: 4, grade: null })
    expect(await draftOf(room.first)).toMatchObject({ number: 4, grade: null })
  })

  it("is gone when the grade is given, and a late save of it brings nothing back", async () => {
    const me = room.quiz.teacher.id
    await keep(me, { number: 5 })
    await grade(room, room.first, { places: [1, 2] }, { draftNumber: 6 })
    expect(await draftOf(room.first)).toMatchObject({ number: 6, grade: null })
    expect(await keep(me, { number: 5, grade: words("late") })).toMatchObject({ value: { isKept: false } })
    expect(await draftOf(room.first)).toMatchObject({ grade: null })
    expect(JSON.stringify(await database().gradeDraft.findMany({ where: ofRoom() }))).not.toContain("Canary")
  })

  it("is nobody's grade: no result, file or student knows of it", async () => {
    const seen = async () => {
      const results = await loadResults(room.second, room.quiz.assignment.id)
      const files = await Promise.all(
        (["students", "items"] as const).map((table) =>
          exportResults(room.second, { assignmentId: room.quiz.assignment.id, table }),
        ),
      )
      const { items, earned, counts } = await seenByStudent(room)
      // The pulse tells that something happened; a draft is nothing that did.
      return JSON.stringify([
        results.ok && results.value.grid,
        results.ok && results.value.assignment.pulse,
        files,
        items,
        earned,
        counts,
      ])
    }
    const before = await seen()
    await keep(room.quiz.teacher.id)
    expect(await seen()).toBe(before)
  })
})

describe("who may keep one", () => {
  it.each([
    ["an assistant of the class", async () => room.quiz.assistant.id, "forbidden"],
    ["a student, of their own answer", async () => room.quiz.students[0].id, "forbidden"],
    ["a teacher of another class", async () => (await makeQuiz()).teacher.id, "missing"],
    ["an administrator", async () => (await makeUser("administrator")).id, "missing"],
    [
      "a student whom a row calls a teacher",
      async () => {
        const student = await makeUser("student")
        await enrol(room.quiz.class.id, student.id, "teacher")
        return student.id
      },
      "forbidden",
    ],
    [
      "a teacher who has left",
      async () => {
        const gone = await makeUser("teacher")
        await enrol(room.quiz.class.id, gone.id, "teacher", { leftAt: new Date() })
        return gone.id
      },
      "missing",
    ],
  ])("not %s", async (_, userId, kind) => {
    expect(await keep(await userId())).toMatchObject({ ok: false, refusal: { kind } })
    expect(await draftCount()).toBe(0)
  })

  it("not of another class's assignment, of what a machine scores, nor without a session", async () => {
    const other = await makeQuiz({}, firstKey)
    const me = room.quiz.teacher.id
    expect(await keep(me, { assignmentId: other.assignment.id })).toMatchObject({
      refusal: { kind: "missing" },
    })
    expect(await keep(me, { itemId: other.items[0]?.itemId ?? "" })).toMatchObject({
      refusal: { kind: "missing" },
    })
    const { tokenHash } = await makeSession(me, new Date(Date.now() - 1000))
    const { itemId, attemptId } = gradeInput(room, { places: [0, 0] })
    const draft = { itemId, attemptId, number: 1, grade: null, basedOn: null }
    const expired = await saveGradeDraft(tokenHash, { assignmentId: room.quiz.assignment.id, draft, now })
    expect(expired).toMatchObject({ refusal: { kind: "unauthenticated" } })
    expect(await draftCount()).toBe(0)
  })

  it.each([
    ["of what a machine scores", 0],
    ["of what asks for a view", 3],
  ])("not %s, though it is of their class", async (_, at) => {
    const quiz = await makeQuiz()
    const attemptId = await finishQuiz(quiz, quiz.students[0].id, { 0: { option: optionOf(quiz, 0, 0) } })
    const place = { assignmentId: quiz.assignment.id, attemptId, itemId: quiz.items[at]?.itemId ?? "" }
    expect(await keep(quiz.teacher.id, place)).toMatchObject({
      refusal: { kind: "missing", code: "results.notGradedByHand" },
    })
    expect(await database().gradeDraft.count({ where: { attemptId } })).toBe(0)
  })

  it("goes with its grader", async () => {
    const passing = await makeUser("teacher")
    await enrol(room.quiz.class.id, passing.id, "teacher")
    await keep(passing.id)
    expect(await draftOf(await viewerFor(passing))).not.toBeNull()
    await database().session.deleteMany({ where: { userId: passing.id } })
    await database().enrolment.deleteMany({ where: { userId: passing.id } })
    await database().user.delete({ where: { id: passing.id } })
    expect(await draftCount()).toBe(0)
  })
})

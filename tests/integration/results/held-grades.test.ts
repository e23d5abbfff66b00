import { beforeEach, describe, expect, it } from "vitest"
import { makeAppeal } from "@/lib/lesson/server/make-appeal"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { releaseGrades, setGradingRules } from "@/lib/results/server/set-grading-rules"
import { useTestDatabase } from "@/tests/support/database"
import { makeUser, viewerFor } from "@/tests/support/factories"
import {
  type Gradable,
  grade,
  gradingOf,
  makeGradable,
  openAnswer,
  seenByStudent,
} from "@/tests/support/factories-grading"
import { makeQuiz } from "@/tests/support/factories-quiz"
import { failBeforeCommit } from "@/tests/support/failing-statement"
import { GUIDELINES, levelsAt, rubricOf } from "@/tests/support/long-items"

useTestDatabase()

let room: Gradable

beforeEach(async () => {
  room = await makeGradable()
})

const assignmentId = () => room.quiz.assignment.id
const hold = (holds = true) => setGradingRules(room.first, { assignmentId: assignmentId(), holds })
const release = () => releaseGrades(room.first, { assignmentId: assignmentId() }, new Date())
/** All that a student's page is made of. */
const bytes = async () => {
  const { appeals, replies, ...results } = await seenByStudent(room)
  return JSON.stringify([results, [...appeals], [...replies]])
}

describe("held grades", () => {
  it("leave not one byte on the student's side, whatever they are", async () => {
    await hold()
    const ungraded = await bytes()
    await grade(room, room.first, { places: [0, 1], comment: "Canary of a grade" })
    expect(await bytes()).toBe(ungraded)
    const basedOn = (await openAnswer(room, room.first)).given?.scoringId ?? null
    await grade(room, room.first, { places: [2, 2], comment: "Another" }, { basedOn })
    expect(await bytes()).toBe(ungraded)
    expect(await seenByStudent(room)).toMatchObject({
      possible: 0,
      earned: { numerator: 0 },
      counted: { earned: { numerator: 0 } },
      items: [{ verdict: "waiting", earned: null, grade: null }, { verdict: "waiting" }],
    })
  })

  it("stay held where that they were released could not be written down", async () => {
    const [held, other] = [room, await makeGradable()]
    const about = ({ quiz }: Gradable) => ({ assignmentId: quiz.assignment.id })
    for (const one of [held, other]) await setGradingRules(one.first, { ...about(one), holds: true })
    await failBeforeCommit({
      rehearse: () => releaseGrades(other.first, about(other), new Date()),
      act: () => releaseGrades(held.first, about(held), new Date()),
    })
    const released = async (one: Gradable) =>
      (await database().assignmentGrading.findFirst({ where: about(one) }))?.releasedAt != null
    expect([await released(held), await released(other)]).toEqual([false, true])
  })

  it("say nothing by an appeal either: a held score is none", async () => {
    await hold()
    const student = await viewerFor(room.quiz.students[0])
    const itemId = room.quiz.items[0]?.itemId ?? ""
    const input = { assignmentId: assignmentId(), itemId, reason: "I think that this is wrong, because." }
    const before = await makeAppeal(student, input, new Date())
    await grade(room, room.first, { places: [0, 1] })
    expect(before.ok).toBe(false)
    expect(await makeAppeal(student, input, new Date())).toEqual(before)
  })

  it("come with one press, which is recorded once, and later ones as they are given", async () => {
    await hold()
    await grade(room, room.first, { places: [1, 1], comment: "First" })
    expect((await gradingOf(room, room.first)).release).toEqual({ students: 1, ungraded: 3 })
    await release()
    await release()
    expect((await seenByStudent(room)).items[0]).toMatchObject({ grade: { comment: "First" } })
    await grade(room, room.first, { item: 1, places: [2, 2], comment: "Later" })
    expect((await seenByStudent(room)).items[1]).toMatchObject({ grade: { comment: "Later" } })
    const events = await database().event.findMany({
      where: { kind: "grades.released", assignmentId: assignmentId() },
    })
    expect(events.map(({ actorId }) => actorId)).toEqual([room.quiz.teacher.id])
    await hold()
    expect((await seenByStudent(room)).items[0]).toMatchObject({ grade: null })
    await hold(false)
    expect((await seenByStudent(room)).items[0]).toMatchObject({ grade: { comment: "First" } })
  })

  it("count for the teacher all the same", async () => {
    await hold()
    await grade(room, room.first, { places: [1, 1] })
    expect((await gradingOf(room, room.second)).items[0]).toMatchObject({ graded: 1, of: 2 })
  })

  it.each([
    ["an assistant", async () => viewerFor(room.quiz.assistant), "forbidden"],
    ["a student", async () => viewerFor(room.quiz.students[0]), "forbidden"],
    ["a teacher of another class", async () => viewerFor((await makeQuiz()).teacher), "missing"],
    ["an administrator", async () => viewerFor(await makeUser("administrator")), "missing"],
  ])("are not released by %s", async (_, viewer, kind) => {
    await hold()
    const input = { assignmentId: assignmentId() }
    expect(await releaseGrades(await viewer(), input, new Date())).toMatchObject({
      ok: false,
      refusal: { kind },
    })
    expect(await database().assignmentGrading.findUnique({ where: input })).toMatchObject({
      releasedAt: null,
    })
  })
})

describe("guidelines for graders", () => {
  it("are beside the rubric while grading, and nowhere on a student's side", async () => {
    await grade(room, room.first, { places: [1, 1] })
    expect((await gradingOf(room, room.first)).item?.rubric?.guidelines).toBe(GUIDELINES)
    expect(await bytes()).toContain("Claim: Some")
    expect(await bytes()).not.toContain("Canary of the guidelines")
  })
})

describe("a rubric that changed after grading began", () => {
  /** The same criteria; the middle level of the first is gone, and another has other words. */
  async function reviseRubric() {
    const item = room.quiz.items[0]
    const before = rubricOf(room.quiz, 0)
    const criteria = before.criteria.map(({ levels, ...criterion }, at) => ({
      ...criterion,
      levels: levels
        .filter((_, place) => at !== 0 || place !== 1)
        .map((level) => ({ ...level, text: `${level.text}, revised` })),
    }))
    await database().itemKey.create({
      data: {
        id: newId(),
        itemVersionId: item?.itemVersionId ?? "",
        keyRevision: 2,
        key: { rubric: { criteria }, evidence: { quotes: [], sentenceIds: [] } },
        createdById: room.quiz.teacher.id,
      },
    })
    return { before, now: { criteria } }
  }

  it("leaves the grade with its words, to teacher and student, until it is given anew", async () => {
    await grade(room, room.first, { places: [1, 1], comment: "As it was" })
    const { before, now } = await reviseRubric()
    const open = await openAnswer(room, room.first)
    expect(open).toMatchObject({
      isOtherRubric: true,
      given: {
        comment: "As it was",
        levels: levelsAt(before, [1, 1]),
        earlierRubric: { criteria: before.criteria },
      },
    })
    expect((await seenByStudent(room)).items[0]).toMatchObject({
      earned: { numerator: 2, denominator: 1 },
      earlierRubric: { criteria: before.criteria },
    })
    const basedOn = open.given?.scoringId ?? null
    // The level that is gone cannot be given any more.
    await expect(grade(room, room.first, { places: [1, 1] }, { basedOn })).rejects.toThrow("levelMissing")
    const levels = levelsAt(now, [1, 1])
    expect(await grade(room, room.first, { places: [0, 0] }, { basedOn, levels })).toMatchObject({
      outcome: "saved",
    })
    expect(await openAnswer(room, room.first)).toMatchObject({
      isOtherRubric: false,
      given: { levels, earlierRubric: null },
    })
    expect(
      await database().scoring.count({ where: { attemptId: room.attempts[0], source: "teacher" } }),
    ).toBe(2)
  })

  it("takes the same levels given anew for a grade by the new rubric", async () => {
    await grade(room, room.first, { places: [2, 1] })
    await reviseRubric()
    const { given } = await openAnswer(room, room.first)
    await grade(room, room.first, { places: [2, 1] }, { basedOn: given?.scoringId ?? null })
    expect(await openAnswer(room, room.first)).toMatchObject({ isOtherRubric: false })
  })
})

describe("a student who left and came back", () => {
  it("is not graded while away, and finds the grade again", async () => {
    await grade(room, room.first, { places: [1, 1], comment: "Stays" })
    const where = { id: room.quiz.enrolments[0].id }
    await database().enrolment.update({ where, data: { leftAt: new Date() } })
    expect((await gradingOf(room, room.first)).items[0]).toMatchObject({ graded: 0, of: 1 })
    await database().enrolment.update({ where, data: { leftAt: null } })
    expect(await openAnswer(room, room.first)).toMatchObject({ given: { comment: "Stays" } })
    expect((await seenByStudent(room)).items[0]).toMatchObject({ grade: { comment: "Stays" } })
  })
})

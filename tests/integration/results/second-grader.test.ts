import fc from "fast-check"
import { beforeEach, describe, expect, it } from "vitest"
import { database } from "@/lib/platform/database"
import { isFinal } from "@/lib/results/grading/grade-standing"
import { exportResults } from "@/lib/results/server/export-results"
import { loadGradebook } from "@/lib/results/server/load-gradebook"
import { loadResults } from "@/lib/results/server/load-results"
import { loadStudentReport } from "@/lib/results/server/load-student-report"
import { setGradingRules } from "@/lib/results/server/set-grading-rules"
import { useTestDatabase } from "@/tests/support/database"
import { makeUser, viewerFor } from "@/tests/support/factories"
import {
  allGrades,
  type Gradable,
  grade,
  gradingOf,
  makeGradable,
  openAnswer,
  seenByStudent,
} from "@/tests/support/factories-grading"
import { makeQuiz } from "@/tests/support/factories-quiz"

useTestDatabase()

let room: Gradable

beforeEach(async () => {
  room = await makeGradable()
  await ask(true)
})

const ask = (asksSecond: boolean) =>
  setGradingRules(room.first, { assignmentId: room.quiz.assignment.id, asksSecond })
const standingFor = async (viewer: Gradable["first"]) => {
  const { standing, given, second, awaitsMine } = await openAnswer(room, viewer)
  return { standing, given: given?.comment ?? null, second: second?.comment ?? null, awaitsMine }
}

/** What the gradebook and the pages of its students say to somebody. */
async function inGradebook(viewer: Gradable["first"]) {
  const { id: classId } = room.quiz.class
  const now = new Date()
  const book = await loadGradebook(viewer, classId, now)
  if (!book.ok) throw new Error(book.refusal.code)
  const reports = []
  for (const { person } of book.value.book.rows)
    reports.push(await loadStudentReport(viewer, { classId, enrolmentId: person.enrolmentId, now }))
  const plain = JSON.stringify([book.value.book.rows, reports], (_, value) =>
    typeof value === "bigint" ? String(value) : value,
  )
  return plain.replaceAll(now.toISOString(), "now")
}

describe("a second grader", () => {
  it("sees nothing of the first grade, on no page and in no file, until theirs is given", async () => {
    await grade(room, room.first, { places: [0, 1], comment: "Canary of the first" })
    expect(await standingFor(room.first)).toEqual({
      standing: "awaitsSecond",
      given: "Canary of the first",
      second: null,
      awaitsMine: false,
    })
    expect(await standingFor(room.second)).toEqual({
      standing: "awaitsSecond",
      given: null,
      second: null,
      awaitsMine: true,
    })
    const seen = async () => {
      const results = await loadResults(room.second, room.quiz.assignment.id)
      if (!results.ok) throw new Error(results.refusal.code)
      const { grid, analyses, considered } = results.value
      const table = { assignmentId: room.quiz.assignment.id, table: "students" as const }
      const file = await exportResults(room.second, table)
      return JSON.stringify([grid, analyses, considered, file, await inGradebook(room.second)])
    }
    const before = await seen()
    expect(before).not.toContain("Canary")
    expect(await inGradebook(room.first)).toContain("Canary")
    const { given } = await openAnswer(room, room.first)
    await grade(
      room,
      room.first,
      { places: [2, 2], comment: "Another" },
      { basedOn: given?.scoringId ?? null },
    )
    const after = await seen()
    // Only that the first was given again may be told, by a later id: nothing of what it says.
    expect(after.replaceAll(/"scoringId":"\d+"/g, "")).toBe(before.replaceAll(/"scoringId":"\d+"/g, ""))
  })

  it("agrees: the grade is final, and the student reads the first grader's comment", async () => {
    await grade(room, room.first, { places: [1, 2], comment: "From the first" })
    expect((await seenByStudent(room)).items[0]).toMatchObject({ verdict: "waiting", grade: null })
    expect(await grade(room, room.second, { places: [1, 2], comment: "From the second" })).toEqual({
      outcome: "second",
      agrees: true,
    })
    expect(await standingFor(room.second)).toMatchObject({
      standing: "agree",
      given: "From the first",
      second: "From the second",
    })
    expect((await seenByStudent(room)).items[0]).toMatchObject({
      verdict: "graded",
      earned: { numerator: 3, denominator: 1 },
      grade: { comment: "From the first" },
    })
  })

  it("differs: nothing is shown, it is listed, and what is given next settles it", async () => {
    await grade(room, room.first, { places: [0, 1] })
    expect(await grade(room, room.second, { places: [2, 1], comment: "Mine" })).toEqual({
      outcome: "second",
      agrees: false,
    })
    expect((await seenByStudent(room)).items[0]).toMatchObject({
      verdict: "waiting",
      earned: null,
      grade: null,
    })
    const differing = await gradingOf(room, room.first, { onlyDiffering: true })
    expect(differing).toMatchObject({
      differing: 1,
      open: { standing: "differ", second: { comment: "Mine" } },
    })
    expect(differing.agreement).toMatchObject({ n: 1, same: 0 })
    const basedOn = differing.open?.given?.scoringId ?? null
    // Whoever has not seen the two cannot settle them.
    expect(await grade(room, room.second, { places: [1, 1] })).toMatchObject({ outcome: "overtaken" })
    expect(await grade(room, room.second, { places: [2, 1], comment: "Agreed" }, { basedOn })).toMatchObject({
      outcome: "saved",
    })
    expect(await standingFor(room.first)).toMatchObject({ standing: "settled", given: "Agreed" })
    expect((await gradingOf(room, room.first, { onlyDiffering: true })).differing).toBe(0)
    expect((await seenByStudent(room)).items[0]).toMatchObject({ grade: { comment: "Agreed" } })
    // How far they agreed is of what each gave freely, settled or not.
    expect((await gradingOf(room, room.first)).agreement).toMatchObject({ n: 1, same: 0 })
  })

  it("is settled by taking the first as it is, which is a grade of its own, once", async () => {
    await grade(room, room.first, { places: [0, 1] })
    await grade(room, room.second, { places: [2, 1] })
    const basedOn = (await openAnswer(room, room.first)).given?.scoringId ?? null
    const taken = await grade(room, room.second, { places: [0, 1] }, { basedOn })
    expect(taken).toMatchObject({ outcome: "saved" })
    expect(await grade(room, room.second, { places: [0, 1] }, { basedOn })).toEqual(taken)
    expect(await standingFor(room.first)).toMatchObject({ standing: "settled" })
    expect(
      await database().scoring.count({ where: { source: "teacher", attemptId: room.attempts[0] } }),
    ).toBe(2)
  })

  it("is one second grade when it is sent twice, and one of many that come at once", async () => {
    await grade(room, room.first, { places: [0, 1] })
    const once = await grade(room, room.second, { places: [2, 1] })
    expect(await grade(room, room.second, { places: [2, 1] })).toEqual(once)
    const given = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        grade(room, at % 2 ? room.first : room.second, { attempt: 1, places: [at % 3, 0] }),
      ),
    )
    const { attempts } = room
    expect(await database().secondGrade.count({ where: { attemptId: attempts[1] } })).toBeLessThanOrEqual(1)
    expect(given.filter(({ outcome }) => outcome === "saved").length).toBeGreaterThanOrEqual(1)
  })

  it("is asked for anew where the answer was replaced", async () => {
    await grade(room, room.first, { places: [1, 1] })
    await grade(room, room.second, { places: [1, 1] })
    const itemId = room.quiz.items[0]?.itemId ?? ""
    const place = { attemptId_itemId: { attemptId: room.attempts[0] ?? "", itemId } }
    await database().response.update({ where: place, data: { saveNumber: 2 } })
    const basedOn = (await openAnswer(room, room.first)).given?.scoringId ?? null
    await grade(room, room.first, { places: [1, 1] }, { saveNumber: 2, basedOn })
    expect(await standingFor(room.second)).toMatchObject({ standing: "awaitsSecond", awaitsMine: true })
    expect((await seenByStudent(room)).items[0]).toMatchObject({ grade: null })
  })

  it("lets the first stand where a second is no longer asked for", async () => {
    await grade(room, room.first, { places: [0, 1], comment: "First" })
    await grade(room, room.second, { places: [2, 1] })
    await ask(false)
    expect(await standingFor(room.second)).toMatchObject({ standing: "single", given: "First" })
    expect((await seenByStudent(room)).items[0]).toMatchObject({ grade: { comment: "First" } })
  })
})

it("loses no grade that was given, whoever gives, settles or changes the rule", async () => {
  const acts = fc.array(
    fc.record({
      who: fc.constantFrom("first" as const, "second" as const),
      places: fc.tuple(fc.nat(2), fc.nat(2)),
      seesStanding: fc.boolean(),
      asksSecond: fc.boolean(),
    }),
    { minLength: 4, maxLength: 8 },
  )
  await fc.assert(
    fc.asyncProperty(acts, async (given) => {
      let before = await allGrades(room)
      for (const { who, places, seesStanding, asksSecond } of given) {
        await ask(asksSecond)
        const viewer = room[who]
        const open = await openAnswer(room, viewer)
        const basedOn = seesStanding ? (open.given?.scoringId ?? null) : null
        const told = await grade(room, viewer, { places }, { basedOn })
        const after = await allGrades(room)
        for (const one of before) expect(after).toContain(one)
        if (told.outcome === "overtaken") expect(after).toHaveLength(before.length)
        // What the student's statement shows is what the rule calls final.
        const { standing } = await openAnswer(room, viewer)
        expect((await seenByStudent(room)).items[0]?.grade !== null).toBe(isFinal(standing))
        before = after
      }
    }),
    { numRuns: 6 },
  )
})

describe("who may ask for a second grader", () => {
  it.each([
    ["an assistant", async () => viewerFor(room.quiz.assistant), "forbidden"],
    ["a student", async () => viewerFor(room.quiz.students[0]), "forbidden"],
    ["a teacher of another class", async () => viewerFor((await makeQuiz()).teacher), "missing"],
    ["an administrator", async () => viewerFor(await makeUser("administrator")), "missing"],
  ])("not %s", async (_, viewer, kind) => {
    const { id: assignmentId } = room.quiz.assignment
    const refused = { ok: false, refusal: { kind } }
    expect(await setGradingRules(await viewer(), { assignmentId, asksSecond: false })).toMatchObject(refused)
    expect(await setGradingRules(await viewer(), { assignmentId, holds: true })).toMatchObject(refused)
    expect(await database().assignmentGrading.findUnique({ where: { assignmentId } })).toMatchObject({
      asksSecond: true,
      holds: false,
    })
  })
})

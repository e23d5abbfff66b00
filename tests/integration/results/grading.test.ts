import { v4 } from "uuid"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { ownTerms } from "@/lib/lesson/own-terms"
import { database } from "@/lib/platform/database"
import { decideRelease, type Release } from "@/lib/quiz/release"
import type { Rubric } from "@/lib/quiz/rubric"
import { closeOverdueAttempts } from "@/lib/quiz/server/close-overdue-attempts"
import { reopenAttempt } from "@/lib/quiz/server/reopen-attempt"
import type { SaveGradeInput } from "@/lib/results/grading/grading-input"
import { loadGrading } from "@/lib/results/server/load-grading"
import { loadResults } from "@/lib/results/server/load-results"
import { saveGrade } from "@/lib/results/server/save-grade"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeUser, viewerFor } from "@/tests/support/factories"
import { firstKey, makeQuiz, type Quiz } from "@/tests/support/factories-quiz"
import { answerQuiz, finishQuiz, ownResults } from "@/tests/support/factories-results"
import { answersInPlaces, itemsInPlaces } from "@/tests/support/items-in-places"

useTestDatabase()

/** Where the long answer stands among the items. */
const LONG = 3

let quiz: Quiz
let other: Quiz
let attempts: string[]

const answersOf = (of: Quiz) => ({ ...answersInPlaces(of.items, of.sentenceIds[0] ?? "") })

function rubricOf(of: Quiz): Rubric {
  const { rubric } = (of.items[LONG]?.key ?? { rubric: { criteria: [] } }) as { rubric: Rubric }
  return rubric
}

const inputFor = (attemptId: string, over: Partial<SaveGradeInput> = {}): SaveGradeInput => {
  const [criterion] = rubricOf(quiz).criteria
  return {
    assignmentId: quiz.assignment.id,
    itemId: quiz.items[LONG]?.itemId ?? "",
    attemptId,
    levels: { [criterion?.id ?? ""]: criterion?.levels[1]?.id ?? "" },
    comment: "Say whose words these are.",
    basedOn: null,
    saveNumber: 1,
    draftNumber: null,
    ...over,
  }
}

const scorings = () => database().scoring.findMany({ where: { source: "teacher" }, orderBy: { id: "asc" } })
const teacher = async () => viewerFor(quiz.teacher)

beforeAll(async () => {
  other = await makeQuiz({}, firstKey, itemsInPlaces)
  await finishQuiz(other, other.students[0].id, answersOf(other))
})

beforeEach(async () => {
  await database().scoring.deleteMany({ where: { source: "teacher" } })
  quiz = await makeQuiz({}, firstKey, itemsInPlaces)
  attempts = await Promise.all(quiz.students.map(({ id }) => finishQuiz(quiz, id, answersOf(quiz))))
})

describe("a quiz with rows, an order, gaps and a long answer", () => {
  it("scores all but the long answer when it is handed in", async () => {
    const rows = await database().scoring.findMany({
      where: { attemptId: attempts[0] },
      select: { itemId: true, numerator: true, denominator: true },
    })
    const shares = quiz.items.map(({ itemId }) => rows.find((row) => row.itemId === itemId) ?? null)
    // In the order of their words, each row gets an option of another, and of the six pairs of steps two are reversed.
    expect(shares.map((share) => share && [share.numerator, share.denominator])).toEqual([
      [0, 1],
      [1, 3],
      [1, 1],
      null,
    ])
  })

  it("tells results each place, and the teacher what waits", async () => {
    const results = await loadResults(await teacher(), quiz.assignment.id)
    if (!results.ok) throw new Error(results.refusal.code)
    const { analyses, answers } = results.value
    expect(analyses.map(({ parts }) => parts.length)).toEqual([3, 4, 2, 0])
    expect(analyses[LONG]?.byHand).toMatchObject({ graded: 0, waiting: { count: attempts.length } })
    const gaps = answers.find(({ itemId }) => itemId === quiz.items[2]?.itemId)?.parts
    expect(gaps?.map(({ text, isRight }) => [text, isRight])).toEqual([
      ["silence", true],
      ["first", true],
    ])
  })
})

describe("grading a long answer", () => {
  it("appends a scoring of the teacher's, with the rubric's share", async () => {
    const [attemptId = ""] = attempts
    const saved = await saveGrade(await teacher(), inputFor(attemptId))
    expect(saved).toMatchObject({ ok: true, value: { outcome: "saved" } })
    const [row] = await scorings()
    expect(row).toMatchObject({
      attemptId,
      numerator: 1,
      denominator: 2,
      saveNumber: 1,
      keyRevision: 1,
      createdById: quiz.teacher.id,
      finding: { answer: null, grade: { comment: "Say whose words these are." } },
    })
    const event = await database().event.findFirstOrThrow({
      where: { kind: "answer.graded", subjectId: attemptId },
    })
    expect(event.actorId).toBe(quiz.teacher.id)
    expect(JSON.stringify(event.data)).not.toContain("whose words")
  })

  it("keeps the earlier grade when another is given, and counts the newest", async () => {
    const [attemptId = ""] = attempts
    const first = await saveGrade(await teacher(), inputFor(attemptId))
    if (!first.ok || first.value.outcome !== "saved") throw new Error("not saved")
    const [criterion] = rubricOf(quiz).criteria
    const best = { [criterion?.id ?? ""]: criterion?.levels[2]?.id ?? "" }
    const again = inputFor(attemptId, { levels: best, comment: "", basedOn: first.value.scoringId })
    expect(await saveGrade(await teacher(), again)).toMatchObject({ value: { outcome: "saved" } })
    expect((await scorings()).map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [1, 2],
      [1, 1],
    ])
    const results = await loadResults(await teacher(), quiz.assignment.id)
    if (!results.ok) throw new Error(results.refusal.code)
    const row = results.value.grid.rows.find(({ student }) => student.attempt?.id === attemptId)
    expect(row?.points[LONG]).toEqual({ numerator: 4, denominator: 1 })
  })

  it("is one grade when it is sent twice", async () => {
    const [attemptId = ""] = attempts
    const first = await saveGrade(await teacher(), inputFor(attemptId))
    expect(await saveGrade(await teacher(), inputFor(attemptId))).toEqual(first)
    expect(await scorings()).toHaveLength(1)
  })

  it("tells the later of two teachers, and overwrites nothing until they say so", async () => {
    const [attemptId = ""] = attempts
    const colleague = await makeUser("teacher")
    await enrol(quiz.class.id, colleague.id, "teacher")
    const first = await saveGrade(await teacher(), inputFor(attemptId))
    const mine = inputFor(attemptId, { comment: "Mine." })
    const late = await saveGrade(await viewerFor(colleague), mine)
    const scoringId = first.ok ? first.value.outcome === "saved" && first.value.scoringId : null
    expect(late).toMatchObject({
      ok: true,
      value: {
        outcome: "overtaken",
        theirs: { scoringId, by: quiz.teacher.displayName, comment: "Say whose words these are." },
      },
    })
    expect(await scorings()).toHaveLength(1)
    await saveGrade(await viewerFor(colleague), { ...mine, basedOn: String(scoringId) })
    expect((await scorings()).map(({ createdById }) => createdById)).toEqual([quiz.teacher.id, colleague.id])
  })

  it("saves one of twelve that come at once, and tells the others", async () => {
    const [attemptId = ""] = attempts
    const viewer = await teacher()
    const given = await Promise.all(
      Array.from({ length: 12 }, (_, at) => saveGrade(viewer, inputFor(attemptId, { comment: `No ${at}` }))),
    )
    const outcomes = given.map((one) => (one.ok ? one.value.outcome : one.refusal.code))
    expect(outcomes.filter((outcome) => outcome === "saved")).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === "overtaken")).toHaveLength(11)
    expect(await scorings()).toHaveLength(1)
  })

  it("is refused for what is not there to grade", async () => {
    const viewer = await teacher()
    const [attemptId = ""] = attempts
    const refusalOf = async (input: SaveGradeInput) => {
      const decision = await saveGrade(viewer, input)
      return decision.ok ? null : [decision.refusal.kind, decision.refusal.code]
    }
    expect(await refusalOf(inputFor(attemptId, { levels: {} }))).toEqual(["invalid", "results.levelMissing"])
    expect(await refusalOf(inputFor(attemptId, { itemId: quiz.items[0]?.itemId ?? "" }))).toEqual([
      "missing",
      "results.notGradedByHand",
    ])
    expect(await refusalOf(inputFor(v4()))).toEqual(["missing", "results.noAnswer"])
    const fresh = await makeQuiz({}, firstKey, itemsInPlaces)
    const open = await answerQuiz(fresh, fresh.students[0].id, answersOf(fresh))
    const at = { assignmentId: fresh.assignment.id, itemId: fresh.items[LONG]?.itemId ?? "" }
    expect(await saveGrade(await viewerFor(fresh.teacher), inputFor(open, at))).toMatchObject({
      refusal: { kind: "conflict", code: "results.notHandedIn" },
    })
    expect(await scorings()).toEqual([])
  })
})

describe("who may grade", () => {
  it.each([
    ["an assistant of the class", async () => viewerFor(quiz.assistant), "forbidden"],
    ["a student, their own answer", async () => viewerFor(quiz.students[0]), "forbidden"],
    ["a teacher of another class", async () => viewerFor(other.teacher), "missing"],
    ["an administrator", async () => viewerFor(await makeUser("administrator")), "missing"],
  ])("not %s", async (_, viewer, kind) => {
    const [attemptId = ""] = attempts
    const refused = { ok: false, refusal: { kind } }
    expect(await saveGrade(await viewer(), inputFor(attemptId))).toMatchObject(refused)
    const asked = { itemId: null, attemptId: null, by: "item", onlyDiffering: false } as const
    expect(await loadGrading(await viewer(), quiz.assignment.id, asked)).toMatchObject(refused)
    expect(await scorings()).toEqual([])
  })

  it("not a teacher who has left the class, nor a student whom a row calls a teacher", async () => {
    const [attemptId = ""] = attempts
    const gone = await makeUser("teacher")
    await enrol(quiz.class.id, gone.id, "teacher", { leftAt: new Date() })
    expect(await saveGrade(await viewerFor(gone), inputFor(attemptId))).toMatchObject({
      refusal: { kind: "missing" },
    })
    const student = await makeUser("student")
    await enrol(quiz.class.id, student.id, "teacher")
    expect(await saveGrade(await viewerFor(student), inputFor(attemptId))).toMatchObject({
      refusal: { kind: "forbidden" },
    })
  })

  it("not through the address of another class's assignment", async () => {
    const [attemptId = ""] = attempts
    const through = inputFor(attemptId, { assignmentId: other.assignment.id })
    for (const user of [quiz.teacher, other.teacher])
      expect(await saveGrade(await viewerFor(user), through)).toMatchObject({ refusal: { kind: "missing" } })
  })
})

describe("what a student sees of a grade", () => {
  const release = (): Release => {
    const moment = new Date()
    const facts = { policy: "by_teacher" as const, releasedAt: moment, dueAt: moment, closesAt: moment }
    const none = { submittedAttempts: 1, hasOpenAttempt: false, attemptsLeft: 0 }
    const decision = decideRelease({ ...facts, ...none }, moment)
    if (!decision.released) throw new Error("not released")
    return decision.release
  }

  it("waits until it is given, then shows level and comment", async () => {
    const own = () => ownResults(quiz, 0, release())
    expect((await own())?.items[LONG]).toMatchObject({ verdict: "waiting", earned: null, grade: null })
    expect(await own()).toMatchObject({ possible: 7 })
    const attempt = await database().attempt.findFirstOrThrow({
      where: { enrolmentId: quiz.enrolments[0].id },
    })
    await saveGrade(await teacher(), inputFor(attempt.id))
    const graded = (await own())?.items[LONG]
    expect(graded).toMatchObject({
      verdict: "graded",
      earned: { numerator: 2, denominator: 1 },
      grade: { comment: "Say whose words these are." },
    })
    expect(await own()).toMatchObject({ possible: 11 })
  })
})

describe("a grade whose answer was replaced", () => {
  const again = async (attemptId: string, value: unknown) => {
    const minutes = { minutes: 10, now: new Date(), ownTerms }
    const reopened = await reopenAttempt(await teacher(), { attemptId, ...minutes })
    if (!reopened.ok) throw new Error(reopened.refusal.code)
    const place = { attemptId_itemId: { attemptId, itemId: quiz.items[LONG]?.itemId ?? "" } }
    if (value)
      await database().response.update({ where: place, data: { saveNumber: { increment: 1 }, value } })
    await closeOverdueAttempts(new Date(Date.now() + 3_600_000))
  }
  const standing = async (attemptId: string) => {
    const itemId = quiz.items[LONG]?.itemId ?? ""
    const asked = { itemId, attemptId, by: "item", onlyDiffering: false } as const
    const grading = await loadGrading(await teacher(), quiz.assignment.id, asked)
    if (!grading.ok) throw new Error(grading.refusal.code)
    return grading.value.open?.given ?? null
  }

  it("stands while the answer does, waits again when it does not, and is given anew", async () => {
    await database().assignment.update({
      where: { id: quiz.assignment.id },
      data: { releasePolicy: "by_teacher" },
    })
    const [attemptId = ""] = attempts
    await saveGrade(await teacher(), inputFor(attemptId))
    await again(attemptId, null)
    expect(await standing(attemptId)).toMatchObject({ comment: "Say whose words these are." })
    await again(attemptId, { text: "Quite another answer.", sentences: [] })
    expect(await standing(attemptId)).toBeNull()
    // Of the answer that was read before: refused, and nothing is written.
    expect(await saveGrade(await teacher(), inputFor(attemptId))).toEqual({
      ok: true,
      value: { outcome: "changed" },
    })
    expect(await standing(attemptId)).toBeNull()
    expect(await saveGrade(await teacher(), inputFor(attemptId, { saveNumber: 2 }))).toMatchObject({
      value: { outcome: "saved" },
    })
    expect(await standing(attemptId)).toMatchObject({ comment: "Say whose words these are." })
    const rows = await database().scoring.findMany({
      where: { attemptId, itemId: quiz.items[LONG]?.itemId ?? "" },
      orderBy: { id: "asc" },
    })
    expect(rows.map(({ source, numerator }) => [source, numerator])).toEqual([
      ["teacher", 1],
      ["regrade", null],
      ["teacher", 1],
    ])
  })
})

import { beforeEach, describe, expect, it } from "vitest"
import { loadToday } from "@/lib/lesson/server/load-today"
import { makeAppeal } from "@/lib/lesson/server/make-appeal"
import { withdrawAppeal } from "@/lib/lesson/server/withdraw-appeal"
import { database } from "@/lib/platform/database"
import { closeAttempt, lockAttempt } from "@/lib/quiz/server/close-attempt"
import type { AnswerAppealInput } from "@/lib/results/appeals/appeal-input"
import { answerAppeal } from "@/lib/results/server/answer-appeal"
import { loadResults } from "@/lib/results/server/load-results"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeUser, viewerFor } from "@/tests/support/factories"
import { makeQuiz, type Quiz } from "@/tests/support/factories-quiz"
import { finishQuiz, optionOf } from "@/tests/support/factories-results"

useTestDatabase()

const REASON = "Sentence 3.2 says what I answered."

let quiz: Quiz
let attemptId: string

const itemId = (at: number) => quiz.items[at]?.itemId ?? ""
const student = () => viewerFor(quiz.students[0])
const teacher = () => viewerFor(quiz.teacher)
const place = (at = 0) => ({ assignmentId: quiz.assignment.id, itemId: itemId(at) })
const make = async (reason = REASON, at = 0) =>
  makeAppeal(await student(), { ...place(at), reason }, new Date())
const withdraw = async () => withdrawAppeal(await student(), place(), new Date())
const judgement = (over: Partial<AnswerAppealInput> = {}): AnswerAppealInput => ({
  ...place(),
  attemptId,
  outcome: "upheld",
  answer: "You are right.",
  points: 1,
  ...over,
})
const decide = async (over: Partial<AnswerAppealInput> = {}) =>
  answerAppeal(await teacher(), judgement(over), new Date())
const appeals = () => database().appeal.findMany({ where: { attemptId } })
const given = () => database().scoring.findMany({ where: { attemptId, source: "teacher" } })
const refusalOf = (decision: { ok: boolean; refusal?: { kind: string; code: string } }) =>
  decision.ok ? "allowed" : `${decision.refusal?.kind} ${decision.refusal?.code}`

beforeEach(async () => {
  quiz = await makeQuiz()
  // The second option is not the key; the view is answered; part B of the pair and the word are left blank.
  attemptId = await finishQuiz(quiz, quiz.students[0].id, {
    0: { option: optionOf(quiz, 0, 1) },
    3: { option: optionOf(quiz, 3, 0) },
  })
})

describe("making an appeal", () => {
  it("is kept once, however often the same is sent, and another is not taken over it", async () => {
    const both = await Promise.all([make(), make()])
    expect(both.map(refusalOf)).toEqual(["allowed", "allowed"])
    expect(await appeals()).toMatchObject([{ itemId: itemId(0), reason: REASON, state: "open" }])
    expect(refusalOf(await make("Something else entirely."))).toBe("conflict quiz.appealSent")
    const events = await database().event.findMany({ where: { kind: "appeal.made", subjectId: attemptId } })
    expect(events).toHaveLength(1)
    expect(JSON.stringify(events[0]?.data)).not.toContain("3.2")
  })

  it("is not for a view, a blank, or an item of another quiz", async () => {
    expect(refusalOf(await make(REASON, 3))).toBe("missing quiz.nothingToAppeal")
    expect(refusalOf(await make(REASON, 1))).toBe("missing quiz.nothingToAppeal")
    const other = await makeQuiz()
    const foreign = { assignmentId: quiz.assignment.id, itemId: other.items[0]?.itemId ?? "", reason: REASON }
    expect(refusalOf(await makeAppeal(await student(), foreign, new Date()))).toBe(
      "missing quiz.nothingToAppeal",
    )
  })

  it("waits for the results, and ends with the assignment", async () => {
    const change = (data: object) =>
      database().assignment.update({ where: { id: quiz.assignment.id }, data, select: { id: true } })
    await change({ releasePolicy: "by_teacher" })
    expect(refusalOf(await make())).toBe("conflict quiz.resultsNotReleased")
    await change({ releasedAt: new Date(), archivedAt: new Date() })
    expect(refusalOf(await make())).toBe("missing quiz.noSuchAssignment")
    expect(refusalOf(await withdraw())).toBe("missing quiz.noSuchAssignment")
    expect(await appeals()).toEqual([])
  })

  it("is forbidden to staff, to strangers, to who has left, and of another's answer", async () => {
    const asked = { ...place(), reason: REASON }
    const by = async (viewer: Awaited<ReturnType<typeof viewerFor>>) =>
      refusalOf(await makeAppeal(viewer, asked, new Date()))
    expect(await by(await teacher())).toBe("forbidden quiz.notYourResults")
    expect(await by(await viewerFor(await makeUser()))).toBe("missing quiz.noSuchAssignment")
    // A classmate's own quiz is another one: with nothing handed in there is nothing to appeal.
    expect(await by(await viewerFor(quiz.students[1]))).toBe("conflict quiz.resultsNotReleased")
    await database().enrolment.update({ where: { id: quiz.enrolments[0].id }, data: { leftAt: new Date() } })
    expect(await by(await student())).toBe("missing quiz.noSuchAssignment")
    expect(await appeals()).toEqual([])
  })

  it("can be taken back while nobody has decided, and then be made again", async () => {
    await make()
    expect(refusalOf(await withdraw())).toBe("allowed")
    expect(refusalOf(await withdraw())).toBe("allowed")
    expect(await appeals()).toEqual([])
    await make("It says so in the last paragraph.")
    await decide()
    expect(refusalOf(await withdraw())).toBe("conflict quiz.appealDecided")
    expect(await appeals()).toHaveLength(1)
  })

  it("is not taken back by a classmate or by staff", async () => {
    await make()
    for (const user of [quiz.students[1], quiz.teacher, await makeUser()])
      expect(refusalOf(await withdrawAppeal(await viewerFor(user), place(), new Date()))).not.toBe("allowed")
    expect(await appeals()).toHaveLength(1)
  })
})

describe("deciding an appeal", () => {
  beforeEach(async () => {
    await make()
  })

  it("upheld: adds a score of the teacher's beside what stood, with its event, and results show it", async () => {
    const before = await database().scoring.findMany({ where: { attemptId } })
    expect(await decide()).toMatchObject({ ok: true, value: { outcome: "saved" } })
    const after = await database().scoring.findMany({ where: { attemptId }, orderBy: { id: "asc" } })
    expect(after.slice(0, before.length)).toEqual(before)
    expect(await given()).toMatchObject([
      {
        numerator: 1,
        denominator: 1,
        saveNumber: 1,
        createdById: quiz.teacher.id,
        finding: { answer: false },
      },
    ])
    expect(await appeals()).toMatchObject([{ state: "upheld", decidedById: quiz.teacher.id }])
    expect(await database().event.count({ where: { kind: "appeal.decided", subjectId: attemptId } })).toBe(1)
    const results = await loadResults(await teacher(), quiz.assignment.id)
    if (!results.ok) throw new Error(results.refusal.code)
    const row = results.value.grid.rows.find(({ student }) => student.attempt?.id === attemptId)
    expect(row?.points[0]).toEqual({ numerator: 1, denominator: 1 })
    expect(results.value.appeals).toMatchObject([{ itemId: itemId(0), state: "upheld", reason: REASON }])
  })

  it("upheld: is not scored over when the attempt is let go on and handed in with the same answer", async () => {
    await decide()
    await database().attempt.update({
      where: { id: attemptId },
      data: { state: "open", submittedAt: null, endedBy: null, reopenedById: quiz.teacher.id },
    })
    await database().$transaction(async (tx) => {
      const attempt = await lockAttempt(tx, attemptId)
      if (!attempt) throw new Error("The attempt is gone")
      const ending = { endedBy: "student", submittedAt: new Date(), actorId: null, submitKey: null } as const
      await closeAttempt(tx, attempt, ending)
    })
    const newest = await database().scoring.findFirst({
      where: { attemptId, itemId: itemId(0) },
      orderBy: { id: "desc" },
    })
    expect(newest).toMatchObject({ source: "teacher", numerator: 1 })
  })

  it("declined: needs a word, and gives no score", async () => {
    const declined = { outcome: "declined", points: null } as const
    expect(refusalOf(await decide({ ...declined, answer: "\u200b" }))).toBe("invalid results.appealAnswer")
    expect((await appeals())[0]?.state).toBe("open")
    expect(await decide(declined)).toMatchObject({ value: { outcome: "saved" } })
    expect(await appeals()).toMatchObject([{ state: "declined", answer: "You are right." }])
    expect(await given()).toEqual([])
  })

  it("is done once, of however many at the same moment", async () => {
    const second = await makeUser("teacher")
    await enrol(quiz.class.id, second.id, "teacher")
    const declined = judgement({ outcome: "declined", answer: "The score stays.", points: null })
    const both = await Promise.all([decide(), answerAppeal(await viewerFor(second), declined, new Date())])
    const outcomes = both.map((one) => (one.ok ? one.value.outcome : one.refusal.code))
    expect(outcomes.sort()).toEqual(["decided", "saved"])
    const [appeal] = await appeals()
    expect(await given()).toHaveLength(appeal?.state === "upheld" ? 1 : 0)
    expect(await database().event.count({ where: { kind: "appeal.decided", subjectId: attemptId } })).toBe(1)
  })

  it("finds nothing where the student took it back", async () => {
    await withdraw()
    expect(refusalOf(await decide())).toBe("missing results.noAppeal")
    expect(await given()).toEqual([])
  })

  it("is forbidden to assistants and students, and hidden from other teachers", async () => {
    const by = async (user: Parameters<typeof viewerFor>[0]) =>
      refusalOf(await answerAppeal(await viewerFor(user), judgement(), new Date()))
    expect(await by(quiz.assistant)).toBe("forbidden results.appealTeachersOnly")
    expect(await by(quiz.students[0])).toBe("forbidden results.appealTeachersOnly")
    expect(await by(await makeUser("teacher"))).toBe("missing results.noAnswer")
    expect(await by(await makeUser("administrator"))).toBe("missing results.noAnswer")
    expect(await given()).toEqual([])
    expect((await appeals())[0]?.state).toBe("open")
  })

  it("is listed for staff, and waits on the first page of who decides", async () => {
    const seen = await loadResults(await viewerFor(quiz.assistant), quiz.assignment.id)
    expect(seen).toMatchObject({
      ok: true,
      value: { appeals: [{ state: "open" }], may: { decideAppeals: false } },
    })
    expect((await loadToday(await teacher(), new Date()))[0]?.openAppeals).toBe(1)
    await decide()
    expect((await loadToday(await teacher(), new Date()))[0]?.openAppeals).toBe(0)
  })
})

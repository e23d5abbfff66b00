import { beforeEach, describe, expect, it } from "vitest"
import { answerPractice } from "@/lib/lesson/server/answer-practice"
import { dismissRecall } from "@/lib/lesson/server/dismiss-recall"
import { loadHome } from "@/lib/lesson/server/load-home"
import { loadPractice } from "@/lib/lesson/server/load-practice"
import { startPractice } from "@/lib/lesson/server/start-practice"
import { database } from "@/lib/platform/database"
import { decideRelease, type Release } from "@/lib/quiz/release"
import { useTestDatabase } from "@/tests/support/database"
import { makeUser, viewerFor } from "@/tests/support/factories"
import { everyItem, someAnswer } from "@/tests/support/factories-item-types"
import { firstKey, makeQuiz, otherKey, type Quiz } from "@/tests/support/factories-quiz"
import { finishQuiz, optionOf } from "@/tests/support/factories-results"
import { firstDifference, inTwoDatabases } from "@/tests/support/two-databases"

useTestDatabase()

const DAY = 86_400_000

let quiz: Quiz
let attemptId: string

const later = (days: number) => new Date(Date.now() + days * DAY)
const student = () => viewerFor(quiz.students[0])
const start = async (kind: "retry" | "one_week" | "three_weeks" = "retry", now = new Date()) =>
  startPractice(await student(), { assignmentId: quiz.assignment.id, kind }, now)
const refusalOf = (decision: { ok: boolean; refusal?: { kind: string; code: string } }) =>
  decision.ok ? "allowed" : `${decision.refusal?.kind} ${decision.refusal?.code}`

async function started(...asked: Parameters<typeof start>): Promise<string> {
  const decision = await start(...asked)
  if (!decision.ok) throw new Error(decision.refusal.code)
  return decision.value.rehearsalId
}

const answer = async (rehearsalId: string, position: number, value: unknown, viewer = student()) =>
  answerPractice(await viewer, { assignmentId: quiz.assignment.id, rehearsalId, position, value }, new Date())

const moment = new Date("2026-03-02T10:00:00Z")
const passed = decideRelease(
  {
    policy: "on_submit",
    releasedAt: null,
    dueAt: moment,
    closesAt: moment,
    submittedAttempts: 1,
    hasOpenAttempt: false,
    attemptsLeft: 0,
  },
  moment,
)
const release = (passed.released ? passed.release : null) as Release
const load = (rehearsalId: string) =>
  loadPractice({ rehearsalId, enrolmentId: quiz.enrolments[0].id, assignmentId: quiz.assignment.id }, release)
const right = (at: number) => ({ option: optionOf(quiz, at, firstKey.option) })

beforeEach(async () => {
  quiz = await makeQuiz()
  // Right, unanswered, half right (the answer without its sentence), and a view.
  attemptId = await finishQuiz(quiz, quiz.students[0].id, {
    0: right(0),
    2: { option: optionOf(quiz, 2, firstKey.option), sentences: [quiz.sentenceIds[0]] },
    3: { option: optionOf(quiz, 3, 0) },
  })
})

describe("practising what was missed", () => {
  it("asks what was wrong, half right or unanswered, shuffled anew, and goes on where it was left", async () => {
    const both = await Promise.all([started(), started()])
    expect(both[0]).toBe(both[1])
    const practice = await load(both[0])
    expect(practice?.items.map(({ itemId }) => itemId)).toEqual([
      quiz.items[1]?.itemId,
      quiz.items[2]?.itemId,
    ])
    expect(practice).toMatchObject({ kind: "retry", isEnded: false, checked: [] })
    expect(Object.values(practice?.inQuiz ?? {})).toEqual(["unanswered", "wrongEvidence"])
    const seeds = await database().rehearsalAnswer.findMany({ where: { rehearsalId: both[0] } })
    expect(seeds.every(({ optionSeed }) => optionSeed > 0)).toBe(true)
  })

  it("stores an answer before it tells what is right, once, and ends with the last", async () => {
    const id = await started()
    const first = await answer(id, 1, { text: "silence" })
    expect(first).toMatchObject({ ok: true, value: { position: 1, result: { verdict: "right" } } })
    // A second press, or another device: what stands is what counts.
    const again = await answer(id, 1, { text: "trade" })
    expect(again).toMatchObject({
      ok: true,
      value: { result: { value: { text: "silence" }, verdict: "right" } },
    })
    expect((await load(id))?.checked.map(({ position }) => position)).toEqual([1])
    const pair = { option: optionOf(quiz, 2, 1), sentences: [quiz.sentenceIds[1]] }
    expect(await answer(id, 2, pair)).toMatchObject({ value: { result: { verdict: "wrong" } } })
    expect(await load(id)).toMatchObject({ isEnded: true })
    expect(await started()).not.toBe(id)
  })

  it("takes no answer that is none", async () => {
    const id = await started()
    for (const value of [null, { text: " " }, { option: optionOf(quiz, 0, 0) }, "silence"])
      expect(refusalOf(await answer(id, 1, value))).toBe("invalid quiz.practiceNoAnswer")
    const elsewhere = { option: optionOf(quiz, 2, 0), sentences: [quiz.items[0]?.itemId] }
    expect(refusalOf(await answer(id, 2, elsewhere))).toBe("invalid quiz.practiceNoAnswer")
    expect(refusalOf(await answer(id, 3, right(0)))).toBe("missing quiz.noSuchPractice")
    expect((await load(id))?.checked).toEqual([])
  })

  it("changes no score, and leaves no trace for anybody else", async () => {
    const counts = async () => [
      await database().scoring.count(),
      await database().event.count({ where: { assignmentId: quiz.assignment.id } }),
      await database().responseSave.count(),
    ]
    const before = await counts()
    await answer(await started(), 1, { text: "silence" })
    expect(await counts()).toEqual(before)
  })

  it("is not there where nothing was missed, or results are held back", async () => {
    const pair = {
      option: optionOf(quiz, 2, firstKey.option),
      sentences: [quiz.sentenceIds[firstKey.sentence]],
    }
    await finishQuiz(quiz, quiz.students[1].id, { 0: right(0), 1: { text: "silence" }, 2: pair })
    const asked = { assignmentId: quiz.assignment.id, kind: "retry" } as const
    const other = await viewerFor(quiz.students[1])
    expect(refusalOf(await startPractice(other, asked, new Date()))).toBe("conflict quiz.nothingToPractise")
    const id = await started()
    await database().assignment.update({
      where: { id: quiz.assignment.id },
      data: { releasePolicy: "by_teacher" },
    })
    expect(refusalOf(await start())).toBe("conflict quiz.resultsNotReleased")
    expect(refusalOf(await answer(id, 1, { text: "silence" }))).toBe("conflict quiz.resultsNotReleased")
  })

  it("is forbidden to staff and hidden from everybody else", async () => {
    const id = await started()
    await finishQuiz(quiz, quiz.students[1].id, {})
    const by = (user: Parameters<typeof viewerFor>[0]) => answer(id, 1, { text: "silence" }, viewerFor(user))
    expect(refusalOf(await by(quiz.teacher))).toBe("forbidden quiz.notYourResults")
    expect(refusalOf(await by(quiz.assistant))).toBe("forbidden quiz.notYourResults")
    expect(refusalOf(await by(quiz.students[1]))).toBe("missing quiz.noSuchPractice")
    expect(refusalOf(await by(await makeUser("administrator")))).toBe("missing quiz.noSuchAssignment")
    const asked = { assignmentId: quiz.assignment.id, kind: "one_week" } as const
    const staff = await viewerFor(quiz.teacher)
    expect(refusalOf(await startPractice(staff, asked, later(8)))).toBe("forbidden quiz.notYourResults")
    expect(refusalOf(await dismissRecall(staff, asked, later(8)))).toBe("forbidden quiz.notYourResults")
    const place = { rehearsalId: id, enrolmentId: quiz.enrolments[1].id, assignmentId: quiz.assignment.id }
    expect(await loadPractice(place, release)).toBeNull()
    expect((await load(id))?.checked).toEqual([])
  })
})

describe("what has stayed after weeks", () => {
  const offered = async (days: number) => (await loadHome(await student(), later(days))).recalls

  it("is offered at home for two weeks each, until it is done", async () => {
    expect(await offered(5)).toEqual([])
    expect(await offered(8)).toMatchObject([{ kind: "one_week", isBegun: false, title: "Fake neutrality?" }])
    expect(await offered(22)).toMatchObject([{ kind: "three_weeks" }])
    expect(await offered(36)).toEqual([])
    const id = await started("one_week", later(8))
    expect(await offered(8)).toMatchObject([{ isBegun: true }])
    const practice = await load(id)
    expect(practice?.items.map(({ itemId }) => itemId)).toEqual(
      quiz.items.slice(0, 3).map((one) => one.itemId),
    )
    for (const { position, ...item } of practice?.items ?? [])
      await answer(id, position, someAnswer(item, quiz.sentenceIds))
    expect(await offered(8)).toEqual([])
    expect(refusalOf(await start("one_week", later(8)))).toBe("conflict quiz.recallNotDue")
    expect(await offered(22)).toHaveLength(1)
  })

  it("does not begin before or after its weeks", async () => {
    expect(refusalOf(await start("one_week", later(5)))).toBe("conflict quiz.recallNotDue")
    expect(refusalOf(await start("three_weeks", later(8)))).toBe("conflict quiz.recallNotDue")
    expect(await database().rehearsal.count({ where: { attemptId } })).toBe(0)
  })

  it("is put away for good by one press, begun or not", async () => {
    const asked = { assignmentId: quiz.assignment.id, kind: "one_week" } as const
    await Promise.all([1, 2].map(async () => dismissRecall(await student(), asked, later(8))))
    expect(await database().rehearsal.findMany({ where: { attemptId } })).toMatchObject([
      { kind: "one_week" },
    ])
    expect(await offered(9)).toEqual([])
    expect(refusalOf(await start("one_week", later(9)))).toBe("conflict quiz.recallNotDue")
    const id = await started("three_weeks", later(22))
    await dismissRecall(await student(), { ...asked, kind: "three_weeks" }, later(22))
    expect(await offered(22)).toEqual([])
    expect(refusalOf(await answer(id, 1, right(0)))).toBe("conflict quiz.practiceEnded")
  })

  it("is not offered while results are held back", async () => {
    await database().assignment.update({
      where: { id: quiz.assignment.id },
      data: { releasePolicy: "by_teacher" },
    })
    expect(await offered(8)).toEqual([])
  })
})

describe("the key of an item that is practised", () => {
  /** All that a student's programs receive of a practice before an answer is stored: two answered, the rest open. */
  async function transcript(choice: typeof firstKey, isAnswered: boolean): Promise<string> {
    quiz = await makeQuiz({}, choice, everyItem)
    // Nothing is answered in the quiz: all is missed, whatever the key.
    attemptId = await finishQuiz(quiz, quiz.students[0].id, {})
    const id = await started()
    await database().rehearsalAnswer.updateMany({ where: { rehearsalId: id }, data: { optionSeed: 4711 } })
    const seen = [JSON.stringify(await load(id))]
    const refused = [await answer(id, 1, "no answer"), await answer(id, 1, null)]
    seen.push(JSON.stringify(refused), JSON.stringify(await load(id)))
    if (isAnswered) {
      const [item] = (await load(id))?.items ?? []
      if (!item) throw new Error("nothing to practise")
      seen.push(JSON.stringify(await answer(id, 1, someAnswer(item, quiz.sentenceIds))))
    }
    return seen.join("\n")
  }

  it("is in no byte before its answer is stored: two databases that differ in nothing else", async () => {
    const runs = await inTwoDatabases((variant) => transcript(variant === 0 ? firstKey : otherKey, false))
    expect(firstDifference(runs)).toBeNull()
    expect(runs[0]).toContain("Why does a state stay silent?")
    for (const { words } of [firstKey, otherKey]) expect(runs[0]).not.toContain(words)
  })

  it("would be found by this comparison: it comes with the answer that is stored", async () => {
    const runs = await inTwoDatabases((variant) => transcript(variant === 0 ? firstKey : otherKey, true))
    expect(firstDifference(runs)).not.toBeNull()
    expect(runs[0]).toContain(firstKey.words)
  })
})

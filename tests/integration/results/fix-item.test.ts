import { beforeEach, describe, expect, it } from "vitest"
import { ownTerms } from "@/lib/lesson/own-terms"
import { loadHome } from "@/lib/lesson/server/load-home"
import { makeAppeal } from "@/lib/lesson/server/make-appeal"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { openKey } from "@/lib/quiz/item-key"
import { decideRelease, type Release } from "@/lib/quiz/release"
import { loadKeys } from "@/lib/quiz/server/key-store"
import { reopenAttempt } from "@/lib/quiz/server/reopen-attempt"
import { submitAttempt } from "@/lib/quiz/server/submit-attempt"
import type { Fix } from "@/lib/results/fixing/fix-input"
import { answerAppeal } from "@/lib/results/server/answer-appeal"
import { applyFix } from "@/lib/results/server/apply-fix"
import { exportResults } from "@/lib/results/server/export-results"
import { loadFixing } from "@/lib/results/server/load-fixing"
import { loadResults } from "@/lib/results/server/load-results"
import { undoFix } from "@/lib/results/server/undo-fix"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeUser, viewerFor } from "@/tests/support/factories"
import { makeAssignment } from "@/tests/support/factories-lesson"
import { makeQuiz, optionIds, type Quiz, startQuiz } from "@/tests/support/factories-quiz"
import { answerQuiz, finishQuiz, optionOf, ownResults } from "@/tests/support/factories-results"
import { fixingOf, gridScores } from "@/tests/support/fixing"

useTestDatabase()

const rekeyTo = (quiz: Quiz, option: number): Fix => ({
  kind: "rekey",
  named: { optionIds: [optionOf(quiz, 0, option)] },
})
const points = (numerator: number, denominator = 1) => ({ numerator, denominator })
const refusalOf = (decision: { ok: boolean; refusal?: { kind: string; code: string } }) =>
  decision.ok ? "allowed" : `${decision.refusal?.kind} ${decision.refusal?.code}`

let quiz: Quiz
let first: ReturnType<typeof fixingOf>

const scoreOf = async (at: 0 | 1) => (await gridScores(quiz)).get(quiz.enrolments[at].id)

function released(): Release {
  const moment = new Date()
  const facts = { policy: "by_teacher" as const, releasedAt: moment, dueAt: moment, closesAt: moment }
  const decision = decideRelease(
    { ...facts, submittedAttempts: 1, hasOpenAttempt: false, attemptsLeft: 0 },
    moment,
  )
  if (!decision.released) throw new Error(decision.reason)
  return decision.release
}

beforeEach(async () => {
  quiz = await makeQuiz()
  first = fixingOf(quiz, 0)
  // The first option is the key: one student is right, the other chose the second.
  await finishQuiz(quiz, quiz.students[0].id, { 0: { option: optionOf(quiz, 0, 0) }, 1: { text: "noise" } })
  await finishQuiz(quiz, quiz.students[1].id, { 0: { option: optionOf(quiz, 0, 1) } })
})

describe("a preview", () => {
  it("names every student whose score changes, and writes nothing", async () => {
    const tables = () =>
      Promise.all([
        database().scoring.count(),
        database().itemKey.count(),
        database().scoringBatch.count(),
        database().event.count(),
      ])
    const before = await tables()
    const shown = await first.preview(rekeyTo(quiz, 1))
    expect(shown).toMatchObject({
      same: 0,
      gained: points(1),
      lost: points(1),
      possible: { before: 4, after: 4 },
    })
    const byName = new Map(shown.lines.map((line) => [line.enrolmentId, [line.before, line.after]]))
    expect(byName.get(quiz.enrolments[0].id)).toEqual([points(1), points(0)])
    expect(byName.get(quiz.enrolments[1].id)).toEqual([points(0), points(1)])
    expect(await tables()).toEqual(before)
  })

  it("refuses what is so already, what is no answer of the item, and what the type cannot have", async () => {
    const why = async (item: number, fix: Fix) => (await fixingOf(quiz, item).look(fix)).refusal?.code
    expect(await why(0, rekeyTo(quiz, 0))).toBe("results.fixSameKey")
    expect(await why(0, { kind: "rekey", named: { optionIds: [newId()] } })).toBe("results.fixNoKey")
    expect(await why(0, { kind: "rekey", named: { text: "silence" } })).toBe("results.fixNoKey")
    expect(await why(1, { kind: "accept", named: { text: "Silence!" } })).toBeUndefined()
    expect(await why(2, { kind: "accept", named: { text: "silence" } })).toBe("results.fixNotOffered")
    expect(await why(3, { kind: "credit" })).toBe("results.fixNotOffered")
    expect(await why(2, { kind: "points", points: 2 })).toBe("results.fixSameState")
  })
})

describe("a fix of one class", () => {
  it("changes neither another class's scores nor the lesson's key", async () => {
    const teacher = await viewerFor(quiz.teacher)
    const otherRoom = await makeQuiz()
    const where = {
      classId: otherRoom.class.id,
      lessonVersionId: quiz.lesson.lessonVersionId,
      createdById: quiz.teacher.id,
    }
    const assignment = await makeAssignment(where)
    const elsewhere: Quiz = {
      ...quiz,
      ...{ class: otherRoom.class, students: otherRoom.students, enrolments: otherRoom.enrolments },
      teacher: otherRoom.teacher,
      assignment,
    }
    await finishQuiz(elsewhere, elsewhere.students[0].id, { 0: { option: optionOf(quiz, 0, 0) } })
    const versionId = quiz.items[0]?.itemVersionId ?? ""
    const keyIn = async (assignmentId: string | null) => {
      const held = (await loadKeys(database(), [versionId], assignmentId)).get(versionId)
      return held && (openKey(held, "authoring").key as { answer: string }).answer
    }
    const before = await gridScores(elsewhere)
    await first.applied(rekeyTo(quiz, 1))
    await first.applied({ kind: "points", points: 7 })
    expect(await gridScores(elsewhere)).toEqual(before)
    expect(await keyIn(null)).toBe(optionOf(quiz, 0, 0))
    expect(await keyIn(assignment.id)).toBe(optionOf(quiz, 0, 0))
    expect(await keyIn(quiz.assignment.id)).toBe(optionOf(quiz, 0, 1))
    // Whoever hands in there now is scored by the lesson's key; here by what was put right.
    await finishQuiz(elsewhere, elsewhere.students[1].id, { 0: { option: optionOf(quiz, 0, 0) } })
    expect((await gridScores(elsewhere)).get(elsewhere.enrolments[1].id)).toEqual(points(1))
    const late = await makeUser()
    const seat = await enrol(quiz.class.id, late.id)
    await finishQuiz(quiz, late.id, { 0: { option: optionOf(quiz, 0, 1) } })
    expect((await gridScores(quiz)).get(seat.id)).toEqual(points(7))
    expect(teacher.userId).toBe(quiz.teacher.id)
  })

  it("counts the same for the grid, the file, the student and the mean of attempts", async () => {
    await first.applied({ kind: "credit" })
    await fixingOf(quiz, 2).applied({ kind: "drop" })
    await fixingOf(quiz, 1).applied({ kind: "points", points: 3 })
    await fixingOf(quiz, 1).applied({ kind: "accept", named: { text: "noise" } })
    // One point credited, three for the word, the pair is out: 4 of 4.
    expect(await scoreOf(0)).toEqual(points(4))
    expect(await scoreOf(1)).toEqual(points(1))
    const seen = await ownResults(quiz, 0, released())
    expect([seen?.earned, seen?.counted.earned, seen?.possible]).toEqual([points(4), points(4), 4])
    expect(seen?.items.map(({ earned, counts }) => [earned, counts])).toMatchObject([
      [points(1), { credited: true }],
      [points(3), { dropped: false }],
      [null, { dropped: true }],
      [null, { dropped: false }],
    ])
    const file = await exportResults(await viewerFor(quiz.teacher), {
      assignmentId: quiz.assignment.id,
      table: "students",
    })
    if (!file.ok) throw new Error(file.refusal.code)
    const [head = [], ...lines] = file.value.text.split("\r\n").map((line) => line.split(","))
    const own = lines.find(([name]) => name === quiz.students[0].displayName)
    expect([own?.[head.indexOf("Score")], own?.[head.indexOf("Points possible")]]).toEqual(["4", "4"])
    const results = await loadResults(await viewerFor(quiz.teacher), quiz.assignment.id)
    expect(results.ok && results.value.grid.pointsPossible).toBe(4)
  })

  it("gives a blank all points where everybody is credited", async () => {
    const word = fixingOf(quiz, 1)
    const shown = await word.preview({ kind: "credit" })
    expect(shown.lines.map(({ before, after }) => [before, after])).toEqual(
      expect.arrayContaining([
        [points(1), points(2)],
        [points(0), points(1)],
      ]),
    )
  })

  it("leaves an attempt under way alone: it is scored by the fixed key when it is handed in", async () => {
    const slow = await makeUser()
    const seat = await enrol(quiz.class.id, slow.id)
    const attemptId = await answerQuiz(quiz, slow.id, { 0: { option: optionOf(quiz, 0, 1) } })
    const { shown } = await first.applied(rekeyTo(quiz, 1))
    expect(shown.openAttempts).toBe(1)
    expect(await database().scoring.count({ where: { attemptId } })).toBe(0)
    const { tokenHash } = await startQuiz(quiz, slow.id)
    await submitAttempt({ tokenHash, attemptId, submitKey: newId(), now: new Date() })
    expect((await gridScores(quiz)).get(seat.id)).toEqual(points(1))
  })

  it("holds for a student who left and comes back", async () => {
    const enrolment = { where: { id: quiz.enrolments[0].id } }
    await database().enrolment.update({ ...enrolment, data: { leftAt: new Date() } })
    const { shown, batchId } = await first.applied(rekeyTo(quiz, 1))
    expect(shown.lines.find(({ enrolmentId }) => enrolmentId === quiz.enrolments[0].id)).toMatchObject({
      hasLeft: true,
      before: points(1),
      after: points(0),
    })
    await database().enrolment.update({ ...enrolment, data: { leftAt: null } })
    expect(await scoreOf(0)).toEqual(points(0))
    expect((await first.undo(batchId)).ok).toBe(true)
    expect(await scoreOf(0)).toEqual(points(1))
  })

  it("leaves what a teacher gave on an appeal, and says whose", async () => {
    const student = await viewerFor(quiz.students[1])
    await makeAppeal(student, { ...first.place, reason: "The second one is right too." }, new Date())
    const attempt = await database().attempt.findFirstOrThrow({
      where: { enrolmentId: quiz.enrolments[1].id },
    })
    const judged = {
      ...first.place,
      attemptId: attempt.id,
      outcome: "upheld" as const,
      answer: "",
      points: 0.5,
    }
    await answerAppeal(await viewerFor(quiz.teacher), judged, new Date())
    const { shown, batchId } = await first.applied(rekeyTo(quiz, 2))
    expect(shown.keptNames).toEqual([quiz.students[1].displayName])
    expect(await scoreOf(1)).toEqual(points(1, 2))
    expect(await scoreOf(0)).toEqual(points(0))
    await first.undo(batchId)
    expect([await scoreOf(0), await scoreOf(1)]).toEqual([points(1), points(1, 2)])
  })

  it("is kept through a reopening and through its undo", async () => {
    await database().assignment.update({
      where: { id: quiz.assignment.id },
      data: { releasePolicy: "by_teacher" },
    })
    const { batchId } = await first.applied(rekeyTo(quiz, 1))
    const attempt = await database().attempt.findFirstOrThrow({
      where: { enrolmentId: quiz.enrolments[1].id },
    })
    const call = { attemptId: attempt.id, minutes: 15, now: new Date(), ownTerms }
    expect(refusalOf(await reopenAttempt(await viewerFor(quiz.teacher), call))).toBe("allowed")
    const { tokenHash } = await startQuiz(quiz, quiz.students[1].id)
    await submitAttempt({ tokenHash, attemptId: attempt.id, submitKey: newId(), now: new Date() })
    expect(await scoreOf(1)).toEqual(points(1))
    // The score that counts is of the new handing in, not of the batch: it is scored by the old key again.
    await first.undo(batchId)
    expect([await scoreOf(0), await scoreOf(1)]).toEqual([points(1), points(0)])
  })
})

describe("two teachers, and what came meanwhile", () => {
  const second = async () => {
    const colleague = await makeUser("teacher", { displayName: "Ms Farooqi" })
    await enrol(quiz.class.id, colleague.id, "teacher")
    return viewerFor(colleague)
  }

  it("tells the second who was first, overwrites nothing, and names what a fresh preview shows", async () => {
    const mine = await first.preview(rekeyTo(quiz, 1))
    const theirs = await second()
    const call = { ...first.place, fix: { kind: "drop" } as const, reason: "", basedOn: mine.basedOn }
    expect(await applyFix(theirs, call, new Date())).toMatchObject({
      ok: true,
      value: { outcome: "applied" },
    })
    const batches = await database().scoringBatch.count()
    expect(await first.apply(rekeyTo(quiz, 1), mine.basedOn)).toEqual({
      ok: true,
      value: { outcome: "stale", by: "Ms Farooqi" },
    })
    expect(await database().scoringBatch.count()).toBe(batches)
    const fresh = await first.preview(rekeyTo(quiz, 1))
    expect(fresh).toMatchObject({ same: 2, lines: [], possible: { before: 3, after: 3 } })
  })

  it("lets one of two at once through", async () => {
    const shown = await first.preview(rekeyTo(quiz, 1))
    const theirs = await second()
    const call = { ...first.place, fix: rekeyTo(quiz, 2), reason: "", basedOn: shown.basedOn }
    const both = await Promise.all([
      first.apply(rekeyTo(quiz, 1), shown.basedOn),
      applyFix(theirs, call, new Date()),
    ])
    expect(both.map((one) => one.ok && one.value.outcome).sort()).toEqual(["applied", "stale"])
    expect(await database().scoringBatch.count({ where: { assignmentId: quiz.assignment.id } })).toBe(1)
  })

  it("refuses a preview that answers have overtaken, and a hand-in at the same moment gets the key that holds", async () => {
    const shown = await first.preview(rekeyTo(quiz, 1))
    const late = await makeUser()
    const seat = await enrol(quiz.class.id, late.id)
    await finishQuiz(quiz, late.id, { 0: { option: optionOf(quiz, 0, 1) } })
    expect(await first.apply(rekeyTo(quiz, 1), shown.basedOn)).toEqual({
      ok: true,
      value: { outcome: "stale", by: null },
    })
    const many = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const person = await makeUser()
        const own = await enrol(quiz.class.id, person.id)
        const { attemptId, tokenHash } = await startQuiz(quiz, person.id)
        await database().response.create({
          data: {
            attemptId,
            ...{ itemId: first.place.itemId, saveNumber: 1, savedAt: new Date() },
            value: { option: optionOf(quiz, 0, 1) },
          },
        })
        return { own, attemptId, tokenHash }
      }),
    )
    const fresh = await first.preview(rekeyTo(quiz, 1))
    const [outcome] = await Promise.all([
      first.apply(rekeyTo(quiz, 1), fresh.basedOn),
      ...many.map(({ attemptId, tokenHash }) =>
        submitAttempt({ tokenHash, attemptId, submitKey: newId(), now: new Date() }),
      ),
    ])
    // Whichever came first: afterwards every score is by the key that holds.
    const isApplied = outcome.ok && outcome.value.outcome === "applied"
    const scores = await gridScores(quiz)
    for (const id of [seat.id, ...many.map(({ own }) => own.id)])
      expect(scores.get(id)).toEqual(points(isApplied ? 1 : 0))
  })

  it("takes back only the last that still holds, once", async () => {
    const one = await first.applied(rekeyTo(quiz, 1))
    const two = await first.applied({ kind: "points", points: 2 })
    expect(refusalOf(await first.undo(one.batchId))).toBe("conflict results.fixNotNewest")
    expect(refusalOf(await first.undo(two.batchId))).toBe("allowed")
    expect(refusalOf(await first.undo(two.batchId))).toBe("conflict results.fixUndone")
    expect(refusalOf(await first.undo(one.batchId))).toBe("allowed")
    expect([await scoreOf(0), await scoreOf(1)]).toEqual([points(1), points(0)])
    const { history } = await first.look()
    expect(history.map(({ kind, undone, canUndo }) => [kind, undone?.by, canUndo])).toEqual([
      ["points", quiz.teacher.displayName, false],
      ["rekey", quiz.teacher.displayName, false],
    ])
  })
})

describe("an answer that a teacher graded", () => {
  it("keeps its grade when the rubric was changed afterwards, whatever is put right", async () => {
    const pair = fixingOf(quiz, 2)
    const attempt = await database().attempt.findFirstOrThrow({
      where: { enrolmentId: quiz.enrolments[0].id },
    })
    await database().response.create({
      data: {
        attemptId: attempt.id,
        itemId: pair.place.itemId,
        saveNumber: 1,
        value: { option: optionOf(quiz, 2, 1), sentences: [] },
        savedAt: new Date(),
      },
    })
    const given = {
      attemptId: attempt.id,
      itemId: pair.place.itemId,
      saveNumber: 1,
      keyRevision: 1,
      numerator: 1,
      denominator: 2,
    }
    await database().scoring.create({
      data: { ...given, source: "teacher", createdById: quiz.teacher.id, finding: { answer: null } },
    })
    const itemVersionId = quiz.items[2]?.itemVersionId ?? ""
    const { explanation, createdById, key } = await database().itemKey.findFirstOrThrow({
      where: { itemVersionId },
    })
    const changed = { itemVersionId, explanation, createdById, key: key ?? {}, id: newId(), keyRevision: 2 }
    await database().itemKey.create({ data: changed })
    const { batchId } = await pair.applied({ kind: "points", points: 10 })
    expect(await scoreOf(0)).toEqual(points(6))
    await pair.undo(batchId)
    expect(await scoreOf(0)).toEqual(points(2))
    expect(await database().scoring.count({ where: { attemptId: attempt.id, source: "teacher" } })).toBe(1)
  })
})

describe("a student", () => {
  const home = async () => (await loadHome(await viewerFor(quiz.students[1]), new Date())).assignments[0]
  const told = async () => (await ownResults(quiz, 1, released()))?.fixes.get(first.place.itemId)

  it("reads what changed by the question, and at home where the score was out already; and what was taken back", async () => {
    const { batchId } = await first.applied(rekeyTo(quiz, 1))
    const line = { before: points(0), after: points(1) }
    expect(await told()).toMatchObject({ kind: "rekey", isUndo: false, line })
    expect((await home())?.scoreChange).toMatchObject(line)
    await first.undo(batchId)
    const back = { before: points(1), after: points(0) }
    expect(await told()).toMatchObject({ kind: "rekey", isUndo: true, line: back })
    expect((await home())?.scoreChange).toMatchObject(back)
  })

  it("is told nothing before the results are out, nor of a change from before they handed in", async () => {
    const waits = { releasePolicy: "by_teacher" as const }
    await database().assignment.update({ where: { id: quiz.assignment.id }, data: waits })
    await first.applied(rekeyTo(quiz, 1))
    expect((await home())?.scoreChange).toBeNull()
    // Out now: the score that is seen first is the one after the change.
    await database().assignment.update({
      where: { id: quiz.assignment.id },
      data: { releasedAt: new Date() },
    })
    expect((await home())?.resultsOut).toBe(true)
    expect((await home())?.scoreChange).toBeNull()
    await database().attempt.updateMany({
      where: { enrolmentId: quiz.enrolments[1].id },
      data: { submittedAt: new Date(Date.now() + 1000) },
    })
    expect(await told()).toBeUndefined()
  })
})

describe("who may", () => {
  it("is a teacher of the class: not a student, an assistant, a teacher of another class, or one who left", async () => {
    const { basedOn } = await first.preview(rekeyTo(quiz, 1))
    const { batchId } = await first.applied(rekeyTo(quiz, 1))
    const stranger = await makeQuiz()
    const acts = async (viewer: Awaited<ReturnType<typeof viewerFor>>) => [
      refusalOf(
        await applyFix(viewer, { ...first.place, fix: { kind: "drop" }, reason: "", basedOn }, new Date()),
      ),
      refusalOf(await undoFix(viewer, { ...first.place, batchId }, new Date())),
      refusalOf(await loadFixing(viewer, { ...first.place, fix: { kind: "drop" } })),
    ]
    const no = "forbidden results.fixTeachersOnly"
    const gone = "missing results.noAssignment"
    expect(await acts(await viewerFor(quiz.students[0]))).toEqual([no, no, "forbidden results.staffOnly"])
    expect(await acts(await viewerFor(quiz.assistant))).toEqual([no, no, "allowed"])
    expect(await acts(await viewerFor(stranger.teacher))).toEqual([gone, gone, gone])
    // An assistant sees what was done, and no preview.
    const seen = await loadFixing(await viewerFor(quiz.assistant), { ...first.place, fix: { kind: "drop" } })
    expect(seen.ok && [seen.value.preview, seen.value.mayFix, seen.value.history.length]).toEqual([
      null,
      false,
      1,
    ])
    await database().enrolment.updateMany({
      where: { classId: quiz.class.id, userId: quiz.teacher.id },
      data: { leftAt: new Date() },
    })
    expect(await acts(await viewerFor(quiz.teacher))).toEqual([gone, gone, gone])
    expect(await database().scoringBatch.count({ where: { assignmentId: quiz.assignment.id } })).toBe(1)
  })

  it("leads to the lesson whoever may edit it, and not a colleague", async () => {
    const colleague = await makeUser("teacher")
    await enrol(quiz.class.id, colleague.id, "teacher")
    const lessonSeen = async (viewer: Awaited<ReturnType<typeof viewerFor>>) => {
      const fixing = await loadFixing(viewer, { ...first.place, fix: null })
      if (!fixing.ok) throw new Error(fixing.refusal.code)
      return fixing.value.lessonId
    }
    expect(await lessonSeen(await viewerFor(quiz.teacher))).toBe(quiz.lesson.lessonId)
    expect(await lessonSeen(await viewerFor(colleague))).toBeNull()
  })

  it("finds nothing under an address that is none", async () => {
    const viewer = await viewerFor(quiz.teacher)
    for (const place of [{ assignmentId: "x" }, { itemId: "x" }])
      expect(refusalOf(await loadFixing(viewer, { ...first.place, ...place, fix: null }))).toBe(
        "missing results.noAssignment",
      )
  })

  it("writes ids and counts into the log, and no answer", async () => {
    await first.applied(rekeyTo(quiz, 1))
    const [event] = await database().event.findMany({
      where: { kind: "item.fixed", assignmentId: quiz.assignment.id },
    })
    expect(event?.data).toEqual({ itemId: first.place.itemId, kind: "rekey", scores: 2 })
    for (const id of optionIds(quiz.items[0] ?? { content: {} }))
      expect(JSON.stringify(event?.data)).not.toContain(id)
  })
})

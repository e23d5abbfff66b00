import { v4 } from "uuid"
import { beforeEach, describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { MOST_UNREAD } from "@/lib/lesson/decide-grade-reply"
import { loadToday } from "@/lib/lesson/server/load-today"
import { replyToGrade } from "@/lib/lesson/server/reply-to-grade"
import { database } from "@/lib/platform/database"
import { answerGradeReply } from "@/lib/results/server/answer-grade-reply"
import { dropBankComment, keepBankComment, loadBank, MOST_IN_BANK } from "@/lib/results/server/comment-bank"
import { loadResults } from "@/lib/results/server/load-results"
import { setGradingRules } from "@/lib/results/server/set-grading-rules"
import { useTestDatabase } from "@/tests/support/database"
import { makeUser, makeViewer, viewerFor } from "@/tests/support/factories"
import {
  type Gradable,
  grade,
  makeGradable,
  openAnswer,
  seenByStudent,
} from "@/tests/support/factories-grading"
import { makeQuiz } from "@/tests/support/factories-quiz"

useTestDatabase()

let room: Gradable
let ada: Viewer

beforeEach(async () => {
  room = await makeGradable()
  ada = await viewerFor(room.quiz.students[0])
  await grade(room, room.first, { places: [1, 1], comment: "Which sentence says so?" })
})

const place = () => ({ assignmentId: room.quiz.assignment.id, itemId: room.quiz.items[0]?.itemId ?? "" })
const ofRoom = () => ({ attemptId: { in: room.attempts } })
const replyCount = () => database().gradeReply.count({ where: ofRoom() })
const reply = (viewer: Viewer, body = "The third one.", id: string = v4()) =>
  replyToGrade(viewer, { ...place(), id, body }, new Date())
const answer = (viewer: Viewer, body: string, attempt = 0) =>
  answerGradeReply(
    viewer,
    { ...place(), attemptId: room.attempts[attempt] ?? "", id: v4(), body },
    new Date(),
  )
const unread = async (viewer: Viewer) => {
  const results = await loadResults(viewer, room.quiz.assignment.id)
  const [today] = await loadToday(viewer, new Date())
  return [results.ok && results.value.handwork.unread.length, today?.unreadReplies]
}

describe("a student's reply to a comment", () => {
  it("stands at the answer and on the lists until a teacher has read it, and is answered there", async () => {
    expect(await reply(ada)).toEqual({ ok: true, value: true })
    expect(await unread(room.second)).toEqual([1, 1])
    // Assistants do not grade, and are told of none.
    expect((await unread(await viewerFor(room.quiz.assistant)))[0]).toBe(0)
    expect((await openAnswer(room, room.second)).replies).toMatchObject([
      { fromStudent: true, body: "The third one.", readAt: null },
    ])
    expect(await answer(room.second, "Then cite it.")).toEqual({ ok: true, value: true })
    expect(await unread(room.first)).toEqual([0, 0])
    const own = await seenByStudent(room)
    expect(own.replies.get(place().itemId)?.map(({ fromStudent, body }) => [fromStudent, body])).toEqual([
      [true, "The third one."],
      [false, "Then cite it."],
    ])
    expect((await seenByStudent(room, 1)).replies.size).toBe(0)
  })

  it("is one when it is sent twice, and can be marked as read without a word", async () => {
    const id = v4()
    await reply(ada, "Once.", id)
    await reply(ada, "Once.", id)
    expect(await replyCount()).toBe(1)
    await answer(room.first, " ")
    expect(await unread(room.first)).toEqual([0, 0])
    expect(await replyCount()).toBe(1)
  })

  it("waits its turn while several are unread", async () => {
    for (let at = 0; at < MOST_UNREAD; at++) await reply(ada, `Word ${at}`)
    expect(await reply(ada)).toMatchObject({ refusal: { code: "quiz.repliesUnread" } })
    await answer(room.first, "")
    expect(await reply(ada)).toMatchObject({ ok: true })
  })

  it("is refused where no comment may be seen: none given, held, or results not released", async () => {
    expect(await reply(await viewerFor(room.quiz.students[1]))).toMatchObject({
      refusal: { code: "quiz.noComment" },
    })
    await setGradingRules(room.first, { assignmentId: room.quiz.assignment.id, holds: true })
    expect(await reply(ada)).toMatchObject({ refusal: { code: "quiz.noComment" } })
    await setGradingRules(room.first, { assignmentId: room.quiz.assignment.id, holds: false })
    await database().assignment.update({
      where: { id: room.quiz.assignment.id },
      data: { releasePolicy: "by_teacher" },
    })
    expect(await reply(ada)).toMatchObject({ refusal: { code: "quiz.resultsNotReleased" } })
    expect(await replyCount()).toBe(0)
  })

  it("is hidden with the grade when that is held again, and not counted of who has left", async () => {
    await reply(ada)
    await setGradingRules(room.first, { assignmentId: room.quiz.assignment.id, holds: true })
    expect((await seenByStudent(room)).replies.size).toBe(0)
    const where = { id: room.quiz.enrolments[0].id }
    await database().enrolment.update({ where, data: { leftAt: new Date() } })
    expect(await unread(room.first)).toEqual([0, 0])
  })

  it.each([
    ["a teacher", async () => room.first, "forbidden"],
    ["an assistant", async () => viewerFor(room.quiz.assistant), "forbidden"],
    ["a student of another class", async () => viewerFor((await makeQuiz()).students[0]), "missing"],
  ])("is not made by %s", async (_, viewer, kind) => {
    expect(await reply(await viewer())).toMatchObject({ ok: false, refusal: { kind } })
    expect(await replyCount()).toBe(0)
  })

  it.each([
    ["an assistant", async () => viewerFor(room.quiz.assistant), "forbidden"],
    ["the student", async () => ada, "forbidden"],
    ["a teacher of another class", async () => viewerFor((await makeQuiz()).teacher), "missing"],
    ["an administrator", async () => viewerFor(await makeUser("administrator")), "missing"],
  ])("is not answered by %s", async (_, viewer, kind) => {
    await reply(ada)
    expect(await answer(await viewer(), "Mine.")).toMatchObject({ ok: false, refusal: { kind } })
    expect(
      await database().gradeReply.findMany({ where: ofRoom(), select: { fromStudent: true, readAt: true } }),
    ).toEqual([{ fromStudent: true, readAt: null }])
  })

  it("is not answered where there is none", async () => {
    expect(await answer(room.first, "Hello?")).toMatchObject({ refusal: { code: "results.noReply" } })
  })
})

describe("a bank of comments", () => {
  it("keeps, changes, drops and brings back one teacher's own words", async () => {
    const id = v4()
    expect(await keepBankComment(room.first, { id, body: " Cite it. " })).toEqual({
      ok: true,
      value: [{ id, body: "Cite it." }],
    })
    await keepBankComment(room.first, { id: v4(), body: "Cite it." })
    expect(await keepBankComment(room.first, { id, body: "Cite the sentence." })).toMatchObject({
      value: [{ id, body: "Cite the sentence." }],
    })
    expect(await dropBankComment(room.first, { id })).toEqual({ ok: true, value: [] })
    expect(await keepBankComment(room.first, { id, body: "Cite the sentence." })).toMatchObject({
      value: [{ id, body: "Cite the sentence." }],
    })
    expect(await keepBankComment(room.first, { id: v4(), body: " " })).toMatchObject({
      refusal: { code: "results.bankEmpty" },
    })
  })

  it("takes no more than it holds, and other words for what is in it", async () => {
    const { userId } = room.first
    const full = Array.from({ length: MOST_IN_BANK }, (_, at) => ({
      id: v4(),
      userId,
      body: `Comment ${at}`,
    }))
    await database().bankComment.createMany({ data: full })
    expect(await keepBankComment(room.first, { id: v4(), body: "One more." })).toMatchObject({
      refusal: { kind: "conflict", code: "results.bankFull" },
    })
    const [first] = full
    expect(await keepBankComment(room.first, { id: first?.id ?? "", body: "Reworded." })).toMatchObject({
      ok: true,
    })
    const kept = await database().bankComment.findMany({ where: { userId } })
    expect(kept).toHaveLength(MOST_IN_BANK)
    expect(kept.map(({ body }) => body)).toContain("Reworded.")
  })

  it("is nobody else's to see, change or drop", async () => {
    const id = v4()
    await keepBankComment(room.first, { id, body: "Mine." })
    expect(await loadBank(room.second)).toEqual({ ok: true, value: [] })
    await keepBankComment(room.second, { id, body: "Stolen." })
    await dropBankComment(room.second, { id })
    expect(await loadBank(room.first)).toEqual({ ok: true, value: [{ id, body: "Mine." }] })
  })

  it("forbidden: students and assistants have none", async () => {
    const refused = { ok: false, refusal: { kind: "forbidden" } }
    for (const viewer of [ada, await makeViewer("assistant")]) {
      expect(await loadBank(viewer)).toMatchObject(refused)
      expect(await keepBankComment(viewer, { id: v4(), body: "Hm." })).toMatchObject(refused)
      expect(await dropBankComment(viewer, { id: v4() })).toMatchObject(refused)
    }
    expect(await database().bankComment.count({ where: { userId: ada.userId } })).toBe(0)
  })
})

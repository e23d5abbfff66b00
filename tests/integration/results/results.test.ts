import { parse } from "csv-parse/sync"
import { v4 } from "uuid"
import { beforeAll, describe, expect, it } from "vitest"
import { GET } from "@/app/api/assignments/[assignmentId]/results.csv/route"
import { database } from "@/lib/platform/database"
import { decimalPoints } from "@/lib/quiz/score-display"
import { exportResults } from "@/lib/results/server/export-results"
import { loadDiscussionProfile } from "@/lib/results/server/load-discussion-profile"
import { loadResults } from "@/lib/results/server/load-results"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeSession, makeUser, makeViewer, viewerFor } from "@/tests/support/factories"
import { makePost, makeStance } from "@/tests/support/factories-discussion"
import { cookieOf, makeQuiz, type Quiz } from "@/tests/support/factories-quiz"
import { answerQuiz, finishQuiz, optionOf } from "@/tests/support/factories-results"

useTestDatabase()

let quiz: Quiz
/** A class beside it, of another teacher, full of words that must never show in the first. */
let other: Quiz

const rightAnswers = (of: Quiz) => ({
  0: { option: optionOf(of, 0, 0) },
  1: { text: "silence" },
  2: { option: optionOf(of, 2, 0), sentences: [of.sentenceIds[2] ?? ""] },
  3: { option: optionOf(of, 3, 1) },
})

beforeAll(async () => {
  quiz = await makeQuiz()
  other = await makeQuiz()
  const [first, second] = quiz.students
  await database().user.update({ where: { id: first.id }, data: { displayName: '=1+1, "Ann"' } })
  await finishQuiz(quiz, first.id, rightAnswers(quiz))
  await finishQuiz(quiz, second.id, {
    0: { option: optionOf(quiz, 0, 1) },
    1: { text: "noise" },
    2: { option: optionOf(quiz, 2, 0), sentences: [quiz.sentenceIds[4] ?? ""] },
  })
  const prompt = await database().prompt.findFirstOrThrow({
    where: { lessonVersionId: quiz.lesson.lessonVersionId },
  })
  const at = { assignmentId: quiz.assignment.id, promptId: prompt.id }
  const post = await makePost(
    { ...at, enrolmentId: quiz.enrolments[0].id },
    { body: "Mine to tell", alias: "Blue Heron" },
  )
  await makePost(
    { ...at, enrolmentId: quiz.enrolments[1].id },
    {
      parentId: post.id,
      move: "restate",
      alias: "Grey Owl",
    },
  )
  await makePost({ ...at, enrolmentId: quiz.enrolments[1].id }, { state: "deleted", body: "taken back" })
  const stance = { moment: "before_reading" as const, position: 2, reason: "stance canary", movedBy: null }
  await makeStance({ userId: first.id, assignmentId: quiz.assignment.id }, stance)
  for (const student of other.students) {
    await database().user.update({
      where: { id: student.id },
      data: { displayName: `Canary ${student.userName}` },
    })
    await finishQuiz(other, student.id, { ...rightAnswers(other), 1: { text: "canary answer" } })
  }
})

const resultsOf = async (of: Quiz) => {
  const results = await loadResults(await viewerFor(of.teacher), of.assignment.id)
  if (!results.ok) throw new Error(results.refusal.code)
  return results.value
}

describe("results of an assignment", () => {
  it("count what each student did, with scores as exact shares", async () => {
    const { grid } = await resultsOf(quiz)
    expect(grid.pointsPossible).toBe(4)
    const [ann, ben] = quiz.enrolments.map(({ id }) =>
      grid.rows.find((row) => row.student.enrolmentId === id),
    )
    expect(ann?.quiz).toMatchObject({ state: "submitted", score: { numerator: 4, denominator: 1 } })
    // Part A is worth 1 of 3 shares of two points.
    expect(ben?.quiz.score).toEqual({ numerator: 2, denominator: 3 })
    expect(ann?.student).toMatchObject({ stanceBefore: true, posts: 1, replies: 0 })
    expect(ben?.student).toMatchObject({ stanceBefore: false, posts: 0, replies: 1, restatements: 1 })
  })

  it("find right answers with wrong evidence, and who", async () => {
    const { analyses } = await resultsOf(quiz)
    expect(analyses[2]?.rightAnswerWrongEvidence).toMatchObject({
      count: 1,
      of: 2,
      share: null,
      choosers: [quiz.enrolments[1].id],
    })
    expect(analyses[0]).toMatchObject({ n: 2, difficulty: null, finding: "tooFew" })
    expect(analyses[3]).toMatchObject({ n: 1, right: null, finding: "unkeyed" })
    expect(analyses[3]?.blank.choosers).toEqual([quiz.enrolments[1].id])
  })

  it("leave an attempt that is open unscored", async () => {
    const open = await makeQuiz()
    await answerQuiz(open, open.students[0].id, rightAnswers(open))
    const { grid, analyses } = await resultsOf(open)
    const row = grid.rows.find(({ student }) => student.enrolmentId === open.enrolments[0].id)
    expect(row?.quiz).toMatchObject({ state: "open", answered: 4, score: { numerator: 0 } })
    expect(analyses[0]?.n).toBe(0)
  })

  it("say nothing of where anybody stands", async () => {
    const results = await resultsOf(quiz)
    expect(JSON.stringify(results)).not.toContain("stance canary")
    const file = await exportResults(await viewerFor(quiz.teacher), {
      assignmentId: quiz.assignment.id,
      table: "students",
    })
    expect(JSON.stringify(file)).not.toContain("stance canary")
  })

  it("hold nothing of another class", async () => {
    const viewer = await viewerFor(quiz.teacher)
    const assignmentId = quiz.assignment.id
    const everything = [
      await loadResults(viewer, assignmentId),
      await loadDiscussionProfile(viewer, assignmentId),
      await exportResults(viewer, { assignmentId, table: "students" }),
      await exportResults(viewer, { assignmentId, table: "items" }),
      await exportResults(viewer, { assignmentId, table: "discussion" }),
    ]
    expect(JSON.stringify(everything)).not.toMatch(/canary/i)
    expect(JSON.stringify(await resultsOf(other))).toMatch(/canary/i)
  })

  it("keep the work of who left, apart from the counts", async () => {
    const left = await makeQuiz()
    await finishQuiz(left, left.students[0].id, rightAnswers(left))
    await database().enrolment.update({ where: { id: left.enrolments[0].id }, data: { leftAt: new Date() } })
    const { grid, analyses } = await resultsOf(left)
    expect(grid.done.quiz).toBe(0)
    expect(grid.rows.find((row) => row.student.hasLeft)?.quiz.state).toBe("submitted")
    expect(analyses[0]?.n).toBe(0)
  })
})

describe("who may see results", () => {
  it("the class's teachers and assistants", async () => {
    for (const user of [quiz.teacher, quiz.assistant])
      expect(await loadResults(await viewerFor(user), quiz.assignment.id)).toMatchObject({ ok: true })
  })

  it("never a student, whoever's work it is", async () => {
    const viewer = await viewerFor(quiz.students[0])
    for (const load of [loadResults, loadDiscussionProfile])
      expect(await load(viewer, quiz.assignment.id)).toMatchObject({
        ok: false,
        refusal: { kind: "forbidden" },
      })
  })

  it("not a student whom a row calls a teacher", async () => {
    const student = await makeUser("student")
    await enrol(quiz.class.id, student.id, "teacher")
    expect(await loadResults(await viewerFor(student), quiz.assignment.id)).toMatchObject({
      ok: false,
      refusal: { kind: "forbidden" },
    })
  })

  it("nobody from outside: to them there is no such assignment", async () => {
    const outsiders = [
      await viewerFor(other.teacher),
      await viewerFor(other.students[0]),
      await makeViewer("administrator"),
    ]
    const gone = await makeUser("teacher")
    await enrol(quiz.class.id, gone.id, "teacher", { leftAt: new Date() })
    for (const viewer of [...outsiders, await viewerFor(gone)])
      expect(await loadResults(viewer, quiz.assignment.id)).toMatchObject({
        ok: false,
        refusal: { kind: "missing" },
      })
    expect(await loadResults(await viewerFor(quiz.teacher), v4())).toMatchObject({
      refusal: { kind: "missing" },
    })
    expect(await loadResults(await viewerFor(quiz.teacher), "x' OR 1=1")).toMatchObject({
      refusal: { kind: "missing" },
    })
  })

  it("under pseudonyms, which posts are whose: teachers alone", async () => {
    const teacher = await loadDiscussionProfile(await viewerFor(quiz.teacher), quiz.assignment.id)
    const assistant = await loadDiscussionProfile(await viewerFor(quiz.assistant), quiz.assignment.id)
    if (!teacher.ok || !assistant.ok) throw new Error("refused")
    const told = JSON.stringify(teacher.value.profile)
    expect(told).toContain("Mine to tell")
    expect(told).not.toContain("taken back")
    const kept = JSON.stringify(assistant.value.profile)
    expect(kept).toContain("Blue Heron")
    for (const [at, { id }] of quiz.enrolments.entries()) {
      for (const word of [id, quiz.students[at]?.userName ?? "?"]) expect(kept).not.toContain(word)
      expect(told).toContain(id)
    }
  })
})

describe("the file", () => {
  const ask = async (userId: string | null, path = "") => {
    const headers = userId ? { cookie: await cookieOf((await makeSession(userId)).token) } : undefined
    const request = new Request(`http://localhost/api/assignments/${quiz.assignment.id}/results.csv${path}`, {
      headers,
    })
    return GET(request, { params: Promise.resolve({ assignmentId: quiz.assignment.id }) })
  }

  it("has the numbers of the screen, and names whole and harmless", async () => {
    const response = await ask(quiz.teacher.id)
    expect(response.status).toBe(200)
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8")
    expect(response.headers.get("cache-control")).toBe("no-store")
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines: Record<string, string>[] = parse(Buffer.from(bytes), { bom: true, columns: true })
    const { grid } = await resultsOf(quiz)
    expect(lines).toHaveLength(grid.rows.length)
    for (const { student, quiz: done } of grid.rows) {
      const line = lines.find((one) => one["User name"] === student.userName)
      expect(line).toMatchObject({
        Score: String(Number(decimalPoints(done.score))),
        Posts: String(student.posts),
        Replies: String(student.replies),
        "Sentences read": String(student.sentencesRead),
        "Stance taken": student.stanceBefore ? "yes" : "no",
      })
    }
    expect(lines.map((line) => line.Student)).toContain(`'=1+1, "Ann"`)
  })

  it("has the statistics of the screen", async () => {
    const lines: Record<string, string>[] = parse(
      Buffer.from(await (await ask(quiz.teacher.id, "?table=items")).arrayBuffer()),
      {
        bom: true,
        columns: true,
      },
    )
    const { analyses } = await resultsOf(quiz)
    expect(lines.map((line) => Number(line.n))).toEqual(analyses.map((analysis) => analysis.n))
    expect(lines[0]).toMatchObject({ "Share right": "too few to say", "Fully right": "1", Key: "A" })
    expect(lines[2]).toMatchObject({ "Right answers": "2", "of them with wrong evidence": "1" })
  })

  it("is for teachers of the class alone", async () => {
    const statuses = [
      [null, 401],
      [quiz.students[0].id, 403],
      [quiz.assistant.id, 403],
      [other.teacher.id, 404],
    ] as const
    for (const [userId, status] of statuses) {
      const response = await ask(userId)
      expect([userId, response.status]).toEqual([userId, status])
      expect(await response.json()).toHaveProperty("error.message")
    }
    expect((await ask(quiz.teacher.id, "?table=stances")).status).toBe(422)
  })
})

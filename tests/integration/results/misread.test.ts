import { v4 } from "uuid"
import { beforeAll, describe, expect, it } from "vitest"
import { database } from "@/lib/platform/database"
import { articleHtml } from "@/lib/reading/article-html"
import { buildMisread } from "@/lib/results/misread/build-misread"
import { exportResults } from "@/lib/results/server/export-results"
import { loadResults } from "@/lib/results/server/load-results"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeUser, viewerFor } from "@/tests/support/factories"
import { makeQuiz, type Quiz } from "@/tests/support/factories-quiz"
import { finishQuiz, optionOf } from "@/tests/support/factories-results"

useTestDatabase()

let quiz: Quiz
/** Five students; the last has left. */
let enrolments: string[]
const [often, seldom] = [v4(), v4()]

const note = (enrolmentId: string, sentenceId: string, changes: object = {}) =>
  database().sentenceNote.create({
    data: {
      id: v4(),
      assignmentId: quiz.assignment.id,
      enrolmentId,
      revisionId: quiz.lesson.revisionId,
      sentenceId,
      quote: "",
      mark: "unclear",
      body: "note canary",
      ...changes,
    },
  })

beforeAll(async () => {
  quiz = await makeQuiz()
  const html = articleHtml(quiz.lesson.sentences)
  await database().readingRevision.update({ where: { id: quiz.lesson.revisionId }, data: { html } })
  const more = await Promise.all([1, 2, 3].map(() => makeUser("student")))
  const added = await Promise.all(
    more.map((user, at) => enrol(quiz.class.id, user.id, "student", at === 2 ? { leftAt: new Date() } : {})),
  )
  enrolments = [...quiz.enrolments.map(({ id }) => id), ...added.map(({ id }) => id)]
  const [first = "", second = "", third = "", fourth = "", left = ""] = enrolments
  const [one = "", two = "", three = ""] = quiz.sentenceIds
  for (const id of [first, second, third]) await note(id, one)
  await note(first, one)
  // Two here and one who left; two more who say something else or took it back.
  for (const id of [first, second, left]) await note(id, two)
  await note(third, two, { mark: "claim" })
  await note(fourth, two, { deletedAt: new Date() })
  const word = quiz.lesson.sentences[2]?.text.match(/\p{L}{4,}/u)?.[0] ?? ""
  const { lessonVersionId } = quiz.lesson
  const term = { lessonVersionId, definition: "", forms: [] }
  await database().glossaryTerm.createMany({
    data: [
      { ...term, id: often, position: 1, term: word },
      { ...term, id: seldom, position: 2, term: "seldom" },
    ],
  })
  const looked = [first, second, third].map((enrolmentId) => ({ enrolmentId, termId: often }))
  const few = [first, second, left].map((enrolmentId) => ({ enrolmentId, termId: seldom }))
  await database().glossaryLookup.createMany({
    data: [...looked, ...few].map((row) => ({ ...row, assignmentId: quiz.assignment.id })),
  })
  await finishQuiz(quiz, quiz.students[0].id, { 2: { option: optionOf(quiz, 2, 1), sentences: [three] } })
  await finishQuiz(quiz, quiz.students[1].id, { 2: { option: optionOf(quiz, 2, 0), sentences: [three] } })
})

const load = async (user: Parameters<typeof viewerFor>[0]) =>
  loadResults(await viewerFor(user), quiz.assignment.id)

describe("misread sentences", () => {
  it("count students of three and more, and say no name and no word", async () => {
    const results = await load(quiz.teacher)
    if (!results.ok) throw new Error(results.refusal.code)
    const { hardPlaces } = results.value
    expect(hardPlaces.unclear).toEqual([{ sentenceId: quiz.sentenceIds[0], count: 3 }])
    expect(hardPlaces.lookups).toMatchObject([{ termId: often, count: 3 }])
    expect(hardPlaces.lookups).toHaveLength(1)
    expect(JSON.stringify(hardPlaces)).not.toContain(enrolments[0])
    expect(JSON.stringify(results)).not.toContain("note canary")
    expect(JSON.stringify(results)).not.toContain(seldom)
  })

  it("put them on the sentences, beside the answers that were not right", async () => {
    const results = await load(quiz.teacher)
    if (!results.ok) throw new Error(results.refusal.code)
    const { found } = buildMisread(results.value)
    const of = (at: number) => found.find(({ sentence }) => sentence.id === quiz.sentenceIds[at])
    expect(of(0)).toMatchObject({ unclear: 3, wrong: { count: 0 } })
    expect(of(1)).toBeUndefined()
    expect(of(2)?.wrong).toEqual({ count: 1, choosers: [quiz.enrolments[0].id] })
    expect(found.flatMap(({ terms }) => terms.map(({ count }) => count))).toEqual([3])
  })

  it("are seen by an assistant too, forbidden to students and missing to strangers", async () => {
    expect(await load(quiz.assistant)).toMatchObject({ ok: true })
    expect(await load(quiz.students[0])).toMatchObject({ refusal: { kind: "forbidden" } })
    expect(await load(await makeUser("student"))).toMatchObject({ refusal: { kind: "missing" } })
    expect(await load(await makeUser("teacher"))).toMatchObject({ refusal: { kind: "missing" } })
  })
})

describe("the file of the quiz's figures", () => {
  const ask = async (user: Parameters<typeof viewerFor>[0]) =>
    exportResults(await viewerFor(user), { assignmentId: quiz.assignment.id, table: "quiz" })

  it("has the figures of the screen", async () => {
    const file = await ask(quiz.teacher)
    if (!file.ok) throw new Error(file.refusal.code)
    expect(file.value.text).toContain("Students,2\r\n")
    expect(file.value.text).toContain("Points possible,4\r\n")
    expect(file.value.text).toContain("Mean,too few to say\r\n")
  })

  it("is for teachers of the class alone", async () => {
    expect(await ask(quiz.assistant)).toMatchObject({ refusal: { kind: "forbidden" } })
    expect(await ask(quiz.students[0])).toMatchObject({ refusal: { kind: "forbidden" } })
    expect(await ask(await makeUser("teacher"))).toMatchObject({ refusal: { kind: "missing" } })
  })
})

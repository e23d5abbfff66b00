import { beforeAll, describe, expect, it } from "vitest"
import { saveItem } from "@/lib/lesson/server/save-item"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { type AuthoredItem, blankItem } from "@/lib/quiz/authored-item"
import type { Release } from "@/lib/quiz/release"
import { displayPoints } from "@/lib/quiz/score-display"
import { loadAuthoredItems } from "@/lib/quiz/server/load-authored-items"
import { loadSitting } from "@/lib/quiz/server/load-sitting"
import { saveResponses } from "@/lib/quiz/server/save-responses"
import { submitAttempt } from "@/lib/quiz/server/submit-attempt"
import { exportResults } from "@/lib/results/server/export-results"
import { loadResults } from "@/lib/results/server/load-results"
import { useTestDatabase } from "@/tests/support/database"
import { makeViewer, viewerFor } from "@/tests/support/factories"
import { everyItem, HINT, PLACE } from "@/tests/support/factories-item-types"
import { makeLesson } from "@/tests/support/factories-lesson"
import { firstKey, makeQuiz, type Quiz, startQuiz } from "@/tests/support/factories-quiz"
import { ownResults as loadOwnResults, optionOf } from "@/tests/support/factories-results"

useTestDatabase()

/** As the release rule would make it. */
const RELEASE = { since: null } as Release

let quiz: Quiz
const { multiple, trueFalse, numeric, evidence, poll } = PLACE

/** Sits, saves and submits through the doors that a browser uses. Answers by place of the item, from 0. */
async function sit(userId: string, answers: Record<number, object>, of = quiz): Promise<void> {
  const { attemptId, tokenHash } = await startQuiz(of, userId)
  const responses = Object.entries(answers).map(([at, value]) => ({
    itemId: of.items[Number(at)]?.itemId ?? "",
    saveNumber: 1,
    value,
  }))
  const saved = await saveResponses({ tokenHash, attemptId, responses })
  expect(saved.ok).toBe(true)
  const done = await submitAttempt({ tokenHash, attemptId, submitKey: newRandomId(), now: new Date() })
  expect(done.ok).toBe(true)
}

const option = (item: number, at: number) => optionOf(quiz, item, at)
const sentence = (at: number) => quiz.sentenceIds[at] ?? ""

beforeAll(async () => {
  quiz = await makeQuiz({ shuffleOptions: false }, firstKey, everyItem)
  const [first, second] = quiz.students
  await sit(first.id, {
    [multiple]: { options: [option(multiple, 1), option(multiple, 0)] },
    [trueFalse]: { option: option(trueFalse, 0) },
    [numeric]: { text: "35,5", unit: "States" },
    [evidence]: { sentences: [sentence(firstKey.sentence)] },
    [poll]: { option: option(poll, 1) },
  })
  await sit(second.id, {
    [multiple]: { options: [0, 1, 2].map((at) => option(multiple, at)) },
    [trueFalse]: { option: option(trueFalse, 1) },
    [numeric]: { text: "thirty-five", unit: "states" },
    [evidence]: { sentences: [sentence(firstKey.sentence), sentence(0)] },
    [poll]: { option: option(poll, 1) },
  })
})

/** What a student sees once results are released, from the first of the other types on: verdict and points. */
async function ownResults(at: 0 | 1) {
  const results = await loadOwnResults(quiz, at, RELEASE)
  return results?.items
    .slice(multiple, poll + 1)
    .map(({ verdict, earned }) => `${verdict} ${earned ? displayPoints(earned) : "-"}`)
}

const staffResults = async () => {
  const results = await loadResults(await viewerFor(quiz.teacher), quiz.assignment.id)
  if (!results.ok) throw new Error(results.refusal.code)
  return results.value
}

describe("every type of item, sat and handed in", () => {
  it("comes to its verdict and its exact points", async () => {
    expect(await ownResults(0)).toEqual(["right 1", "right 1", "right 1", "right 1", "view -"])
    expect(await ownResults(1)).toEqual(["partly ½", "wrong 0", "unanswered 0", "partly ½", "view -"])
  })

  it("writes no scoring for what is not a number, nor for a poll", async () => {
    const itemIds = [numeric, poll].map((at) => quiz.items[at]?.itemId ?? "")
    const attempt = { enrolmentId: quiz.enrolments[1].id }
    expect(await database().scoring.count({ where: { itemId: { in: itemIds }, attempt } })).toBe(0)
  })

  it("tells staff who chose what, with the key of each type", async () => {
    const { analyses } = await staffResults()
    const optionsOf = (at: number) =>
      analyses[at]?.options.map(({ letter, count, isKey }) => `${letter}${isKey ? "*" : ""} ${count}`)
    expect(optionsOf(multiple)).toEqual(["A* 2", "B* 2", "C 1", "D 0"])
    expect(optionsOf(trueFalse)).toEqual(["A* 1", "B 1"])
    expect(optionsOf(poll)).toEqual(["A 0", "B 2", "C 0"])
    expect(analyses[poll]).toMatchObject({ n: 2, right: null, finding: "unkeyed" })
    expect(analyses[evidence]?.cited).toMatchObject([
      { sentenceId: sentence(firstKey.sentence), isKey: true, count: 2 },
      { sentenceId: sentence(0), isKey: false, count: 1 },
    ])
    expect(analyses[numeric]?.item.key?.answers).toEqual(["35 ± 0.5 states"])
  })

  it("counts what is not a number neither as right nor as wrong, and shows it", async () => {
    const { analyses, grid } = await staffResults()
    expect(analyses[numeric]).toMatchObject({ n: 1, right: { count: 1 }, blank: { count: 0 } })
    expect(analyses[numeric]?.texts.map(({ text, isRight }) => [text, isRight])).toEqual([
      ["35,5 States", true],
      ["thirty-five states", false],
    ])
    const second = grid.rows.find(({ student }) => student.enrolmentId === quiz.enrolments[1].id)
    expect(second?.points[numeric]).toBeNull()
    expect(second?.quiz.score).toEqual({ numerator: 1, denominator: 1 })
  })

  it("shows a student nothing of what others chose in a poll", async () => {
    const ownQuiz = await makeQuiz({}, firstKey, everyItem)
    const [first, second] = ownQuiz.students
    const chose = (at: number) => ({ [poll]: { option: optionOf(ownQuiz, poll, at) } })
    await sit(first.id, chose(0), ownQuiz)
    const seen = () => loadOwnResults(ownQuiz, 0, RELEASE)
    const before = await seen()
    await sit(second.id, chose(2), ownQuiz)
    expect(await seen()).toEqual(before)
    expect(JSON.stringify(before)).not.toMatch(/"(count|choosers|n)":/)
  })

  it("goes into the file", async () => {
    const file = await exportResults(await viewerFor(quiz.teacher), {
      assignmentId: quiz.assignment.id,
      table: "items",
    })
    const text = file.ok ? file.value.text : ""
    expect(text).toContain("35 ± 0.5 states")
    expect(text).toContain("A: 2; B: 2; C: 1; D: 0")
  })
})

describe("an author", () => {
  const place = async () => {
    const teacher = await makeViewer("teacher")
    const lesson = await makeLesson(teacher.userId)
    return { teacher, lesson, base: { lessonVersionId: lesson.lessonVersionId, editNumber: 0 } }
  }
  const number = (answer: string): AuthoredItem => {
    const item = blankItem("numeric", newRandomId)
    return { ...item, prompt: "How many?", hint: HINT, key: { ...(item.key as object), answer } }
  }
  const codeOf = (saved: Awaited<ReturnType<typeof saveItem>>) => (saved.ok ? "allowed" : saved.refusal.code)

  it("gets a sentence for a numeric key that is not a number, and may leave it empty in a draft", async () => {
    const { teacher, base } = await place()
    expect(codeOf(await saveItem(teacher, { base, item: number("thirty-five") }))).toBe(
      "quiz.mend_notANumber",
    )
    expect(codeOf(await saveItem(teacher, { base, item: number("") }))).toBe("allowed")
  })

  it("cannot give a poll a right answer, or a level that has one", async () => {
    const { teacher, base } = await place()
    const item = { ...everyItem([], firstKey)[poll], itemId: null } as AuthoredItem
    const keyed = { ...item, key: { answer: newRandomId() } }
    expect(codeOf(await saveItem(teacher, { base, item: keyed }))).toBe("quiz.mend_viewKeyed")
    const judged = { ...item, level: "author_says" as const }
    expect(codeOf(await saveItem(teacher, { base, item: judged }))).toBe("quiz.mend_wrongLevel")
    expect(codeOf(await saveItem(teacher, { base, item }))).toBe("allowed")
  })

  it("writes a hint that comes back, and that students get with the question", async () => {
    const { teacher, lesson, base } = await place()
    await saveItem(teacher, { base, item: number("35") })
    const items = await loadAuthoredItems(teacher, lesson.lessonVersionId)
    expect(items?.map(({ item }) => item.hint)).toEqual([HINT])
    const other = await makeQuiz({}, firstKey, everyItem)
    await startQuiz(other, other.students[0].id)
    const sitting = await loadSitting(other.assignment.id, other.enrolments[0].id, new Date())
    expect(sitting?.items.map(({ hint }) => hint)).toEqual([
      ...Array(4).fill(null),
      ...Array(5).fill(HINT),
      ...Array(6).fill(null),
    ])
  })

  it("forbidden: another teacher writes no hint into it", async () => {
    const { lesson, base } = await place()
    const saved = await saveItem(await makeViewer("teacher"), { base, item: number("35") })
    expect(saved.ok).toBe(false)
    expect(await database().itemVersion.count({ where: { item: { lessonId: lesson.lessonId } } })).toBe(0)
  })
})

import { describe, expect, it } from "vitest"
import { buildGradebook, median } from "./build-gradebook"
import type { AnswerFacts, ItemFacts, StudentFacts } from "./results-facts"
import { sortGradebook } from "./sort-gradebook"

const student = (id: string, changes: Partial<StudentFacts> = {}): StudentFacts => ({
  enrolmentId: id,
  displayName: id,
  userName: id,
  timeMultiplier: 1,
  ownDueAt: null,
  excused: false,
  hasLeft: false,
  nudgedAt: null,
  readingStarted: false,
  readingFinished: false,
  sentencesRead: 0,
  attempt: null,
  late: null,
  stanceBefore: false,
  stanceAfterReading: false,
  stanceAfterDiscussion: false,
  posts: 0,
  replies: 0,
  citations: 0,
  restatements: 0,
  ...changes,
})

const item = (itemId: string, points: number, keyed = true): ItemFacts => ({
  itemId,
  position: 1,
  type: "single",
  level: keyed ? "author_says" : "my_view",
  title: null,
  prompt: itemId,
  points,
  skills: [],
  options: [],
  isKeyed: keyed,
  key: keyed ? { optionIds: ["a"], answers: [], sentenceIds: [] } : null,
})

const answer = (
  enrolmentId: string,
  itemId: string,
  numerator: number,
  denominator: number,
): AnswerFacts => ({
  enrolmentId,
  itemId,
  optionIds: ["a"],
  text: null,
  parts: [],
  sentenceIds: [],
  numerator,
  denominator,
  answerRight: null,
  evidenceRight: null,
})

const finished = { attempt: { id: "a", state: "submitted" as const, submittedAt: new Date(0) } }

describe("buildGradebook", () => {
  it("adds exact shares of points and leaves views out of the total", () => {
    const gradebook = buildGradebook({
      students: [student("s", finished)],
      items: [item("i", 1), item("j", 2), item("v", 1, false)],
      answers: [answer("s", "i", 1, 3), answer("s", "j", 1, 3), answer("s", "v", 0, 1)],
      sentenceCount: 10,
    })
    expect(gradebook.pointsPossible).toBe(3)
    expect(gradebook.rows[0]?.quiz.score).toEqual({ numerator: 1, denominator: 1 })
    expect(gradebook.rows[0]?.points[2]).toBeNull()
  })

  it("shows no points of an attempt that is still open", () => {
    const open = { attempt: { id: "a", state: "open" as const, submittedAt: null } }
    const [row] = buildGradebook({
      students: [student("s", open)],
      items: [item("i", 1)],
      answers: [answer("s", "i", 1, 1)],
      sentenceCount: 10,
    }).rows
    expect(row?.points).toEqual([null])
    expect(row?.quiz).toMatchObject({ state: "open", answered: 1 })
    expect(row?.done.quiz).toBe(false)
  })

  it("counts those in the class, and keeps the work of those who left", () => {
    const gradebook = buildGradebook({
      students: [student("here", finished), student("gone", { ...finished, hasLeft: true })],
      items: [],
      answers: [],
      sentenceCount: 1,
    })
    expect(gradebook.done.quiz).toBe(1)
    expect(gradebook.rows).toHaveLength(2)
  })

  it("knows who has not started", () => {
    const rows = buildGradebook({
      students: [student("none"), student("read", { readingStarted: true })],
      items: [],
      answers: [],
      sentenceCount: 1,
    }).rows
    expect(rows.map((row) => row.notStarted)).toEqual([true, false])
  })
})

describe("median", () => {
  it("is the middle, the mean of two middles, or nothing", () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 3])).toBe(2.5)
    expect(median([])).toBeNull()
  })
})

describe("sortGradebook", () => {
  const rows = buildGradebook({
    students: [
      student("zoe", finished),
      student("Änne", { readingStarted: true }),
      student("bob"),
      student("gone", { hasLeft: true }),
      student("eve", { excused: true }),
    ],
    items: [],
    answers: [],
    sentenceCount: 1,
  }).rows
  const names = (sort: "needs" | "name" | "quiz", direction: "up" | "down") =>
    sortGradebook(rows, { sort, direction, locale: "en" }).map((row) => row.student.displayName)

  it("puts first who needs the teacher, and always last who has left", () => {
    expect(names("needs", "up")).toEqual(["bob", "Änne", "zoe", "eve", "gone"])
    expect(names("name", "down").at(-1)).toBe("gone")
  })

  it("sorts names as people do, and breaks ties by name in both directions", () => {
    expect(names("name", "up").slice(0, 4)).toEqual(["Änne", "bob", "eve", "zoe"])
    expect(names("quiz", "down").slice(0, 4)).toEqual(["zoe", "Änne", "bob", "eve"])
  })
})

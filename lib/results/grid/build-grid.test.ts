import { describe, expect, it } from "vitest"
import { madeAnswer, madeAttempt, madeItem, madeStudent } from "@/tests/support/results-facts"
import type { AnswerFacts, ItemFacts } from "../results-facts"
import { buildGrid, median } from "./build-grid"
import { sortedOnce, sortGrid } from "./sort-grid"

const item = (itemId: string, points: number, isKeyed = true): ItemFacts =>
  madeItem(itemId, { points, isKeyed, level: isKeyed ? "author_says" : "my_view" })

const answer = (enrolmentId: string, itemId: string, numerator: number, denominator: number): AnswerFacts =>
  madeAnswer(enrolmentId, itemId, { optionIds: ["a"], numerator, denominator })

const finished = { attempt: madeAttempt({ earned: { numerator: 1, denominator: 1 } }) }

describe("buildGrid", () => {
  it("shows the points of each item and what the quiz counts for, and leaves views out of the total", () => {
    const grid = buildGrid({
      students: [madeStudent("s", finished)],
      items: [item("i", 1), item("j", 2), item("v", 1, false)],
      answers: [answer("s", "i", 1, 3), answer("s", "j", 1, 3), answer("s", "v", 0, 1)],
      sentenceCount: 10,
    })
    expect(grid.pointsPossible).toBe(3)
    expect(grid.rows[0]?.quiz.score).toEqual({ numerator: 1, denominator: 1 })
    expect(grid.rows[0]?.points[2]).toBeNull()
  })

  it("shows no points of an attempt that is still open", () => {
    const open = { attempt: madeAttempt({ state: "open", submittedAt: null, earned: null }) }
    const [row] = buildGrid({
      students: [madeStudent("s", open)],
      items: [item("i", 1)],
      answers: [answer("s", "i", 1, 1)],
      sentenceCount: 10,
    }).rows
    expect(row?.points).toEqual([null])
    expect(row?.quiz).toMatchObject({ state: "open", answered: 1 })
    expect(row?.done.quiz).toBe(false)
  })

  it("counts those in the class, and keeps the work of those who left", () => {
    const grid = buildGrid({
      students: [madeStudent("here", finished), madeStudent("gone", { ...finished, hasLeft: true })],
      items: [],
      answers: [],
      sentenceCount: 1,
    })
    expect(grid.done.quiz).toBe(1)
    expect(grid.rows).toHaveLength(2)
  })

  it("knows who has not started", () => {
    const rows = buildGrid({
      students: [madeStudent("none"), madeStudent("read", { readingStarted: true })],
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

describe("sortGrid", () => {
  const rows = buildGrid({
    students: [
      madeStudent("zoe", finished),
      madeStudent("Änne", { readingStarted: true }),
      madeStudent("bob"),
      madeStudent("gone", { hasLeft: true }),
      madeStudent("eve", { excused: true }),
    ],
    items: [],
    answers: [],
    sentenceCount: 1,
  }).rows
  const names = (sort: "needs" | "name" | "quiz", direction: "up" | "down") =>
    sortGrid(rows, { sort, direction, locale: "en" }).map((row) => row.student.displayName)

  it("puts first who needs the teacher, and always last who has left", () => {
    expect(names("needs", "up")).toEqual(["bob", "Änne", "zoe", "eve", "gone"])
    expect(names("name", "down").at(-1)).toBe("gone")
  })

  it("sorts names as people do, and breaks ties by name in both directions", () => {
    expect(names("name", "up").slice(0, 4)).toEqual(["Änne", "bob", "eve", "zoe"])
    expect(names("quiz", "down").slice(0, 4)).toEqual(["zoe", "Änne", "bob", "eve"])
  })

  it("is made once for each order of the same rows, and anew for other rows", () => {
    const order = { sort: "name", direction: "up", locale: "en" } as const
    const once = sortedOnce(rows, order)
    expect(once).toEqual(sortGrid(rows, order))
    expect(sortedOnce(rows, order)).toBe(once)
    expect(sortedOnce(rows, { ...order, direction: "down" })).toEqual(
      sortGrid(rows, { ...order, direction: "down" }),
    )
    expect(sortedOnce(rows.slice(1), order)).toHaveLength(once.length - 1)
  })
})

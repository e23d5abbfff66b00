import { describe, expect, it } from "vitest"
import type { GridRow } from "@/lib/results/grid/build-grid"
import { type GridRowFacts, gridRowView, saidOnce } from "./grid-row-view"

const words = ((key: string, facts: object = {}) =>
  [key.slice("grid.".length), ...Object.values(facts)].join(" ")) as unknown as GridRowFacts["words"]

const student = {
  enrolmentId: "e1",
  displayName: "Ann",
  hasLeft: false,
  timeMultiplier: 1,
  ownDueAt: null,
  excused: false,
  readingStarted: true,
  sentencesRead: 12,
  stanceAfterReading: true,
  posts: 0,
  replies: 0,
  citations: 0,
  restatements: 0,
  attempt: null,
}
const row = {
  student,
  quiz: { state: "none", score: { numerator: 0, denominator: 1 }, answered: 0 },
  points: [],
  done: { stance: true, read: false, quiz: false, discuss: false, reflect: false },
  notStarted: false,
  hidesWriting: false,
}

const view = (change: object = {}, own: object = {}) =>
  gridRowView({ ...row, ...change, student: { ...student, ...own } } as unknown as GridRow, {
    grid: { sentenceCount: 40, pointsPossible: 10 } as GridRowFacts["grid"],
    hasStance: true,
    hasPrompts: true,
    ownDue: () => "Friday",
    words,
  })

describe("gridRowView", () => {
  it("says of each step how far it is", () => {
    expect(view()).toEqual({
      id: "e1",
      name: "Ann",
      remarks: [],
      hasLeft: false,
      cells: ["ytaken", "r12\nsentences 12 40", ".notYet", ".notYet", "ytaken", ".notYet"],
    })
    expect(view({}, { readingStarted: false }).cells[1]).toBe(".notYet")
    expect(view({ done: { ...row.done, read: true } }).cells[1]).toBe("ffinishedReading")
  })

  it("says what a quiz came to, of several attempts and of what was taken off", () => {
    const open = { state: "open", score: { numerator: 0, denominator: 1 }, answered: 3 }
    const done = { state: "submitted", score: { numerator: 17, denominator: 2 }, answered: 10 }
    expect(view({ quiz: open }).cells[2]).toBe("oanswersSoFar 3")
    expect(view({ quiz: done }).cells[2]).toBe("s8½\nscore 8½ 10\n")
    const attempt = { lines: [1, 2], latePercent: 20 }
    expect(view({ quiz: done }, { attempt }).cells[2]).toBe("s8½\nscore 8½ 10\nattempts 2, percentOff 20")
  })

  it("counts what was written, and says nothing of it where it is beside nobody", () => {
    expect(view({}, { posts: 2, replies: 1, citations: 3 }).cells[3]).toBe("pposts 2\nreplies 1, cited 3")
    const hidden = view({ hidesWriting: true }, { posts: 2 }).cells
    expect([hidden[3], hidden[5]]).toEqual([".notByName", ".notByName"])
  })

  it("remarks on what a student has of their own", () => {
    expect(view({}, { timeMultiplier: 2, excused: true, hasLeft: true }).remarks).toEqual([
      "doubleTime",
      "excused",
      "left",
    ])
    expect(view({}, { timeMultiplier: 1.5, ownDueAt: new Date() }).remarks).toEqual([
      "timeMultiplier 1.5",
      "until Friday",
    ])
  })

  it("makes a sentence once, and another for other facts", () => {
    let made = 0
    const once = saidOnce(((key: string, { count }: { count: number }) => {
      made++
      return `${key} ${count}`
    }) as unknown as GridRowFacts["words"])
    expect([1, 2, 1].map((count) => once("grid.posts", { count }))).toEqual([
      "grid.posts 1",
      "grid.posts 2",
      "grid.posts 1",
    ])
    expect(made).toBe(2)
  })
})

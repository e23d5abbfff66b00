import { describe, expect, it } from "vitest"
import { madeAnswer, madeItem, madeStudent } from "@/tests/support/results-facts"
import { analyseItems } from "../analysis/analyse-items"
import type { AnswerFacts, ItemFacts, StudentFacts } from "../results-facts"
import { buildGrid } from "./build-grid"
import { countToGrade, findNeeds } from "./find-needs"

const item = (type: string, position: number): ItemFacts =>
  madeItem(`${type} ${position}`, { type, position, prompt: "Was it neutral?", points: 4 })

const answer = (enrolmentId: string, itemId: string, numerator: number | null): AnswerFacts =>
  madeAnswer(enrolmentId, itemId, {
    text: `Words of ${enrolmentId}`,
    numerator,
    denominator: numerator === null ? null : 4,
  })

const now = new Date("2026-03-03T08:30:00Z")
const items = [item("long", 1), item("short", 2)]
const answers = [answer("ada", "long 1", 4), answer("ben", "long 1", null), answer("ben", "short 2", 0)]
const analyses = analyseItems(
  items,
  answers,
  ["ada", "ben", "cem"].map((enrolmentId) => ({ enrolmentId, itemIds: null })),
)
const grid = buildGrid({ students: [], items, answers, sentenceCount: 1 })
const needs = (mayGrade: boolean) =>
  findNeeds({ grid, analyses, openAppeals: [], mayGrade, now, waitsForRelease: false, promptCount: 0 })

describe("answers that wait for a grade", () => {
  it("are counted apart from what a machine scores, and are neither right nor wrong", () => {
    const [long, short] = analyses
    expect(long).toMatchObject({ n: 2, right: null, difficulty: null, finding: "byHand", texts: [] })
    expect(long?.byHand).toEqual({ graded: 1, waiting: { count: 1, choosers: ["ben"] } })
    expect(long?.blank.choosers).toEqual(["cem"])
    expect(short?.byHand).toBeNull()
    expect(countToGrade(analyses)).toBe(1)
    expect(countToGrade(analyses.slice(1))).toBeNull()
  })

  it("want a teacher now, and nobody who may not grade", () => {
    expect(needs(true)).toMatchObject([{ code: "toGrade", itemId: "long 1", position: 1, count: 1 }])
    expect(needs(false)).toEqual([])
  })
})

describe("what grading leaves to do", () => {
  const handwork = {
    unread: [
      { itemId: "long 1", attemptId: "a" },
      { itemId: "long 1", attemptId: "b" },
    ],
    differing: 3,
  }
  const facts = {
    grid,
    analyses: analyses.slice(1),
    openAppeals: [],
    now,
    waitsForRelease: false,
    promptCount: 0,
  }

  it("is replies that nobody has read and grades that differ, for whoever may grade", () => {
    const all = { ...facts, analyses, handwork }
    expect(findNeeds({ ...all, mayGrade: true }).slice(1)).toMatchObject([
      { code: "differ", count: 3 },
      { code: "reply", itemId: "long 1", attemptId: "a", count: 2 },
    ])
    expect(findNeeds({ ...all, mayGrade: false })).toEqual([])
    expect(findNeeds({ ...facts, mayGrade: true })).toEqual([])
  })
})

describe("appeals that nobody has decided", () => {
  it("want whoever decides them, question by question", () => {
    const openAppeals = [{ itemId: "short 2" }, { itemId: "short 2" }, { itemId: "gone" }]
    const facts = {
      grid,
      analyses,
      openAppeals,
      mayGrade: false,
      now,
      waitsForRelease: false,
      promptCount: 0,
    }
    expect(findNeeds(facts)).toMatchObject([{ code: "appeal", itemId: "short 2", position: 2, count: 2 }])
  })
})

describe("students who have stopped", () => {
  const idle = (name: string, nudgedAt: Date | null): StudentFacts => madeStudent(name, { nudgedAt })
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  const needsOf = (students: StudentFacts[]) => {
    const grid = buildGrid({ students, items: [], answers: [], sentenceCount: 4 })
    return findNeeds({
      grid,
      analyses: [],
      openAppeals: [],
      mayGrade: true,
      now,
      waitsForRelease: false,
      promptCount: 1,
    })
  }

  it("can be asked to go on, but for those who were asked lately", () => {
    const students = [idle("ann", null), idle("ben", hoursAgo(2)), idle("cem", hoursAgo(30))]
    expect(needsOf(students)).toMatchObject([
      { code: "notStarted", count: 3, nudge: { enrolmentIds: ["ann", "cem"], last: hoursAgo(2) } },
    ])
    expect(needsOf([{ ...idle("ann", null), excused: true }])).toEqual([])
  })
})

describe("questions that want a look", () => {
  it("are those whose key strong students did not choose, and those that are misread", () => {
    const [, short] = analyses
    if (!short) throw new Error("no analysis")
    const found = (["checkKey", "misread", "weak"] as const).map((finding) => ({
      ...short,
      finding,
      temptingLetter: finding === "weak" ? null : "C",
    }))
    const facts = { grid, openAppeals: [], mayGrade: true, now, waitsForRelease: false, promptCount: 0 }
    expect(findNeeds({ ...facts, analyses: found })).toMatchObject([
      { code: "checkKey", position: 2, letter: "C" },
      { code: "misread", position: 2, letter: "C" },
    ])
  })
})

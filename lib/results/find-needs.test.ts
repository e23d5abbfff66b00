import { describe, expect, it } from "vitest"
import { analyseItems } from "./analyse-items"
import { buildGradebook } from "./build-gradebook"
import { countToGrade, findNeeds } from "./find-needs"
import type { AnswerFacts, ItemFacts } from "./results-facts"

const item = (type: string, position: number): ItemFacts => ({
  itemId: `${type} ${position}`,
  position,
  type,
  level: "author_says",
  title: null,
  prompt: "Was it neutral?",
  points: 4,
  skills: [],
  options: [],
  isKeyed: true,
  key: { optionIds: [], answers: [], sentenceIds: [] },
})

const answer = (enrolmentId: string, itemId: string, numerator: number | null): AnswerFacts => ({
  enrolmentId,
  itemId,
  optionIds: [],
  text: `Words of ${enrolmentId}`,
  sentenceIds: [],
  parts: [],
  numerator,
  denominator: numerator === null ? null : 4,
  answerRight: null,
  evidenceRight: null,
})

const items = [item("long", 1), item("short", 2)]
const answers = [answer("ada", "long 1", 4), answer("ben", "long 1", null), answer("ben", "short 2", 0)]
const analyses = analyseItems(items, answers, ["ada", "ben", "cem"])
const gradebook = buildGradebook({ students: [], items, answers, sentenceCount: 1 })
const needs = (mayGrade: boolean) =>
  findNeeds({ gradebook, analyses, mayGrade, waitsForRelease: false, promptCount: 0 })

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

import { describe, expect, it } from "vitest"
import { long } from "@/lib/quiz/types/long/long"

const id = (digit: number) => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`
const content = { maxLength: 200, cite: 2 }
const level = (digit: number, points: number) => ({ id: id(digit), text: "So", points })
const rubric = { criteria: [{ id: id(1), title: "Claim", levels: [level(2, 0), level(3, 2)] }] }
const sentences = new Set([id(4), id(5), id(6)])
const answer = (text: string, ...cited: string[]) => ({ text, sentences: cited })

describe("a long answer", () => {
  it("is scored by no machine, and is no zero for it", () => {
    expect(long.isGradedByHand).toBe(true)
    expect(long.score({ rubric }, answer("Because."), content)).toEqual({ state: "ungraded" })
    expect(long.score({ rubric }, answer(" "), content)).toEqual({ state: "unanswered" })
  })

  it.each([
    [answer("Because."), "answered"],
    [answer("", id(4)), "incomplete"],
    [answer(" \n"), "unanswered"],
    [answer("x".repeat(201)), "invalid"],
    [answer("x", id(4), id(4)), "invalid"],
    [answer("x", id(4), id(5), id(6)), "invalid"],
    [answer("x", id(9)), "invalid"],
    [{ text: "x" }, "invalid"],
  ])("checks %j as %s", (value, state) => {
    expect(long.check(content, value, sentences)).toBe(state)
  })

  it("keeps its paragraphs when it is told", () => {
    expect(long.told(content, answer("One.\n\nTwo.", id(4)))).toMatchObject({
      text: "One.\n\nTwo.",
      sentenceIds: [id(4)],
    })
  })

  it("tells an author what to mend, and cannot be given to a class without levels", () => {
    const codes = (criteria: object[]) =>
      long.problems({ content, key: { rubric: { criteria } } }, sentences).map(({ code }) => code)
    expect(codes(rubric.criteria)).toEqual([])
    expect(codes([])).toEqual(["noCriteria"])
    expect(codes([{ id: id(1), title: "", levels: [] }])).toEqual([
      "emptyCriterion",
      "tooFewLevels",
      "noRubricPoints",
    ])
  })
})

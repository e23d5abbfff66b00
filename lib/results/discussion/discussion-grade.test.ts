import { describe, expect, it } from "vitest"
import { gradeShare, rubricFaults, rubric as rubricShape, rubricTotal } from "@/lib/quiz/rubric"
import { defaultDiscussionRubric } from "./default-rubric"
import { decideDiscussionGrade, discussionPoints } from "./discussion-grade"

const rubric = defaultDiscussionRubric((place) => place)
const current = { number: 2, rubric }
/** The level worth so many points of each criterion. */
const levels = (...points: number[]) =>
  Object.fromEntries(
    points.map((worth, at) => [rubric.criteria[at]?.id, rubric.criteria[at]?.levels[worth]?.id ?? ""]),
  )
const decide = (given: Record<string, string>, facts = {}, rubricNumber = 2) =>
  decideDiscussionGrade({ hasWritten: true, current, ...facts }, { levels: given, rubricNumber })

describe("the rubric that a discussion begins with", () => {
  it("can grade, out of nine, and has an id of its own for everything in it", () => {
    expect(rubricShape.parse(rubric)).toEqual(rubric)
    expect(rubricFaults(rubric)).toEqual([])
    expect(rubricTotal(rubric)).toBe(9)
    const ids = rubric.criteria.flatMap(({ id, levels: own }) => [id, ...own.map((level) => level.id)])
    expect(new Set(ids).size).toBe(15)
  })
})

describe("decideDiscussionGrade", () => {
  it("adds the levels up to an exact share", () => {
    expect(decide(levels(3, 2, 2))).toEqual({ ok: true, value: { numerator: 7, denominator: 9 } })
    expect(decide(levels(0, 0, 0))).toMatchObject({ ok: true, value: { numerator: 0 } })
  })

  it.each([
    ["a criterion left out", () => decide(levels(3, 2)), "results.levelMissing"],
    ["a level of another rubric", () => decide({ ...levels(3, 2), x: "y" }), "results.levelMissing"],
    ["nothing written", () => decide(levels(1, 1, 1), { hasWritten: false }), "results.nothingWritten"],
    [
      "a rubric that can give nothing",
      () => decide({}, { current: { number: 2, rubric: { ...rubric, criteria: [] } } }),
      "results.noRubric",
    ],
    ["a rubric that was changed", () => decide(levels(1, 1, 1), {}, 1), "results.rubricChanged"],
  ])("refuses %s", (_, outcome, code) => {
    expect(outcome()).toMatchObject({ ok: false, refusal: { code } })
  })
})

it("is shown as points of all that its own rubric can give", () => {
  const share = gradeShare(rubric, { levels: levels(3, 2, 1) })
  if (!share) throw new Error("no share")
  expect(share).toEqual({ numerator: 2, denominator: 3 })
  expect(discussionPoints({ share, rubric })).toEqual({
    earned: { numerator: 6, denominator: 1 },
    possible: 9,
  })
})

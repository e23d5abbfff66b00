import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  gradeShare,
  isSameRubric,
  type Rubric,
  rubricFaults,
  rubricTotal,
  withoutGuidelines,
} from "@/lib/quiz/rubric"

const level = (id: string, points: number) => ({ id, text: `Level ${id}`, points })
const shown: Rubric = {
  criteria: [
    { id: "claim", title: "States a claim", levels: [level("c0", 0), level("c1", 1)] },
    { id: "proof", title: "Proves it", levels: [level("p0", 0), level("p1", 1), level("p3", 3)] },
  ],
}
const share = (levels: Record<string, string>) => gradeShare(shown, { levels })

describe("a rubric", () => {
  it("adds its levels up to a share of the best that can be had", () => {
    expect(rubricTotal(shown)).toBe(4)
    expect(share({ claim: "c1", proof: "p3" })).toEqual({ numerator: 1, denominator: 1 })
    expect(share({ claim: "c1", proof: "p1" })).toEqual({ numerator: 1, denominator: 2 })
    expect(share({ claim: "c0", proof: "p0" })).toEqual({ numerator: 0, denominator: 1 })
  })

  it("gives nothing while a criterion has no level, or one that is not its own", () => {
    expect(share({ claim: "c1" })).toBeNull()
    expect(share({ claim: "c1", proof: "c1" })).toBeNull()
    expect(gradeShare({ criteria: [] }, { levels: {} })).toBeNull()
  })

  it("stays within the item, and never falls when a level rises", () => {
    const chosen = fc.tuple(fc.constantFrom("c0", "c1"), fc.constantFrom("p0", "p1", "p3"))
    const number = ([claim, proof]: readonly [string, string]) => {
      const given = share({ claim, proof })
      return given ? given.numerator / given.denominator : Number.NaN
    }
    fc.assert(
      fc.property(chosen, ([claim, proof]) => {
        expect(number([claim, proof])).toBeGreaterThanOrEqual(0)
        expect(number([claim, proof])).toBeLessThanOrEqual(1)
        expect(number(["c1", proof])).toBeGreaterThanOrEqual(number([claim, proof]))
        expect(number([claim, "p3"])).toBeGreaterThanOrEqual(number([claim, proof]))
      }),
    )
  })

  it("says what an author has to mend", () => {
    const withLevels = (levels: Rubric["criteria"][number]["levels"]) =>
      rubricFaults({ criteria: [{ id: "c", title: "Claim", levels }] })
    expect(rubricFaults(shown)).toEqual([])
    expect(rubricFaults({ criteria: [] })).toEqual(["noCriteria"])
    expect(withLevels([])).toEqual(["tooFewLevels", "noRubricPoints"])
    expect(withLevels([level("a", 1)])).toEqual(["tooFewLevels"])
    expect(withLevels([level("a", 0), { ...level("b", 1), text: " " }])).toEqual(["emptyLevel"])
    expect(withLevels([level("a", 0), level("b", 0)])).toEqual(["noRubricPoints"])
  })

  it("gives a student nothing of what it says to graders", () => {
    const id = "11111111-1111-4111-8111-111111111111"
    const rubric = { criteria: [{ id, title: "Claim", levels: [] }], guidelines: "Canary" }
    const kept = withoutGuidelines({ rubric, evidence: { quotes: [], sentenceIds: [] } })
    expect(kept).toEqual({
      rubric: { criteria: rubric.criteria },
      evidence: { quotes: [], sentenceIds: [] },
    })
    expect(JSON.stringify(kept)).not.toContain("Canary")
    for (const other of [null, { answer: "a" }]) expect(withoutGuidelines(other)).toBe(other)
  })

  it("is another where it judges otherwise, and the same with its names in another order", () => {
    const changed = (level: object) => ({
      criteria: shown.criteria.map((one) => ({
        ...one,
        levels: one.levels.map((old) => ({ ...old, ...level })),
      })),
    })
    const turned = {
      criteria: shown.criteria.map(({ id, title, levels }) => ({
        levels: levels.map(({ id: levelId, text, points }) => ({ points, text, id: levelId })),
        title,
        id,
      })),
    }
    expect(isSameRubric(shown, turned)).toBe(true)
    expect(isSameRubric(shown, { ...shown, guidelines: "More" })).toBe(true)
    expect(isSameRubric(shown, changed({ points: 9 }))).toBe(false)
    expect(isSameRubric(shown, changed({ text: "Other words" }))).toBe(false)
    expect(isSameRubric(shown, { criteria: [...shown.criteria].reverse() })).toBe(false)
  })
})

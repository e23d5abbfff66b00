import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { FEWEST_FOR_KAPPA, graderAgreement, weightedKappa } from "./grader-agreement"

describe("weighted kappa", () => {
  it("comes to the published figure", () => {
    // Gwet, Handbook of Inter-Rater Reliability: two abstractors, 100 patients, three ordered categories. The table and
    // its quadratic-weighted kappa, 0.8921569, are given with the R package irrCAC (cont3x3abstractors, kappa2.table).
    const abstractors = [
      [13, 0, 0],
      [0, 20, 7],
      [0, 4, 56],
    ]
    expect(weightedKappa(abstractors)).toBeCloseTo(0.8921569, 7)
  })

  it("is the plain kappa of two categories", () => {
    // 20 + 15 of 50 the same, 0.5 by chance: (0.7 - 0.5) / (1 - 0.5).
    expect(
      weightedKappa([
        [20, 5],
        [10, 15],
      ]),
    ).toBeCloseTo(0.4, 10)
  })

  it("says nothing where one level was all that was given, or nothing was", () => {
    expect(
      weightedKappa([
        [9, 0],
        [0, 0],
      ]),
    ).toBeNull()
    expect(
      weightedKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull()
    expect(weightedKappa([[5]])).toBeNull()
  })

  it("is at most 1, 1 only without disagreement, and the same whoever is first", () => {
    const table = fc.array(fc.array(fc.nat(20), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 3,
    })
    fc.assert(
      fc.property(table, (given) => {
        const turned = given.map((_, row) => given.map((line) => line[row] ?? 0))
        const kappa = weightedKappa(given)
        if (kappa === null) return expect(weightedKappa(turned)).toBeNull()
        expect(weightedKappa(turned)).toBeCloseTo(kappa, 9)
        expect(kappa).toBeLessThanOrEqual(1 + 1e-12)
        const isDiagonal = given.every((line, row) => line.every((count, at) => at === row || count === 0))
        expect(Math.abs(kappa - 1) < 1e-12).toBe(isDiagonal)
      }),
    )
  })
})

describe("how far two graders agree", () => {
  const level = (id: string, points: number) => ({ id, text: id, points })
  const rubric = {
    criteria: [
      { id: "claim", title: "Claim", levels: [level("c0", 0), level("c1", 1)] },
      { id: "proof", title: "Proof", levels: [level("p0", 0), level("p1", 1), level("p2", 2)] },
    ],
  }
  const pair = (first: [string, string], second: [string, string]) => ({
    first: { levels: { claim: first[0], proof: first[1] } },
    second: { levels: { claim: second[0], proof: second[1] } },
  })

  it("counts whole answers and single criteria, and gives no figure of too few", () => {
    const pairs = [
      pair(["c0", "p0"], ["c0", "p0"]),
      pair(["c1", "p2"], ["c1", "p1"]),
      pair(["c1", "old"], ["c0", "old"]),
    ]
    expect(graderAgreement(rubric, pairs)).toEqual({
      n: 3,
      same: 1,
      criteria: [
        { criterionId: "claim", title: "Claim", n: 3, same: 2, kappa: null },
        { criterionId: "proof", title: "Proof", n: 2, same: 1, kappa: null },
      ],
    })
  })

  it("gives a figure from the stated number on", () => {
    const pairs = Array.from({ length: FEWEST_FOR_KAPPA }, (_, at) =>
      pair(["c0", at % 2 ? "p0" : "p2"], ["c0", at % 2 ? "p0" : "p2"]),
    )
    const [claim, proof] = graderAgreement(rubric, pairs).criteria
    expect(claim?.kappa).toBeNull()
    expect(proof?.kappa).toBe(1)
  })
})

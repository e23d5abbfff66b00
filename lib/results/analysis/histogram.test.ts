import { describe, expect, it } from "vitest"
import { histogram } from "./histogram"

const counts = (totals: number[], possible: number | null, unit = 1) =>
  histogram(totals, { unit, possible }).map(({ from, count }) => [from, count])

describe("histogram", () => {
  it("has a bar for each of few points, the highest alone in the last", () => {
    expect(counts([0, 3, 4, 4], 4)).toEqual([
      [0, 1],
      [1, 0],
      [2, 0],
      [3, 1],
      [4, 2],
    ])
  })

  it("widens its bars until twelve are enough", () => {
    expect(counts([0, 4, 5, 37], 37)).toEqual([
      [0, 2],
      [5, 1],
      [10, 0],
      [15, 0],
      [20, 0],
      [25, 0],
      [30, 0],
      [35, 1],
    ])
    expect(counts([1_000_000], 1_000_000)).toHaveLength(11)
  })

  it("puts parts of points exactly, and what is below zero below it", () => {
    // A third of a point is one unit.
    expect(counts([2, 3, -1], 2, 3)).toEqual([
      [-1, 1],
      [0, 1],
      [1, 1],
      [2, 0],
    ])
    expect(counts([], null)).toEqual([[0, 0]])
  })
})

import { describe, expect, it } from "vitest"
import { chanceOfCounts, chiSquareTail } from "@/lib/quiz/fairness/even-places"

/** By listing every way n items can fall on k places. */
function byListing(counts: readonly number[]): number {
  const [k, n] = [counts.length, counts.reduce((sum, count) => sum + count, 0)]
  const squares = (of: readonly number[]) => of.reduce((sum, count) => sum + count * count, 0)
  let hits = 0
  for (let code = 0; code < k ** n; code++) {
    const fallen = Array.from({ length: k }, () => 0)
    for (let item = 0, rest = code; item < n; item++, rest = Math.floor(rest / k))
      fallen[rest % k] = (fallen[rest % k] ?? 0) + 1
    if (squares(fallen) >= squares(counts)) hits++
  }
  return hits / k ** n
}

describe("how surprising counts are", () => {
  it.each([[[2, 2, 2, 2]], [[5, 1, 1, 1]], [[8, 0, 0, 0]], [[4, 3, 1]], [[6, 2]], [[0, 3, 3, 1, 1]]])(
    "is exact: %j",
    (counts) => {
      expect(chanceOfCounts(counts)).toBeCloseTo(byListing(counts), 10)
    },
  )

  it("is nothing to wonder at where there is one place or nothing counted", () => {
    expect(chanceOfCounts([7])).toBe(1)
    expect(chanceOfCounts([0, 0, 0])).toBe(1)
  })

  it("goes on without a break where the exact sum ends", () => {
    // 60 exactly, 64 by the chi-square distribution, of the same unevenness.
    const exact = chanceOfCounts([23, 15, 12, 10])
    const near = chanceOfCounts([24, 16, 13, 11])
    expect(Math.abs(exact - near)).toBeLessThan(0.02)
  })
})

describe("the chi-square distribution", () => {
  it.each([
    [3.841, 1, 0.05],
    [5.991, 2, 0.05],
    [7.815, 3, 0.05],
    [11.345, 3, 0.01],
    [14.067, 7, 0.05],
  ])("has beyond %d, with %d degrees of freedom, %d", (x, freedom, chance) => {
    expect(chiSquareTail(x, freedom)).toBeCloseTo(chance, 4)
  })

  it("is everything from nought", () => {
    expect(chiSquareTail(0, 3)).toBe(1)
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { evenPercent, isWholePercent, shareOfParts, shareOfPercent } from "@/lib/quiz/share"

const of = (...percents: number[]) => shareOfParts(percents.map((percent) => ({ percent })))

describe("a share in percent", () => {
  it.each([
    [100, 1, 1],
    [50, 1, 2],
    [33.33333, 1, 3],
    [33.333, 1, 3],
    [33.33, 1, 3],
    [66.66667, 2, 3],
    [14.28571, 1, 7],
    [83.33333, 5, 6],
    [12.5, 1, 8],
    [11.11111, 1, 9],
    [33.3, 333, 1000],
    [33, 33, 100],
    [-25, -1, 4],
    [-33.33333, -1, 3],
    [0, 0, 1],
    [0.00001, 0, 1],
    [12.34567, 1234567, 10000000],
  ])("of %s is %s/%s", (percent, numerator, denominator) => {
    expect(shareOfPercent(percent)).toEqual({ numerator, denominator })
  })

  it("adds up exactly, and is never below nothing nor above the whole", () => {
    expect(of(33.33333, 33.33333, 33.33333)).toEqual({ numerator: 1, denominator: 1 })
    expect(of(50, -25)).toEqual({ numerator: 1, denominator: 4 })
    expect(of(25, -50)).toEqual({ numerator: 0, denominator: 1 })
    expect(of(100, 50)).toEqual({ numerator: 1, denominator: 1 })
    expect(of()).toEqual({ numerator: 0, denominator: 1 })
  })

  it("counts by weight where there is one", () => {
    const weighed = (...list: [number, number][]) =>
      shareOfParts(list.map(([percent, weight]) => ({ percent, weight })))
    expect(weighed([100, 2], [0, 1])).toEqual({ numerator: 2, denominator: 3 })
    expect(weighed([50, 1], [50, 1])).toEqual({ numerator: 1, denominator: 2 })
    expect(weighed([100, 1], [-50, 1])).toEqual({ numerator: 1, denominator: 4 })
  })

  it("fits its column, is within the item, and is as near as a ten-millionth whatever the parts", () => {
    const part = fc.record({
      percent: fc.double({ min: -100, max: 100, noNaN: true }),
      weight: fc.integer({ min: 1, max: 100 }),
    })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 40 }), (parts) => {
        const { numerator, denominator } = shareOfParts(parts)
        expect(numerator).toBeGreaterThanOrEqual(0)
        expect(numerator).toBeLessThanOrEqual(denominator)
        expect(denominator).toBeLessThanOrEqual(10_000_000)
        const weights = parts.reduce((sum, { weight }) => sum + weight, 0)
        const sum = parts.reduce((total, { percent, weight }) => total + percent * weight, 0)
        const wanted = Math.min(1, Math.max(0, sum / weights / 100))
        // A percentage itself may stand for the fraction nearest to it.
        expect(Math.abs(numerator / denominator - wanted)).toBeLessThan(0.00006)
      }),
    )
  })

  it("is written as Moodle writes it, and read again as what was meant", () => {
    for (const count of [1, 2, 3, 4, 5, 6, 7, 8, 9])
      expect(shareOfPercent(evenPercent(count))).toEqual({ numerator: 1, denominator: count })
    expect([evenPercent(3), evenPercent(7)]).toEqual([33.33333, 14.28571])
    expect([100, 99.99999, 99].map(isWholePercent)).toEqual([true, true, false])
  })
})

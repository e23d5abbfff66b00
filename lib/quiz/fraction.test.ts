import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { add, compare, fraction, sum, times } from "@/lib/quiz/fraction"

const anyFraction = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 60 }))
  .map(([numerator, denominator]) => fraction(numerator, denominator))

describe("fraction", () => {
  it("is kept in lowest terms", () => {
    expect(fraction(6, 8)).toEqual({ numerator: 3, denominator: 4 })
    expect(fraction(3, -6)).toEqual({ numerator: -1, denominator: 2 })
    expect(fraction(0, 5)).toEqual({ numerator: 0, denominator: 1 })
  })

  it("refuses what is no share", () => {
    expect(() => fraction(1, 0)).toThrow(RangeError)
    expect(() => fraction(0.5, 1)).toThrow(RangeError)
  })

  it("adds in any order", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        expect(add(add(a, b), c)).toEqual(sum([c, b, a]))
      }),
    )
  })

  it("adds long shares that have much in common, and still knows them exactly", () => {
    const long = fraction(1, 630_000_000)
    expect(sum(Array.from({ length: 100 }, () => long))).toEqual(fraction(100, 630_000_000))
    expect(add(fraction(1, 10_000_000), fraction(1, 6_300_000))).toEqual(fraction(163, 630_000_000))
  })

  it("loses nothing to rounding: three thirds are one", () => {
    expect(times(fraction(1, 3), 3)).toEqual({ numerator: 1, denominator: 1 })
    expect(compare(fraction(1, 3), fraction(333333, 1000000))).toBeGreaterThan(0)
  })
})

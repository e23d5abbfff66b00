import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fraction, sum } from "@/lib/quiz/fraction"
import { sumExactly } from "./sum-exactly"

const small = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 12 }))
  .map(([over, under]) => fraction(over, under))

describe("sumExactly", () => {
  it("is the plain sum wherever that can be had", () => {
    fc.assert(
      fc.property(fc.array(small, { maxLength: 30 }), (parts) => {
        expect(sumExactly(parts)).toEqual(sum(parts))
      }),
    )
  })

  it("holds where the common denominator of a class is more than a number holds", () => {
    const primes = [9999991, 9999973, 9999971, 9999943]
    const parts = primes.flatMap((prime) => [fraction(1, prime), fraction(-1, prime), fraction(1, 2)])
    expect(() => sum([...parts.slice(0, 1), ...parts.slice(3, 4), ...parts.slice(6, 7)])).toThrow(RangeError)
    expect(sumExactly(parts)).toEqual({ numerator: 2, denominator: 1 })
    expect(sumExactly([fraction(1, 9999991), fraction(1, 9999973)])).toEqual({
      numerator: 2,
      denominator: 10_000_000,
    })
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fraction } from "@/lib/quiz/fraction"
import { decimalPoints, displayPoints } from "@/lib/quiz/score-display"

describe("displayPoints", () => {
  it.each([
    [8, 1, "8"],
    [1, 2, "½"],
    [17, 2, "8½"],
    [7, 3, "2⅓"],
    [1, 8, "0.13"],
    [2999, 1000, "2.99"],
  ])("%i/%i reads %s", (numerator, denominator, shown) => {
    expect(displayPoints(fraction(numerator, denominator))).toBe(shown)
  })

  it("never shows a total that was not reached", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 1, max: 999 }),
        (numerator, denominator) => {
          const shown = Number(decimalPoints(fraction(numerator, denominator)))
          expect(Math.abs(shown - numerator / denominator)).toBeLessThanOrEqual(0.0101)
          if (numerator % denominator !== 0) expect(shown).toBeLessThan(Math.ceil(numerator / denominator))
        },
      ),
    )
  })
})

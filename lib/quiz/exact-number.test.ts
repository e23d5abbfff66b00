import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compareExact, type ExactNumber, isWithin, plainNumber } from "@/lib/quiz/exact-number"
import { readNumber } from "@/lib/quiz/read-number"

const exact = (text: string): ExactNumber => {
  const number = readNumber(text)
  if (!number) throw new Error(`${text} is no number`)
  return number
}
const within = (given: string, right: string, kind: "absolute" | "percent", amount: string) =>
  isWithin(exact(given), exact(right), { kind, amount: exact(amount) })

const number = fc.record({
  digits: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
  places: fc.integer({ min: 0, max: 9 }),
})

describe("isWithin", () => {
  it("has no surprise at the edge, where binary fractions have one", () => {
    expect(0.3 - 0.1 <= 0.2).toBe(true)
    expect(0.8 - 0.7 <= 0.1).toBe(false)
    expect(within("0.8", "0.7", "absolute", "0.1")).toBe(true)
    expect(within("0.6", "0.7", "absolute", "0.1")).toBe(true)
    expect(within("0.80000000001", "0.7", "absolute", "0.1")).toBe(false)
  })

  it.each([
    ["35", "35", "0", true],
    ["36.75", "35", "5", true],
    ["33.25", "35", "5", true],
    ["36.7501", "35", "5", false],
    ["-36.75", "-35", "5", true],
    ["0", "0", "50", true],
    ["0.001", "0", "50", false],
  ])("takes %s for %s within %s percent: %s", (given, right, percent, is) => {
    expect(within(given, right, "percent", percent)).toBe(is)
  })

  it("takes right ± tolerance itself, and nothing a hair beyond", () => {
    const amount = number.map((one) => ({ ...one, digits: one.digits < 0n ? -one.digits : one.digits }))
    fc.assert(
      fc.property(number, amount, (right, by) => {
        const places = Math.max(right.places, by.places) + 1
        const raise = (one: ExactNumber) => one.digits * 10n ** BigInt(places - one.places)
        const tolerance = { kind: "absolute" as const, amount: by }
        for (const side of [1n, -1n]) {
          const edge = { digits: raise(right) + side * raise(by), places }
          expect(isWithin(edge, right, tolerance)).toBe(true)
          expect(isWithin({ ...edge, digits: edge.digits + side }, right, tolerance)).toBe(false)
        }
      }),
    )
  })
})

describe("plainNumber", () => {
  it("is read again as the same number", () => {
    fc.assert(
      fc.property(number, (one) => {
        expect(compareExact(exact(plainNumber(one)), one)).toBe(0)
      }),
    )
  })

  it("drops zeros that say nothing", () => {
    expect(["1.50", "007", "-0,0", "100"].map((text) => plainNumber(exact(text)))).toEqual([
      "1.5",
      "7",
      "0",
      "100",
    ])
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { numeric } from "@/lib/quiz/types/numeric/numeric"

const none = new Set<string>()
const plain = { asksUnit: false }
const withUnit = { asksUnit: true }
const key = {
  answer: "85",
  tolerance: { kind: "absolute", amount: "0" },
  units: ["million dollars", "m$"],
  ignoreCase: true,
  weights: { number: 2, unit: 1 },
}
const score = (text: string, over = {}) => numeric.score({ ...key, ...over }, { text, unit: null }, plain)
const scored = (numerator: number, denominator: number, answer: boolean) => ({
  state: "scored",
  share: { numerator, denominator },
  finding: { answer },
})

describe("a number", () => {
  it.each(["85", "85,0", "85.00", "٨٥", " 85 "])("takes %s for 85", (text) => {
    expect(score(text)).toEqual(scored(1, 1, true))
  })

  it("counts up to the edge of its tolerance, absolute or in percent", () => {
    const by = (kind: string, amount: string) => ({ tolerance: { kind, amount } })
    expect(score("85,5", by("absolute", "0.5"))).toEqual(scored(1, 1, true))
    expect(score("85.51", by("absolute", "0,5"))).toEqual(scored(0, 1, false))
    expect(score("80.75", by("percent", "5"))).toEqual(scored(1, 1, true))
    expect(score("80.7499", by("percent", "5"))).toEqual(scored(0, 1, false))
  })

  it.each(["", "eighty-five", "85 or 86", "85%"])("takes %j for no answer, never for a zero", (text) => {
    expect(score(text)).toEqual({ state: "unanswered" })
    expect(numeric.score(key, { text, unit: "m$" }, withUnit)).toEqual({ state: "unanswered" })
  })

  it("gives the unit its share, together with the right number alone", () => {
    const both = (text: string, unit: string) => numeric.score(key, { text, unit }, withUnit)
    expect(both("85", "Million  dollars")).toEqual(scored(1, 1, true))
    expect(both("85", "M$")).toEqual(scored(1, 1, true))
    expect(both("85", "dollars")).toEqual(scored(2, 3, true))
    expect(both("85", "")).toEqual(scored(2, 3, true))
    expect(both("86", "m$")).toEqual(scored(0, 1, false))
    const strict = { ...key, units: ["mW"], ignoreCase: false }
    expect(numeric.score(strict, { text: "85", unit: "MW" }, withUnit)).toEqual(scored(2, 3, true))
  })

  it("never leaves 0 to 1, and a number nearer to the right one is never worth less", () => {
    const share = (value: number, over: object, unit: string) => {
      const result = numeric.score({ ...key, ...over }, { text: String(value), unit }, withUnit)
      if (result.state !== "scored") throw new Error("not scored")
      return result.share.numerator / result.share.denominator
    }
    const amount = fc.integer({ min: 0, max: 100 }).map(String)
    const weight = fc.integer({ min: 0, max: 20 })
    const near = fc.integer({ min: -100, max: 100 })
    fc.assert(
      fc.property(
        fc.record({ kind: fc.constantFrom("absolute", "percent"), amount }),
        fc.record({ number: weight, unit: weight }),
        fc.tuple(near, near),
        fc.constantFrom("m$", "kg", ""),
        (tolerance, weights, offsets, unit) => {
          fc.pre(weights.number + weights.unit > 0)
          const [closer = 0, farther = 0] = offsets.map(Math.abs).sort((a, b) => a - b)
          const [one, other] = [closer, farther].map((by) => share(85 + by, { tolerance, weights }, unit))
          expect(one).toBeGreaterThanOrEqual(other ?? 0)
          for (const earned of [one, other]) expect(earned).toBeGreaterThanOrEqual(0)
          for (const earned of [one, other]) expect(earned).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  it.each([
    [plain, { text: "35", unit: null }, "answered"],
    [plain, { text: "3 5", unit: null }, "unanswered"],
    [plain, { text: "35", unit: "kg" }, "invalid"],
    [withUnit, { text: "35", unit: null }, "invalid"],
    [withUnit, { text: "35", unit: " " }, "incomplete"],
    [withUnit, { text: "35", unit: "kg" }, "answered"],
    [withUnit, { text: "many", unit: "kg" }, "unanswered"],
    [plain, { text: 35, unit: null }, "invalid"],
    [plain, { text: "9".repeat(41), unit: null }, "invalid"],
  ])("with %j, checks %j as %s", (shown, value, state) => {
    expect(numeric.check(shown, value, none)).toBe(state)
  })

  it("tells an author what to mend, a key that is not a number first of all", () => {
    const codes = (over: object, shown = withUnit) =>
      numeric.problems({ content: shown, key: { ...key, ...over } }, none).map(({ code }) => code)
    expect(codes({})).toEqual([])
    expect(codes({ answer: "eighty-five" })).toEqual(["notANumber"])
    expect(codes({ answer: " " })).toEqual(["keyMissing"])
    expect(codes({ tolerance: { kind: "absolute", amount: "-1" } })).toEqual(["badTolerance"])
    expect(codes({ tolerance: { kind: "percent", amount: "a bit" } })).toEqual(["badTolerance"])
    expect(codes({ units: [] })).toEqual(["noUnit"])
    expect(codes({ units: [] }, plain)).toEqual([])
    expect(codes({ weights: { number: 0, unit: 0 } })).toEqual(["noWeight"])
  })

  it("scores with no key that is not a number", () => {
    expect(numeric.isKey(key)).toBe(true)
    expect(numeric.isKey({ ...key, answer: "eighty-five" })).toBe(false)
    expect(numeric.isKey({ ...key, tolerance: { kind: "absolute", amount: "" } })).toBe(false)
  })

  it("tells results what was typed and what is right", () => {
    expect(numeric.told(withUnit, { text: "85", unit: "m$" }).text).toBe("85 m$")
    expect(numeric.toldKey(withUnit, key).answers).toEqual(["85 million dollars"])
    const loose = { ...key, units: [], tolerance: { kind: "percent", amount: "2,5" } }
    expect(numeric.toldKey(plain, loose).answers).toEqual(["85 ± 2.5 %"])
  })
})

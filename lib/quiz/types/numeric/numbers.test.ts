import { describe, expect, it } from "vitest"
import { keepNumbers, numberFor, numbersOf } from "@/lib/quiz/types/numeric/numbers"
import { numeric } from "@/lib/quiz/types/numeric/numeric"
import type { WeighedNumber } from "@/lib/quiz/types/numeric/shapes"

const number = (answer: string, amount: string, percent: number, comment = ""): WeighedNumber => ({
  answer,
  tolerance: { kind: "absolute", amount },
  percent,
  comment,
})
const list = [number("1822", "0", 100), number("1822", "2", 50, "Nearly."), number("1900", "0", -10, "No.")]
const rest = { units: ["AD"], ignoreCase: true, weights: { number: 3, unit: 1 } }
const key = { ...keepNumbers(list), ...rest }
const share = (text: string, unit: string | null = null, right: object = key) => {
  const score = numeric.score(right, { text, unit }, { asksUnit: unit !== null })
  return score.state === "scored" ? `${score.share.numerator}/${score.share.denominator}` : score.state
}

describe("several numbers with shares of their own", () => {
  it("counts the first that fits", () => {
    expect(["1822", "1,824", "1824.5", "1900", "7"].map((text) => share(text))).toEqual([
      "1/1",
      "1/2",
      "0/1",
      "0/1",
      "0/1",
    ])
    const wide = { ...keepNumbers([list[1], list[0]].filter((one) => one !== undefined)), ...rest }
    expect(share("1822", null, wide)).toBe("1/2")
  })

  it("gives the part to number and unit alike", () => {
    expect(share("1822", "AD")).toBe("1/1")
    expect(share("1822", "BC")).toBe("3/4")
    expect(share("1824", "ad")).toBe("1/2")
    expect(share("1824", "BC")).toBe("3/8")
    expect(share("7", "AD")).toBe("0/1")
  })

  it("says which it was", () => {
    expect(numberFor(key, "1823")?.comment).toBe("Nearly.")
    expect(numberFor(key, "7")).toBeNull()
    for (const text of ["", "thirty", "1822\u200Bx", "9".repeat(10_000)])
      expect(numberFor(key, text)).toBeNull()
  })

  it("never falls below nothing for any other number", () => {
    expect(share("7", null, { ...key, otherwise: -50 })).toBe("0/1")
  })

  it("is kept as it was before where there is but one", () => {
    expect(keepNumbers(list.slice(0, 1))).toEqual({
      answer: "1822",
      tolerance: { kind: "absolute", amount: "0" },
    })
    expect(numbersOf(keepNumbers(list))).toEqual(list)
    expect(keepNumbers(list.slice(1))).toMatchObject({ answer: "" })
  })

  it("tells an author what to mend, whichever number it is", () => {
    const codes = (numbers: WeighedNumber[]) =>
      numeric
        .problems({ content: { asksUnit: false }, key: { ...keepNumbers(numbers), ...rest } }, new Set())
        .map(({ code }) => code)
    expect(codes(list)).toEqual([])
    expect(codes(list.slice(1))).toEqual(["noWholeAnswer"])
    expect(codes([...list, number("many", "0", 50)])).toEqual(["notANumber"])
    expect(codes([...list, number("", "0", 50)])).toEqual(["keyMissing"])
    expect(codes([...list, number("3", "-1", 50)])).toEqual(["badTolerance"])
    expect(numeric.isKey({ ...keepNumbers([...list, number("many", "0", 50)]), ...rest })).toBe(false)
  })
})

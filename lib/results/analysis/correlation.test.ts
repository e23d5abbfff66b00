import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { correlation, fisherInterval } from "./correlation"

describe("fisherInterval", () => {
  // r = .50 of 50: 0.2574879 to 0.6832563 (small-s.science, "correlation", with its R function); r = .56 of 60: .3568 to
  // .7126 (statology.org, "Fisher Z Transformation"). Digits as printed; then R 4.2.2, tanh(atanh(r) ± qnorm(.975)/√(n−3)).
  it.each([
    [0.5, 50, 0.2574879, 0.6832563, 7],
    [0.56, 60, 0.3568, 0.7126, 4],
    [0.5, 50, 0.257487860768284, 0.68325630209881338, 12],
    [0.56, 60, 0.35681338832194998, 0.71259520780323948, 12],
  ])("gives the known interval of %d from %d", (r, n, low, high, digits) => {
    expect(fisherInterval(r, n)?.low).toBeCloseTo(low, digits)
    expect(fisherInterval(r, n)?.high).toBeCloseTo(high, digits)
  })

  it("has none for three students, nor where nothing seems uncertain", () => {
    expect(fisherInterval(0.5, 3)).toBeNull()
    expect(fisherInterval(1, 50)).toBeNull()
    expect(fisherInterval(-1, 50)).toBeNull()
  })
})

describe("correlation", () => {
  it("is not defined where one does not differ", () => {
    expect(correlation([3, 3, 3], [1, 2, 3])).toBeNull()
    expect(correlation([], [])).toBeNull()
    expect(correlation([1], [2])).toBeNull()
  })

  it("is the same in numbers too large for a product", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), {
      minLength: 2,
    })
    fc.assert(
      fc.property(pairs, (list) => {
        const [xs, ys] = [list.map(([x]) => x), list.map(([, y]) => y)]
        const r = correlation(xs, ys)
        const large = correlation(
          xs.map((x) => x * 3_000_000_000),
          ys.map((y) => y * 7_000_000_000),
        )
        expect(large === null).toBe(r === null)
        if (r !== null) expect(large).toBeCloseTo(r, 12)
      }),
    )
  })
})

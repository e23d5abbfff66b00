import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compareShares, displayPercent, meanShare, reduced, roughShare, type Share, shareOf } from "./share"

const share = (top: number, bottom: number): Share => ({ top: BigInt(top), bottom: BigInt(bottom) })

describe("shares", () => {
  it("are exact where no plain number would be: the mean of sixty with odd denominators", () => {
    const odd = Array.from({ length: 60 }, (_, at) => share(1, 2 * at + 101))
    const mean = meanShare(odd)
    if (!mean) throw new Error("nothing was counted")
    expect(mean.bottom > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true)
    // Put back one by one, and nothing is left.
    const left = odd.reduce(
      (sum, one) =>
        reduced({ top: sum.top * one.bottom - one.top * sum.bottom, bottom: sum.bottom * one.bottom }),
      reduced({ top: mean.top * 60n, bottom: mean.bottom }),
    )
    expect(left.top).toBe(0n)
  })

  it("have a mean that does not know an order and lies between the lowest and the highest", () => {
    const some = fc.array(
      fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 50 })).map(([top, bottom]) => share(top, bottom)),
      { minLength: 1, maxLength: 60 },
    )
    fc.assert(
      fc.property(some, (list) => {
        const mean = meanShare(list)
        expect(meanShare([...list].reverse())).toEqual(mean)
        const sorted = [...list].sort(compareShares)
        const [lowest, highest] = [sorted[0], sorted.at(-1)]
        if (!mean || !lowest || !highest) throw new Error("nothing was counted")
        expect(compareShares(lowest, mean)).toBeLessThanOrEqual(0)
        expect(compareShares(mean, highest)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it("are none of nothing, and nothing can be earned where there is nothing", () => {
    expect(meanShare([])).toBeNull()
    expect(() => shareOf({ numerator: 1, denominator: 1 }, 0)).toThrow(RangeError)
  })
})

describe("displayPercent", () => {
  it.each([
    [share(1, 3), "33.3"],
    [share(2, 3), "66.7"],
    [share(7, 8), "87.5"],
    [share(1, 2000), "0.1"],
    [share(1, 2001), "0"],
    [share(0, 7), "0"],
    [share(1, 1), "100"],
    [share(9999, 10000), "99.9"],
    [share(3, 2), "150"],
    [share(-1, 3), "-33.3"],
    [share(-1, 100000), "0"],
  ])("%o is %s percent", (given, shown) => expect(displayPercent(given)).toBe(shown))

  it("is never a hundred before all is reached", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (top, bottom) => {
        expect(displayPercent(share(top, bottom)) === "100").toBe(
          top === bottom || (top > bottom && (top * 2000 + bottom) / (bottom * 2) < 1001),
        )
      }),
    )
  })

  it("agrees with the number that is drawn", () => expect(roughShare(share(1, 4))).toBe(0.25))
})

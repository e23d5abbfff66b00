import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { groupsFor, shareOut, sizesOf } from "./share-out"

const people = fc.integer({ min: 0, max: 320 })
const plan = fc.record({
  by: fc.constantFrom("size" as const, "number" as const),
  count: fc.integer({ min: 1, max: 320 }),
})

describe("groupsFor", () => {
  it("makes as many groups as asked, and by size none that is larger", () => {
    expect(groupsFor(27, { by: "number", count: 6 })).toBe(6)
    expect(groupsFor(27, { by: "size", count: 4 })).toBe(7)
    expect(groupsFor(3, { by: "number", count: 6 })).toBe(3)
    expect(groupsFor(1, { by: "size", count: 4 })).toBe(1)
    expect(groupsFor(0, { by: "size", count: 4 })).toBe(0)
  })
})

describe("shareOut", () => {
  it("puts everybody into one group each, sizes differing by one at most, none empty, none above the size asked", () => {
    fc.assert(
      fc.property(people, plan, fc.integer(), (count, asked, seed) => {
        const everybody = Array.from({ length: count }, (_, at) => at)
        const groups = shareOut(everybody, groupsFor(count, asked), seeded(seed))
        const sizes = groups.map((group) => group.length)
        expect(groups.flat().sort((a, b) => a - b)).toEqual(everybody)
        expect(sizes).toEqual(sizesOf(count, groups.length))
        if (sizes.length > 0) {
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
          expect(Math.min(...sizes)).toBeGreaterThan(0)
        }
        if (asked.by === "size") expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(asked.count)
      }),
    )
  })

  it("deals the same from the same chance", () => {
    const everybody = Array.from({ length: 30 }, (_, at) => at)
    expect(shareOut(everybody, 7, seeded(5))).toEqual(shareOut(everybody, 7, seeded(5)))
    expect(shareOut(everybody, 7, seeded(5))).not.toEqual(shareOut(everybody, 7, seeded(6)))
  })

  it("favours no pair: chi-square of who sits with the first", () => {
    // 12 people in 3 groups of 4: each of the other eleven is with the first in 3 of 11 deals.
    const random = seeded(20261129)
    const deals = 22_000
    const together = Array.from({ length: 12 }, () => 0)
    const everybody = together.map((_, at) => at)
    for (let deal = 0; deal < deals; deal += 1)
      for (const other of shareOut(everybody, 3, random).find((group) => group.includes(0)) ?? [])
        together[other] = (together[other] ?? 0) + 1
    const expected = (deals * 3) / 11
    const chiSquare = together.slice(1).reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // 29.59 is the 0.1 % point of chi-square with 10 degrees of freedom.
    expect(chiSquare).toBeLessThan(29.59)
  })
})

function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

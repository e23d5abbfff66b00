import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type DrawableItem, drawItems } from "@/lib/quiz/draw-items"
import { AUTHORS_ORDER } from "@/lib/quiz/shuffle"

const seeds = fc.integer({ min: 1, max: 2_147_483_646 })

/** Some items everybody gets, and up to three pools between them. */
const lessons = fc
  .array(fc.record({ pool: fc.constantFrom(null, "p1", "p2", "p3") }), { minLength: 1, maxLength: 30 })
  .chain((items) =>
    fc.record({
      items: fc.constant(items),
      draws: fc.record({ p1: fc.nat(5), p2: fc.nat(5), p3: fc.nat(5) }),
    }),
  )
  .map(({ items, draws }) =>
    items.map(({ pool }, at): DrawableItem => {
      const size = items.filter((one) => one.pool === pool).length
      const draw = pool === null ? null : Math.min(size, draws[pool as "p1" | "p2" | "p3"] + 1)
      return { itemId: `i${at}`, itemVersionId: `v${at}`, poolId: pool, draw }
    }),
  )

const rules = fc.record({ seed: seeds, shuffleItems: fc.boolean(), shuffleOptions: fc.boolean() })

describe("drawItems", () => {
  it("gives each attempt what is for all, and of each pool exactly as many as it draws", () => {
    fc.assert(
      fc.property(lessons, rules, (items, rule) => {
        const given = new Set(drawItems(items, rule).map(({ itemId }) => itemId))
        for (const pool of [null, "p1", "p2", "p3"]) {
          const own = items.filter(({ poolId }) => poolId === pool)
          const expected = pool === null ? own.length : (own[0]?.draw ?? 0)
          expect(own.filter(({ itemId }) => given.has(itemId))).toHaveLength(expected)
        }
      }),
    )
  })

  it("numbers the places from 1 and gives no item twice", () => {
    fc.assert(
      fc.property(lessons, rules, (items, rule) => {
        const drawn = drawItems(items, rule)
        expect(drawn.map(({ position }) => position)).toEqual(drawn.map((_, at) => at + 1))
        expect(new Set(drawn.map(({ itemId }) => itemId)).size).toBe(drawn.length)
      }),
    )
  })

  it("makes the same sitting from the same seed", () => {
    fc.assert(
      fc.property(lessons, rules, (items, rule) => {
        expect(drawItems(items, rule)).toEqual(drawItems(items, rule))
      }),
    )
  })

  it("keeps the author's order of items and options unless they are to be shuffled", () => {
    fc.assert(
      fc.property(lessons, seeds, (items, seed) => {
        const drawn = drawItems(items, { seed, shuffleItems: false, shuffleOptions: false })
        const places = drawn.map(({ itemId }) => items.findIndex((item) => item.itemId === itemId))
        expect(places).toEqual([...places].sort((one, other) => one - other))
        expect(drawn.every(({ optionSeed }) => optionSeed === AUTHORS_ORDER)).toBe(true)
      }),
    )
  })

  it("draws every item of a pool about equally often", () => {
    const pool = Array.from({ length: 8 }, (_, at) => ({
      itemId: `i${at}`,
      itemVersionId: `v${at}`,
      poolId: "p",
      draw: 3,
    }))
    const counts = new Map<string, number>()
    for (let seed = 1; seed <= 8_000; seed++)
      for (const { itemId } of drawItems(pool, { seed, shuffleItems: false, shuffleOptions: true }))
        counts.set(itemId, (counts.get(itemId) ?? 0) + 1)
    // 3,000 expected, standard deviation 43: five of them on either side.
    for (const { itemId } of pool) expect(Math.abs((counts.get(itemId) ?? 0) - 3_000)).toBeLessThan(217)
  })

  it("gives two items of one attempt different orders of options", () => {
    const items = Array.from({ length: 20 }, (_, at) => ({
      itemId: `i${at}`,
      itemVersionId: `v${at}`,
      poolId: null,
      draw: null,
    }))
    const drawn = drawItems(items, { seed: 7, shuffleItems: false, shuffleOptions: true })
    expect(new Set(drawn.map(({ optionSeed }) => optionSeed)).size).toBe(20)
  })
})

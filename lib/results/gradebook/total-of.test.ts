import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { CategoryFacts } from "./gradebook-facts"
import { compareShares, type Share } from "./share"
import { type Counting, totalOf } from "./total-of"

const share = (top: number, bottom = 10): Share => ({ top: BigInt(top), bottom: BigInt(bottom) })
const category = (id: string, weight: number, dropLowest = 0): CategoryFacts => ({
  id,
  name: id,
  weight,
  dropLowest,
})
const column = (top: number | null, categoryId: string | null = "a"): Counting => ({
  share: top === null ? null : share(top),
  categoryId,
})

describe("totalOf", () => {
  it("is the plain mean where there are no categories", () => {
    expect(totalOf([column(5), column(10), column(null)], []).share).toEqual(share(3, 4))
    expect(totalOf([column(null)], []).share).toBeNull()
    expect(totalOf([], []).share).toBeNull()
  })

  it("weighs categories that have something in them, and leaves the others out", () => {
    const categories = [category("a", 3), category("b", 1), category("c", 6)]
    const total = totalOf([column(10, "a"), column(0, "a"), column(10, "b"), column(10, null)], categories)
    // (3 x 1/2 + 1 x 1) of 4; what is in none counts in none.
    expect(total.share).toEqual(share(5, 8))
    expect(total.categories).toEqual([
      { share: share(1, 2), n: 2 },
      { share: share(1, 1), n: 1 },
      { share: null, n: 0 },
    ])
  })

  it("leaves the lowest out, the earlier of equal ones, and never all", () => {
    const total = totalOf([column(4), column(4), column(9)], [category("a", 1, 1)])
    expect(total).toMatchObject({ dropped: [0], share: share(13, 20) })
    expect(totalOf([column(4), column(9)], [category("a", 1, 5)])).toMatchObject({
      dropped: [0],
      share: share(9),
    })
    expect(totalOf([column(4)], [category("a", 1, 1)])).toMatchObject({ dropped: [], share: share(2, 5) })
  })

  it("is nothing where all that counts weighs nothing", () => {
    expect(totalOf([column(4)], [category("a", 0)]).share).toBeNull()
  })
})

describe("the laws of totals", () => {
  const ids = ["a", "b", "c"] as const
  const columns = fc.array(
    fc.record({
      share: fc.option(
        fc.integer({ min: 1, max: 31 }).chain((bottom) => fc.nat(bottom).map((top) => share(top, bottom))),
      ),
      categoryId: fc.option(fc.constantFrom(...ids)),
    }),
    { maxLength: 20 },
  )
  const categories = fc.tuple(
    ...ids.map((id) =>
      fc.record({ id: fc.constant(id), name: fc.constant(id), weight: fc.nat(9), dropLowest: fc.nat(4) }),
    ),
  )
  const given = fc.tuple(columns, fc.oneof(fc.constant([]), categories))

  it("do not know an order", () => {
    fc.assert(
      fc.property(given, ([list, kinds]) => {
        expect(totalOf([...list].reverse(), kinds).share).toEqual(totalOf(list, kinds).share)
        expect(totalOf(list, [...kinds].reverse()).share).toEqual(totalOf(list, kinds).share)
      }),
    )
  })

  it("keep between nothing and everything", () => {
    fc.assert(
      fc.property(given, ([list, kinds]) => {
        const total = totalOf(list, kinds).share
        if (total) expect(total.top >= 0n && total.top <= total.bottom).toBe(true)
      }),
    )
  })

  it("never fall when one share rises, also where lowest ones are left out", () => {
    fc.assert(
      fc.property(given, fc.nat(19), fc.integer({ min: 0, max: 100 }), ([list, kinds], at, percent) => {
        const one = list[at % Math.max(1, list.length)]
        if (!one?.share) return
        const { top, bottom } = one.share
        // So far of the way from where it stands to everything.
        const raised = { top: top * 100n + (bottom - top) * BigInt(percent), bottom: bottom * 100n }
        const before = totalOf(list, kinds).share
        const after = totalOf(
          list.map((other) => (other === one ? { ...one, share: raised } : other)),
          kinds,
        ).share
        if (before && after) expect(compareShares(after, before)).toBeGreaterThanOrEqual(0)
        else expect(after).toBe(before)
      }),
    )
  })

  it("know weights against each other alone", () => {
    fc.assert(
      fc.property(given, fc.integer({ min: 1, max: 7 }), ([list, kinds], times) => {
        const heavier = kinds.map((kind) => ({ ...kind, weight: kind.weight * times }))
        expect(totalOf(list, heavier).share).toEqual(totalOf(list, kinds).share)
      }),
    )
  })

  it("are as though what does not count were not there", () => {
    fc.assert(
      fc.property(given, ([list, kinds]) => {
        const counting = list.filter((one) => one.share !== null)
        expect(totalOf(counting, kinds).share).toEqual(totalOf(list, kinds).share)
      }),
    )
  })
})

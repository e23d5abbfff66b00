import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  changePool,
  dissolvePool,
  type ItemLayout,
  makePool,
  moveChosen,
  pourInto,
  settle,
  withdrawChosen,
} from "@/lib/lesson/item-layout"

/** "a b:P c:P" with "P2": b and c in pool P, which draws 2. */
function layout(items: string, pools = ""): ItemLayout {
  return {
    places: items
      .split(" ")
      .filter(Boolean)
      .map((one) => {
        const [itemId = "", pool = null] = one.split(":")
        return { itemId, itemVersionId: `v${itemId}`, pool }
      }),
    pools: pools
      .split(" ")
      .filter(Boolean)
      .map((one) => ({ name: one[0] ?? "", draw: Number(one.slice(1)) })),
  }
}

const shown = ({ places, pools }: ItemLayout): string =>
  [
    places.map(({ itemId, pool }) => (pool ? `${itemId}:${pool}` : itemId)).join(" "),
    pools.map(({ name, draw }) => `${name}${draw}`).join(" "),
  ].join(" | ")

describe("a layout settles", () => {
  it("with the items of a pool together, where the first stood", () => {
    expect(shown(settle(layout("a b:P c d:P", "P1")))).toBe("a b:P d:P c | P1")
  })

  it("without empty pools, and none that draws more than it has", () => {
    expect(shown(settle(layout("a b:P", "P3 Q1")))).toBe("a b:P | P1")
    expect(shown(settle(layout("a:X", "P1")))).toBe("a | ")
  })

  it("keeping every item, and again changing nothing", () => {
    const place = fc.record({ pool: fc.constantFrom(null, "P", "Q", "R") })
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), fc.integer({ min: -2, max: 9 }), (drawn, draw) => {
        const places = drawn.map(({ pool }, at) => ({ itemId: `i${at}`, itemVersionId: `v${at}`, pool }))
        const once = settle({
          places,
          pools: [
            { name: "P", draw },
            { name: "Q", draw: 2 },
          ],
        })
        expect([...once.places.map(({ itemId }) => itemId)].sort()).toEqual(
          [...places.map(({ itemId }) => itemId)].sort(),
        )
        expect(settle(once)).toEqual(once)
      }),
    )
  })
})

describe("chosen items", () => {
  it("move together, in the order they have", () => {
    expect(shown(moveChosen(layout("a b c d"), ["d", "b"], "top"))).toBe("b d a c | ")
    expect(shown(moveChosen(layout("a b c d"), ["a", "c"], "bottom"))).toBe("b d a c | ")
    expect(shown(moveChosen(layout("a b c d"), ["a", "d"], { before: "c" }))).toBe("b a d c | ")
    expect(shown(moveChosen(layout("a b c d"), ["b", "d"], { before: "d" }))).toBe("a c b d | ")
  })

  it("take their pool along, and are never set into another", () => {
    expect(shown(moveChosen(layout("a b:P c:P", "P1"), ["c"], "top"))).toBe("c:P b:P a | P1")
    expect(shown(moveChosen(layout("a b:P c:P", "P1"), ["a"], { before: "c" }))).toBe("b:P c:P a | P1")
  })

  it("are withdrawn, and the pool draws no more than is left", () => {
    expect(shown(withdrawChosen(layout("a b:P c:P d:P", "P3"), ["a", "c"]))).toBe("b:P d:P | P2")
    expect(shown(withdrawChosen(layout("a b:P", "P1"), ["b"]))).toBe("a | ")
  })
})

describe("pools", () => {
  it("are made of chosen items, where the first of them stands", () => {
    expect(shown(makePool(layout("a b c d"), ["b", "d"], { name: "P", draw: 1 }))).toBe("a b:P d:P c | P1")
    expect(shown(makePool(layout("a:Q b:Q c", "Q2"), ["a", "c"], { name: "P", draw: 2 }))).toBe(
      "a:P c:P b:Q | Q1 P2",
    )
  })

  it("take items in at their end, and let them out", () => {
    expect(shown(pourInto(layout("a b:P c:P d", "P2"), ["a", "d"], "P"))).toBe("b:P c:P a:P d:P | P2")
    expect(shown(pourInto(layout("a b:P c:P", "P2"), ["b"], null))).toBe("a b c:P | P1")
  })

  it("are renamed, draw another number, and are dissolved", () => {
    const some = layout("a b:P c:P", "P1")
    expect(shown(changePool(some, "P", { name: "N", draw: 2 }))).toBe("a b:N c:N | N2")
    expect(shown(changePool(some, "P", { name: "P", draw: 9 }))).toBe("a b:P c:P | P2")
    expect(shown(dissolvePool(some, "P"))).toBe("a b c | ")
  })
})

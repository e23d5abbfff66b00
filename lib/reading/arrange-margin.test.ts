import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { arrangeMargin } from "./arrange-margin"

const items = fc
  .array(fc.record({ anchor: fc.nat(2000), height: fc.integer({ min: 10, max: 200 }) }), { maxLength: 15 })
  .map((all) => all.map((item, at) => ({ ...item, key: `k${at}` })))

describe("arrangeMargin", () => {
  it("leaves what does not collide beside its sentence", () => {
    const tops = arrangeMargin([
      { key: "a", anchor: 0, height: 40 },
      { key: "b", anchor: 30, height: 40 },
      { key: "c", anchor: 400, height: 40 },
    ])
    expect(Object.fromEntries(tops)).toEqual({ a: 0, b: 52, c: 400 })
  })

  it("never lets one cover another, in the order of the text, and keeps the one in use in its place", () => {
    fc.assert(
      fc.property(items, fc.nat(14), (all, at) => {
        const pinned = all[at]
        const tops = arrangeMargin(all, pinned?.key)
        const placed = [...all]
          .sort((a, b) => a.anchor - b.anchor)
          .map((item) => ({ ...item, top: tops.get(item.key) ?? Number.NaN }))
        placed.forEach((item, index) => {
          const next = placed[index + 1]
          if (next) expect(item.top + item.height).toBeLessThan(next.top)
        })
        if (pinned) expect(tops.get(pinned.key)).toBe(pinned.anchor)
      }),
    )
  })
})

import fc from "fast-check"
import { expect, it } from "vitest"
import { move } from "./move"

it("moves one and keeps the order of the rest", () => {
  expect(move(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"])
  expect(move(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"])
  expect(move(["a", "b", "c"], 1, 1)).toEqual(["a", "b", "c"])
})

it("is undone by moving back", () => {
  const places = fc.integer({ min: 0, max: 5 })
  fc.assert(
    fc.property(places, places, (from, to) => {
      const list = [0, 1, 2, 3, 4, 5]
      expect(move(move(list, from, to), to, from)).toEqual(list)
    }),
  )
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { inTextOrder, neutralOrder, scatteredOrder } from "@/lib/quiz/neutral-order"

const list = fc.uniqueArray(fc.record({ id: fc.uuid(), text: fc.string({ maxLength: 8 }) }), {
  selector: ({ text }) => text,
  minLength: 2,
  maxLength: 10,
})
const seed = fc.integer({ min: 0, max: 2_147_483_646 })

describe("an order that knows nothing of the author's", () => {
  it.each([["neutral", neutralOrder] as const, ["scattered", scatteredOrder] as const])(
    "%s: depends on words and seed alone, and loses nothing",
    (_, order) => {
      fc.assert(
        fc.property(list, seed, fc.integer({ min: 1 }), (things, drawn, another) => {
          const shown = order(things, drawn)
          expect(order([...things].reverse(), drawn)).toEqual(shown)
          expect(order(neutralOrder(things, another), drawn)).toEqual(shown)
          expect(inTextOrder(shown)).toEqual(inTextOrder(things))
        }),
      )
    },
  )

  it("does not put years in the order of the years where nothing is shuffled", () => {
    const years = ["1914", "1918", "1939", "1945", "1989"].map((text, at) => ({ id: `${at}`, text }))
    expect(neutralOrder(years, 0)).toEqual(years)
    expect(scatteredOrder(years, 0)).not.toEqual(years)
    expect(scatteredOrder(years, 0)).toEqual(scatteredOrder([...years].reverse(), 0))
  })

  it("shows each thing first about as often, whichever the author wrote first", () => {
    const things = ["a", "b", "c", "d"].map((text) => ({ id: text, text }))
    const firsts = Array.from({ length: 4000 }, (_, at) => scatteredOrder(things, at * 7919 + 1)[0]?.text)
    for (const { text } of things) {
      const count = firsts.filter((first) => first === text).length
      expect(count).toBeGreaterThan(850)
      expect(count).toBeLessThan(1150)
    }
  })
})

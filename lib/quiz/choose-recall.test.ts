import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { chooseRecall, MOST_RECALLED } from "@/lib/quiz/choose-recall"

const quiz = fc
  .array(fc.boolean(), { maxLength: 30 })
  .map((list) => list.map((missed, at) => ({ itemId: `q${at}`, missed })))
const seeds = fc.integer({ min: 1, max: 2_147_483_646 })

describe("chooseRecall", () => {
  it("takes at most four, each once, in the order of the quiz, and all where there are no more", () => {
    fc.assert(
      fc.property(quiz, seeds, (items, seed) => {
        const chosen = chooseRecall(items, seed)
        const places = chosen.map((item) => items.indexOf(item))
        expect(chosen).toHaveLength(Math.min(MOST_RECALLED, items.length))
        expect(places).toEqual([...new Set(places)].sort((one, other) => one - other))
      }),
    )
  })

  it("takes nothing that was right while something missed is left out", () => {
    fc.assert(
      fc.property(quiz, seeds, (items, seed) => {
        const chosen = chooseRecall(items, seed)
        const left = items.filter((item) => item.missed && !chosen.includes(item))
        if (left.length > 0) expect(chosen.every(({ missed }) => missed)).toBe(true)
      }),
    )
  })

  it("draws the same with the same seed, and not the same with every seed", () => {
    const items = Array.from({ length: 12 }, (_, at) => ({ itemId: `q${at}`, missed: at < 8 }))
    expect(chooseRecall(items, 7)).toEqual(chooseRecall(items, 7))
    const draws = new Set(Array.from({ length: 20 }, (_, at) => JSON.stringify(chooseRecall(items, at + 1))))
    expect(draws.size).toBeGreaterThan(5)
  })
})

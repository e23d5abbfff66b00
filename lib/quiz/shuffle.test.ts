import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { shuffle } from "@/lib/quiz/shuffle"

const seeds = fc.integer({ min: 1, max: 2_147_483_647 })

describe("shuffle", () => {
  it("keeps every option once, and is the same every time", () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { maxLength: 10 }), seeds, (options, seed) => {
        const shuffled = shuffle(options, seed)
        expect([...shuffled].sort()).toEqual([...options].sort())
        expect(shuffle(options, seed)).toEqual(shuffled)
      }),
    )
  })

  it("keeps the author's order for seed 0", () => {
    expect(shuffle(["a", "b", "c"], 0)).toEqual(["a", "b", "c"])
  })

  it("tells nothing of the key by position: chi-square of position against the key", () => {
    // The key stands first as authored, the worst habit there is. 4 positions, 3 degrees of freedom.
    const counts = [0, 0, 0, 0]
    const seeded = lcg(20261123)
    const draws = 40_000
    for (let draw = 0; draw < draws; draw++) {
      const at = shuffle(["key", "b", "c", "d"], 1 + Math.floor(seeded() * 2_147_483_646)).indexOf("key")
      counts[at] = (counts[at] ?? 0) + 1
    }
    const expected = draws / 4
    const chiSquare = counts.reduce((total, count) => total + (count - expected) ** 2 / expected, 0)
    // 16.27 is the 0.1 % point of chi-square with 3 degrees of freedom.
    expect(chiSquare).toBeLessThan(16.27)
  })
})

function lcg(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

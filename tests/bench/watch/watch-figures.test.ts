import { describe, expect, it } from "vitest"
import { catchVariants, corpus, flagCorpus } from "./figures"

// Floors beneath what was measured (docs/decisions/0042): a change that sees less, or flags more, should be seen here.
describe("the watch list", () => {
  it.each([42, 7, 2026])("sees through at least 96 of 100 disguises, whatever the seed: %i", (seed) => {
    const { all, caught } = catchVariants(5_000, seed)
    expect(caught / all).toBeGreaterThanOrEqual(0.96)
  })

  it("takes next to nothing else for a watched word", () => {
    const { words, rightly, wrongly } = flagCorpus(corpus())
    expect(words).toBeGreaterThan(50_000)
    expect(rightly).toBeGreaterThan(20)
    expect(wrongly.length).toBeLessThanOrEqual(3)
  })
})

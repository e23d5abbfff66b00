import { describe, expect, it } from "vitest"
import { atLeast } from "@/lib/quiz/fairness/exact-tail"

describe("the chance of so many or more", () => {
  it("is the binomial one where all trials are alike", () => {
    // 3 or 4 of 4 with one half: (4 + 1) / 16.
    expect(atLeast(3, [0.5, 0.5, 0.5, 0.5])).toBeCloseTo(5 / 16, 12)
    expect(atLeast(0, [0.25, 0.25])).toBeCloseTo(1, 12)
    expect(atLeast(1, [])).toBe(0)
  })

  it("takes trials that are not alike", () => {
    // Both: 1/2 · 1/3. At least one: 1 - 1/2 · 2/3.
    expect(atLeast(2, [1 / 2, 1 / 3])).toBeCloseTo(1 / 6, 12)
    expect(atLeast(1, [1 / 2, 1 / 3])).toBeCloseTo(2 / 3, 12)
  })
})

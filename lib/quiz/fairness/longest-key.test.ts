import { describe, expect, it } from "vitest"
import { findLongestKey, findLongestOften, measureLongest } from "@/lib/quiz/fairness/longest-key"
import { choosing } from "@/tests/support/fair-items"

const long = "*An abstention that leaves the field to the stronger side"
const times = (count: number, texts: string[]) => Array.from({ length: count }, () => choosing(texts))

describe("the longest option", () => {
  it("is said to be the key where it is half again as long as the mean of the others", () => {
    expect(findLongestKey(choosing([long, "A vote for it", "A vote against"]))).toMatchObject([
      { code: "longestKey", values: { right: 56, mean: 14 } },
    ])
    expect(findLongestKey(choosing(["*A fence", "A wall"]))).toEqual([])
    // Twice as long, and yet no more than a word.
    expect(findLongestKey(choosing(["*Neutral", "War"]))).toEqual([])
    expect(findLongestKey(choosing([long.slice(1), "A vote"]))).toEqual([])
  })

  it("is counted over the quiz, and called too few below eight", () => {
    expect(measureLongest(times(7, [long, "A", "B", "C"]))).toEqual({
      n: 7,
      longest: 7,
      expected: 1.75,
      chance: null,
    })
    const eight = measureLongest(times(8, [long, "A", "B", "C"]))
    expect(eight.chance).toBeCloseTo(1 / 4 ** 8, 12)
    expect(findLongestOften(eight)).toMatchObject([{ code: "longestOften", values: { longest: 8, n: 8 } }])
  })

  it("leaves out lists where two are equally long, and says nothing of what chance does", () => {
    expect(measureLongest(times(3, ["*AA", "BB", "C"])).n).toBe(0)
    const mixed = [...times(2, [long, "A", "B", "C"]), ...times(6, ["*A", "A long one", "B", "C"])]
    const measure = measureLongest(mixed)
    expect(measure).toMatchObject({ n: 8, longest: 2, expected: 2 })
    expect(findLongestOften(measure)).toEqual([])
  })
})

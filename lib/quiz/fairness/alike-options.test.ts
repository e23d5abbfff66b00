import { describe, expect, it } from "vitest"
import {
  findOverlappingOptions,
  findOverlappingRanges,
  findSameOptions,
} from "@/lib/quiz/fairness/alike-options"
import { choosing, fair, list } from "@/tests/support/fair-items"

describe("options that are alike", () => {
  it("say the same once case, marks and articles are left away", () => {
    expect(findSameOptions(choosing(["*The fence.", "a FENCE", "A wall"]))).toMatchObject([
      { code: "sameOptions", values: { one: "The fence", other: "a FENCE" } },
    ])
    expect(findSameOptions(choosing(["At the U.N.", "at the U.N."]))).toMatchObject([
      { values: { one: "At the U.N.", other: "at the U.N." } },
    ])
    expect(findSameOptions(choosing(["*A fence", "A wall", "", " "]))).toEqual([])
    expect(findSameOptions(choosing(["+5", "-5", "=", "≠"]))).toEqual([])
    expect(findSameOptions(choosing(["دیوار", "دیوار۔"]))).toHaveLength(1)
  })

  it("are part of each other", () => {
    expect(findOverlappingOptions(choosing(["*A fence", "A fence and a wall"]))).toMatchObject([
      { code: "overlappingOptions" },
    ])
    expect(findOverlappingOptions(choosing(["*Trade", "War, trade"]))).toHaveLength(1)
    expect(findOverlappingOptions(choosing(["*A fence", "A fence-post", "No fence"]))).toEqual([])
    const matching = fair({ type: "matching", lists: [list(["War", "War and trade"])] })
    expect(findOverlappingOptions(matching)).toEqual([])
  })

  it("share a number", () => {
    expect(findOverlappingRanges(choosing(["*10–20", "20–30", "30–40"]))).toMatchObject([
      { code: "overlappingRanges", values: { one: "10–20", other: "20–30" } },
    ])
    expect(findOverlappingRanges(choosing(["*10 to 19 percent", "20 to 29 percent"]))).toEqual([])
    expect(findOverlappingRanges(choosing(["*1999", "2001-2003 and 2005"]))).toEqual([])
  })
})

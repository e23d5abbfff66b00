import { describe, expect, it } from "vitest"
import { absoluteIn, countNegations, hasWordLists } from "@/lib/quiz/fairness/word-lists"

describe("the words looked for", () => {
  it("are English ones", () => {
    expect(["en", "en-GB", "EN-us", "ur", "eng"].map(hasWordLists)).toEqual([true, true, true, false, false])
  })

  it("are whole words", () => {
    expect(absoluteIn("The wall is only tall")).toBe("only")
    expect(absoluteIn("The ally alone")).toBeNull()
    expect(countNegations("A note from Norway")).toBe(0)
    expect(countNegations("It isn’t nothing, not only here")).toBe(2)
  })
})

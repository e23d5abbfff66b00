import { describe, expect, it } from "vitest"
import { findPhrase } from "@/lib/quiz/find-phrase"

describe("findPhrase", () => {
  it("parts a text at the first phrase that stands in it", () => {
    expect(findPhrase("Silence is a gift to the sender.", ["no such", "A gift"])).toEqual({
      before: "Silence is ",
      phrase: "a gift",
      after: " to the sender.",
    })
  })

  it("finds nothing in what it does not hold, nor in the whole of it", () => {
    const whole = { before: "Silence.", phrase: "", after: "" }
    expect(findPhrase("Silence.", ["trade", "", "Silence."])).toEqual(whole)
  })
})

import { describe, expect, it } from "vitest"
import { findKeyedOpinion } from "@/lib/quiz/fairness/keyed-opinion"
import { fair } from "@/tests/support/fair-items"

const words = (prompt: string, level: "author_says" | "my_view" = "author_says") =>
  findKeyedOpinion(fair({ prompt, level })).map(({ values }) => values.words)

describe("a keyed opinion", () => {
  it("is a question for the student's own view that has a key", () => {
    expect(words("Do you agree with Mir?")).toEqual(["do you agree"])
    expect(words("In your opinion, was it neutral?")).toEqual(["in your opinion"])
    expect(words("Should Pakistan have voted?")).toEqual(["should"])
  })

  it("is none where nothing is keyed", () => {
    expect(words("Do you agree with Mir?", "my_view")).toEqual([])
  })

  it("is none where it is the text that says what should be", () => {
    expect(words("What should Pakistan do, according to Mir?")).toEqual([])
    expect(words("What does the author say Pakistan should do?")).toEqual([])
    expect(words("Pakistan should have voted.")).toEqual([])
    expect(words("What came with the factory?")).toEqual([])
  })
})

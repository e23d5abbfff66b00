import { describe, expect, it } from "vitest"
import { findNegativeStem } from "@/lib/quiz/fairness/negative-stem"
import { fair } from "@/tests/support/fair-items"

const words = (prompt: string) => findNegativeStem(fair({ prompt })).map(({ values }) => values.word)

describe("a negative stem", () => {
  it("asks for the exception and does not say so loudly", () => {
    expect(words("Which of these is not in the text?")).toEqual(["not"])
    expect(words("Which of these didn’t happen?")).toEqual(["not"])
    expect(words("All of these happened except")).toEqual(["except"])
  })

  it("is fine where the word is marked", () => {
    expect(words("Which of these is NOT in the text?")).toEqual([])
    expect(words("Which of these is *not* in the text?")).toEqual([])
    expect(words("All of these happened EXCEPT")).toEqual([])
  })

  it("is none where a denial is only talked of", () => {
    expect(words("Why did Pakistan not vote?")).toEqual([])
    expect(words("Pakistan did not vote. What does Mir call that?")).toEqual([])
    expect(findNegativeStem(fair({ type: "true-false", prompt: "What is not said counts." }))).toEqual([])
  })
})

import { describe, expect, it } from "vitest"
import { isMissed, isPractisable } from "@/lib/quiz/missed-items"

const key = { answer: "11111111-1111-4111-8111-111111111111" }

describe("what can be practised", () => {
  it.each([
    ["a question with a key", { type: "single", level: "author_says", key }, true],
    ["a view", { type: "single", level: "my_view", key }, false],
    ["a question without a key", { type: "single", level: "author_says", key: null }, false],
    ["a key half done", { type: "single", level: "author_says", key: {} }, false],
    [
      "what a teacher reads",
      { type: "long", level: "author_says", key: { rubric: { criteria: [] } } },
      false,
    ],
  ] as const)("%s", (_, facts, expected) => {
    expect(isPractisable(facts)).toBe(expected)
  })

  it.each([
    ["unanswered", null, true],
    ["wrong", { numerator: 0, denominator: 1 }, true],
    ["half right", { numerator: 1, denominator: 2 }, true],
    ["right", { numerator: 1, denominator: 1 }, false],
    ["right in other terms", { numerator: 3, denominator: 3 }, false],
  ])("%s is missed or not", (_, share, expected) => {
    expect(isMissed(share)).toBe(expected)
  })
})

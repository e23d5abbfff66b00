import { describe, expect, it } from "vitest"
import { blankItem } from "@/lib/quiz/authored-item"
import { itemTypeNames } from "@/lib/quiz/item-types"
import { spokenTexts } from "./spoken-item"

const texts = (...list: string[]) => list.map((text, at) => ({ id: String(at), text }))

describe("what is read out of a question", () => {
  it.each([
    ["options", { options: texts("Yes", "No") }, ["Why?", "Yes", "No"]],
    [
      "rows, then what they are matched with",
      { options: texts("1947"), rows: texts("Founded") },
      ["Why?", "Founded", "1947"],
    ],
    [
      "statements, then where they belong",
      { categories: texts("For", "Against"), statements: texts("It is fair") },
      ["Why?", "It is fair", "For", "Against"],
    ],
    ["steps", { steps: texts("First", "Then") }, ["Why?", "First", "Then"]],
    [
      "both parts of a pair",
      { options: texts("Yes"), evidencePrompt: "Which sentence?", choose: 1 },
      ["Why?", "Yes", "Which sentence?"],
    ],
    [
      "a text with gaps, and what can be chosen for them",
      { pieces: [{ text: "It is " }, { gap: "1", options: texts("fair", "safe") }, { text: "." }] },
      ["Why?", "It is ….", "fair", "safe"],
    ],
    ["the question alone where there is nothing to choose", { maxLength: 40 }, ["Why?"]],
  ])("%s", (_, content, expected) => {
    expect(spokenTexts({ prompt: "Why?", content })).toEqual(expected)
  })

  it.each(itemTypeNames)("does not fail for %s", (type) => {
    const { content } = blankItem(type, () => "00000000-0000-4000-8000-000000000000")
    expect(spokenTexts({ prompt: "Why?", content })[0]).toBe("Why?")
  })
})

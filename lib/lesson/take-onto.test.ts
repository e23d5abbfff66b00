import { describe, expect, it } from "vitest"
import { takeOnto } from "@/lib/lesson/take-onto"
import { blankItem } from "@/lib/quiz/authored-item"

const item = (key: unknown) => ({ ...blankItem("single", () => "o"), itemId: "old", prompt: "Who?", key })
const proof = (quotes: string[], sentenceIds: string[]) => ({
  answer: "a",
  evidence: { quotes, sentenceIds },
})
const sentences = [
  { id: "x", paragraph: 1, ordinal: 1, text: "In all 35 countries abstained." },
  { id: "y", paragraph: 1, ordinal: 2, text: "Trade matters." },
]

describe("a question taken into another lesson", () => {
  it("is a new item, as it is on the same text", () => {
    const taken = takeOnto(item(proof(["35 countries"], ["old"])), null)
    expect(taken.item).toMatchObject({ itemId: null, key: proof(["35 countries"], ["old"]) })
    expect(taken.evidence).toBe("attached")
  })

  it("finds its evidence by its quotes on another text", () => {
    const taken = takeOnto(item(proof(["35 countries", "gone"], ["old"])), sentences)
    expect(taken.item.key).toEqual(proof(["35 countries", "gone"], ["x"]))
    expect(taken.evidence).toBe("attached")
  })

  it("comes without where none is found, and keeps the quotes", () => {
    const taken = takeOnto(item(proof(["the editors’ note"], ["old"])), sentences)
    expect(taken.item.key).toEqual(proof(["the editors’ note"], []))
    expect(taken.evidence).toBe("loose")
    // Sentences without quotes can be looked for by nothing.
    expect(takeOnto(item(proof([], ["old"])), sentences)).toMatchObject({
      evidence: "loose",
      item: { key: proof([], []) },
    })
  })

  it("may have none", () => {
    expect(takeOnto(item(null), sentences).evidence).toBe("none")
    expect(takeOnto(item(proof([], [])), sentences)).toMatchObject({
      evidence: "none",
      item: { key: proof([], []) },
    })
  })
})

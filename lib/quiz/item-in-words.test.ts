import { describe, expect, it } from "vitest"
import { blankItem } from "@/lib/quiz/authored-item"
import { itemInWords } from "@/lib/quiz/item-in-words"
import { itemTypeNames } from "@/lib/quiz/item-types"

const id = (at: number) => `00000000-0000-4000-8000-00000000000${at}`
const options = [
  { id: id(1), text: "A fence" },
  { id: id(2), text: "A wall" },
]
const evidence = { quotes: ["with it a fence"], sentenceIds: [] }

describe("an item in words", () => {
  it("says which options are right, and what proves it", () => {
    expect(itemInWords({ type: "single", content: { options }, key: { answer: id(2), evidence } })).toEqual({
      options: [
        { text: "A fence", isRight: false },
        { text: "A wall", isRight: true },
      ],
      answers: [],
      parts: [],
      criteria: [],
      quotes: ["with it a fence"],
    })
  })

  it("says what counts where it is typed, and what fits where", () => {
    const short = { variants: ["fence", "a fence"], ignoreCase: true, ignoreDiacritics: true, evidence }
    expect(itemInWords({ type: "short", content: { maxLength: 80 }, key: short }).answers).toEqual([
      "fence",
      "a fence",
    ])
    const rows = [{ id: id(3), text: "Mir" }]
    const pairs = { pairs: { [id(3)]: id(1) }, evidence }
    expect(itemInWords({ type: "matching", content: { rows, options }, key: pairs }).parts).toEqual([
      { label: "Mir", right: "A fence" },
    ])
  })

  it("can say every type, blank as it begins", () => {
    for (const type of itemTypeNames) {
      const { content, key } = blankItem(type, () => id(1))
      expect(itemInWords({ type, content, key }).quotes).toEqual([])
    }
    expect(itemInWords({ type: "single", content: "none", key: "none" }).options).toEqual([])
  })
})

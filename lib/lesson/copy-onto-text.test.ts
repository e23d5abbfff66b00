import { describe, expect, it } from "vitest"
import type { AuthoredItem } from "@/lib/quiz/authored-item"
import { moveItems } from "./copy-onto-text"

const item = (title: string, evidence: { quotes: string[]; sentenceIds: string[] } | null): AuthoredItem => ({
  itemId: "old",
  type: "single",
  level: evidence ? "author_says" : "my_view",
  title,
  prompt: title,
  hint: null,
  points: 1,
  skills: [],
  content: { options: [] },
  key: evidence ? { answer: "a", evidence } : null,
  feedback: {},
  explanation: null,
})

const sentences = [
  { id: "x", paragraph: 1, ordinal: 1, text: "In all 35 countries abstained." },
  { id: "y", paragraph: 1, ordinal: 2, text: "Trade matters." },
]

describe("moveItems", () => {
  const moved = moveItems(
    [
      item("Abstentions", { quotes: ["35 countries"], sentenceIds: ["old sentence"] }),
      item("Gone", { quotes: ["the editors’ note"], sentenceIds: ["old sentence"] }),
      item("View", null),
      item("No evidence", { quotes: [], sentenceIds: [] }),
    ],
    sentences,
  )

  it("attaches evidence to the sentences of the new text alone", () => {
    expect(moved.attached).toBe(1)
    expect(moved.from).toEqual([0, 2, 3])
    expect(moved.items[0]?.key).toEqual({
      answer: "a",
      evidence: { quotes: ["35 countries"], sentenceIds: ["x"] },
    })
  })

  it("lists what is missing instead of guessing, and leaves it out", () => {
    expect(moved.missing).toEqual([{ position: 2, title: "Gone", quotes: ["the editors’ note"] }])
    expect(moved.items.map((one) => one.title)).toEqual(["Abstentions", "View", "No evidence"])
  })

  it("makes new items of all of them", () => {
    expect(moved.items.every((one) => one.itemId === null)).toBe(true)
  })
})

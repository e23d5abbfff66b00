import { describe, expect, it } from "vitest"
import { attachEvidence } from "./attach-evidence"

const sentences = [
  { id: "a", paragraph: 1, ordinal: 1, text: "Thirty-five countries abstained." },
  { id: "b", paragraph: 1, ordinal: 2, text: "The contract was worth $85 million." },
  { id: "c", paragraph: 1, ordinal: 3, text: "Other countries abstained earlier." },
]

describe("attachEvidence", () => {
  it("gives each quote the one sentence it stands in, and keeps them all", () => {
    const quotes = ["$85 million", "Thirty-five countries", "countries abstained", "no such words"]
    expect(attachEvidence(quotes, sentences)).toEqual({ quotes, sentenceIds: ["b", "a"] })
  })

  it("is missing when nothing attaches, and never guesses between two sentences", () => {
    expect(attachEvidence(["countries abstained"], sentences)).toBeNull()
    expect(attachEvidence(["no such words"], sentences)).toBeNull()
  })

  it("names a sentence once, and needs nothing where nothing was asked", () => {
    expect(attachEvidence(["contract was", "$85 million"], sentences)?.sentenceIds).toEqual(["b"])
    expect(attachEvidence([], sentences)).toEqual({ quotes: [], sentenceIds: [] })
  })
})

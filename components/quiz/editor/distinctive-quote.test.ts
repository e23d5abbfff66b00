import { describe, expect, it } from "vitest"
import { distinctiveQuote } from "@/components/quiz/editor/distinctive-quote"

const sentences = [
  "He said that silence is a gift, and no more.",
  "He said that silence is golden.",
  "So be it.",
].map((text, at) => ({ id: `s${at}`, paragraph: 1, ordinal: at + 1, text }))
const quote = (at: number) => distinctiveQuote(sentences[at] as (typeof sentences)[number], sentences)

describe("distinctiveQuote", () => {
  it("goes on until no other sentence begins so", () => {
    expect(quote(0)).toBe("He said that silence is a")
    expect(quote(1)).toBe("He said that silence is golden.")
  })

  it("takes a short sentence whole", () => {
    expect(quote(2)).toBe("So be it.")
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { EXCERPT_LENGTH, excerptAround, foldText, MOST_WORDS, searchWords } from "./find-words"

describe("searchWords", () => {
  it.each([
    ["  Neutral   STATE ", ["neutral", "state"]],
    ["café Café CAFE\u0301", ["cafe"]],
    ["Ελλάδα", ["ελλαδα"]],
    ["كِتَاب", ["كتاب"]],
    ["ﬁne", ["fine"]],
    ["\u200b\u200b \u2800", []],
    ["100% _'\"\\", ["100%", "_'\"\\"]],
  ])("%j", (asked, words) => {
    expect(searchWords(asked)).toEqual(words)
  })

  it("looks for eight words and no more", () => {
    expect(searchWords("a b c d e f g h i j")).toHaveLength(MOST_WORDS)
  })
})

describe("excerptAround", () => {
  it("shows a short text whole, on one line", () => {
    expect(excerptAround(" He is\n\nright. ", ["right"])).toBe("He is right.")
  })

  it("shows the first place of a word, whatever marks stand before it", () => {
    const text = `${"é ".repeat(300)}Neutralité${" x".repeat(300)}`
    const part = excerptAround(text, searchWords("NEUTRALITE"))
    expect(part).toContain("Neutralité")
    expect(part.startsWith("…") && part.endsWith("…")).toBe(true)
  })

  it("cuts between words", () => {
    const text = `${"twelve ".repeat(40)}neutral${" elephants".repeat(40)}`
    const words = excerptAround(text, ["neutral"]).replaceAll("…", "").split(" ")
    expect(new Set(words)).toEqual(new Set(["twelve", "neutral", "elephants"]))
  })

  it("is a part of the text and never long, and holds the word where the text does", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), fc.nat(600), (text, at) => {
        const line = [...text.replace(/\s+/gu, " ").trim()]
        const [word = ""] = searchWords(line.slice(at, at + 3).join(""))
        const part = excerptAround(text, word ? [word] : [])
        expect([...part].length).toBeLessThanOrEqual(EXCERPT_LENGTH + 2)
        expect(line.join("")).toContain(part.replace(/^…|…$/g, ""))
      }),
    )
  }, 20_000)

  it("folds twice as once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })
})

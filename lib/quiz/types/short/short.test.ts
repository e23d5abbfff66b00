import { describe, expect, it } from "vitest"
import { short } from "@/lib/quiz/types/short/short"

const content = { maxLength: 40 }
const key = { variants: ["fake neutrality", "U-turn Khan"], ignoreCase: true, ignoreDiacritics: true }
const none = new Set<string>()
const answer = (text: string, rules = key) => short.score(rules, { text }, content)
const right = { state: "scored", share: { numerator: 1, denominator: 1 }, finding: { answer: true } }
const wrong = { state: "scored", share: { numerator: 0, denominator: 1 }, finding: { answer: false } }

describe("short text", () => {
  it.each(["fake neutrality", "“Fake  Neutrality.”", "u–turn khan"])("takes %s for a variant", (text) => {
    expect(answer(text)).toEqual(right)
  })

  it.each(["neutrality", "fake neutralities", "...x"])("does not take %s", (text) => {
    expect(answer(text)).toEqual(wrong)
  })

  it("keeps case and diacritics where the author wants them", () => {
    const strict = { variants: ["Öz"], ignoreCase: false, ignoreDiacritics: false }
    expect(answer("Öz", strict)).toEqual(right)
    expect(answer("öz", strict)).toEqual(wrong)
    expect(answer("Oz", strict)).toEqual(wrong)
  })

  it.each([[""], ["   "]])("takes %j for unanswered, never for a zero", (text) => {
    expect(answer(text)).toEqual({ state: "unanswered" })
  })

  it("does not match marks alone with anything", () => {
    expect(answer("...", { ...key, variants: ["!"] })).toEqual(wrong)
  })

  it("refuses an answer longer than the item allows", () => {
    expect(short.check(content, { text: "x".repeat(40) }, none)).toBe("answered")
    expect(short.check(content, { text: "x".repeat(41) }, none)).toBe("invalid")
    expect(short.check(content, { text: 7 }, none)).toBe("invalid")
  })

  it("tells an author what to mend", () => {
    const codes = (variants: string[]) =>
      short.problems({ content, key: { ...key, variants } }, none).map(({ code }) => code)
    expect(codes(["UN"])).toEqual([])
    expect(codes([])).toEqual(["emptyVariant"])
    expect(codes(["UN", "“un”"])).toEqual(["sameVariant"])
    expect(codes(["x".repeat(41)])).toEqual(["variantTooLong"])
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { repairQuotes } from "./repair-quotes"

describe("repairQuotes", () => {
  it.each([
    ["They call him “U-turn Khan. ”", "They call him “U-turn Khan.”"],
    ["They sang “ la la ” twice.", "They sang “la la” twice."],
    ["It chanted “death to Russia. “ Later he left.", "It chanted “death to Russia.” Later he left."],
    ["He said ”hello” and left.", "He said “hello” and left."],
    ['He said " hello " and left.', 'He said "hello" and left.'],
    ['He said "hello. " She left.', 'He said "hello." She left.'],
  ])("%s", (before, after) => {
    const repaired = repairQuotes(before)
    expect(repaired.text).toBe(after)
    expect(repaired.repairs.length).toBeGreaterThan(0)
  })

  it.each([
    "“Nothing is wrong,” he said, “here.”",
    "A quotation of several paragraphs begins “here and goes on",
    "and ends there.” So it is.",
    'A 5" screen and a 6" one.',
    "Er sagte „Ja“ und ging.",
    "Il dit « oui » et part.",
    "Don’t say ‘never’ to me.",
    "Outer “inner “deep” inner” outer.",
  ])("leaves alone: %s", (text) => {
    expect(repairQuotes(text)).toEqual({ text, repairs: [] })
  })

  it("changes quotes and blanks only, lists every change, and is done after once", () => {
    const pieces = fc.array(fc.constantFrom("“", "”", '"', " ", "a", "b.", "„"), { maxLength: 30 })
    fc.assert(
      fc.property(
        pieces.map((all) => all.join("")),
        (text) => {
          const { text: repaired, repairs } = repairQuotes(text)
          expect(repaired.replace(/[“”\s]/g, "")).toBe(text.replace(/[“”\s]/g, ""))
          expect(repairs.length > 0).toBe(repaired !== text)
        },
      ),
    )
  })
})

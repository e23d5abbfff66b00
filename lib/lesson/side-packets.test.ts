import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { packetParagraphs } from "@/lib/lesson/side-packets"

describe("packetParagraphs", () => {
  it("parts at empty lines, and runs lines within a paragraph together", () => {
    expect(packetParagraphs("One line\nand its end.\n\n  \nTwo.")).toEqual(["One line and its end.", "Two."])
    expect(packetParagraphs(" \n\n ")).toEqual([])
  })

  it("finds again what it found", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = packetParagraphs(text)
        expect(packetParagraphs(once.join("\n\n"))).toEqual(once)
      }),
    )
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { shorten } from "./shorten"

describe("shortening what a post says", () => {
  it("leaves what fits, and cuts the rest after a whole word", () => {
    expect(shorten("The timing is the part", 22)).toBe("The timing is the part")
    expect(shorten("The timing is the part", 20)).toBe("The timing is the…")
    expect(shorten("The timing is the part", 18)).toBe("The timing is the…")
    expect(shorten("The timing is the part", 17)).toBe("The timing is…")
  })

  it("cuts within a word that fills the room, and never half a character", () => {
    expect(shorten("Neutralitätspolitik", 8)).toBe("Neutral…")
    expect(shorten("😀😀😀😀", 3)).toBe("😀😀…")
  })

  it("is never longer than asked, begins as the text does, and says so where it ends early", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 2, max: 40 }), (text, most) => {
        const short = shorten(text, most)
        expect([...short].length).toBeLessThanOrEqual(most)
        if (short === text) return
        expect(short.endsWith("…")).toBe(true)
        expect(text.startsWith(short.slice(0, -1))).toBe(true)
      }),
    )
  })
})

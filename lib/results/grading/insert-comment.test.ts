import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { LONGEST_COMMENT } from "@/lib/quiz/rubric"
import { insertComment } from "./insert-comment"

describe("putting a comment where the cursor is", () => {
  it.each([
    ["", 0, 0, "Cite it.", 8],
    ["Good.", 5, 5, "Good. Cite it.", 14],
    ["Good. ", 6, 6, "Good. Cite it.", 14],
    ["Good. But why?", 5, 5, "Good. Cite it. But why?", 14],
    ["Good. But why?", 6, 9, "Good. Cite it. why?", 14],
    ["Why?", 0, 0, "Cite it. Why?", 8],
  ])("in “%s” from %i to %i", (text, start, end, expected, cursor) => {
    expect(insertComment(text, "Cite it.", { start, end })).toEqual({ text: expected, cursor })
  })

  it("refuses what there is no room for", () => {
    expect(insertComment("x".repeat(LONGEST_COMMENT), "y", { start: 0, end: 0 })).toBeNull()
  })

  it("loses nothing but what was selected", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.nat(40), fc.nat(40), (text, one, other) => {
        const [start, end] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)]
        const inserted = insertComment(text, "Words", { start, end })
        expect(inserted?.text.startsWith(text.slice(0, start))).toBe(true)
        expect(inserted?.text.endsWith(text.slice(end))).toBe(true)
        expect(inserted?.text.slice(0, inserted.cursor).endsWith("Words")).toBe(true)
      }),
    )
  })
})

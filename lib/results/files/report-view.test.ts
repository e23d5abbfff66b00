import { describe, expect, it } from "vitest"
import { said } from "./report-view"

describe("said", () => {
  it.each([
    ["عائشہ خان", true],
    ["35 ممالک, Crimea", true],
    ["Amina عائشہ", false],
    ["אבג", true],
    ["2026", false],
    ["", false],
  ])("reads %j from the side of its first letter", (text, isRightToLeft) => {
    expect(said(text)).toEqual({ text, isRightToLeft })
  })

  it("lets what has no blanks break, and loses none of it", () => {
    const { text } = said("x".repeat(100))
    expect(text.split("\u200B").map(({ length }) => length)).toEqual([40, 40, 20])
  })

  it("lets no name turn what stands beside it", () => {
    expect(said("\u202EreteP\u202C \u2067x\u2069").text).toBe("reteP x")
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cleanText, countVisible } from "./visible-text"

describe("cleanText", () => {
  it("takes away what nobody sees", () => {
    expect(cleanText("\u200b\u2060a\u00ad\u202eb\ufeff ")).toBe("ab")
    expect(cleanText("\u2800\u3164\u{e0041}")).toBe("")
  })

  it("keeps the joiners that Urdu words and emoji are made with", () => {
    expect(cleanText("می\u200cخواهم")).toBe("می\u200cخواهم")
    expect(cleanText("👩\u200d🏫")).toBe("👩\u200d🏫")
    expect(cleanText("\u200d\u200c")).toBe("")
  })

  it("composes letters and settles line breaks", () => {
    expect(cleanText("e\u0301\r\n\r\nb\rc")).toBe("é\n\nb\nc")
  })

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = cleanText(text)
        expect(countVisible(once)).toBe(countVisible(text))
        expect(cleanText(once)).toBe(once)
      }),
    )
  })

  it("takes a megabyte of invisible characters in its stride", () => {
    const before = process.cpuUsage()
    expect(countVisible("\u200b".repeat(1_000_000))).toBe(0)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000)
  })
})

describe("countVisible", () => {
  it("counts what a reader sees, once each", () => {
    expect(countVisible("a b\u200b c")).toBe(3)
    expect(countVisible(" \n\t\u00a0\u3000")).toBe(0)
    expect(countVisible("🙂🙂")).toBe(2)
  })
})

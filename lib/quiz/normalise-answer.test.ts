import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { normaliseAnswer } from "@/lib/quiz/normalise-answer"

const loose = { ignoreCase: true, ignoreDiacritics: true }
const strict = { ignoreCase: false, ignoreDiacritics: false }
const same = (a: string, b: string, rules = loose) => normaliseAnswer(a, rules) === normaliseAnswer(b, rules)

describe("normaliseAnswer", () => {
  it.each([
    ["case", "Fake Neutrality", "fake neutrality"],
    ["spaces", "  fake \u00a0 neutrality\n", "fake neutrality"],
    ["turned quotes", "“fake neutrality”", "fake neutrality"],
    ["turned apostrophe", "Pakistan’s", "pakistan's"],
    ["a full stop at the end", "fake neutrality.", "fake neutrality"],
    ["wide letters", "ＵＮ", "un"],
    ["ligature", "o\ufb03ce", "office"],
    ["zero width", "fake\u200b neutrality", "fake neutrality"],
    ["composed and decomposed", "caf\u00e9", "cafe\u0301"],
    ["diacritics", "Erdoğan", "Erdogan"],
    ["sharp s", "STRASSE", "straße"],
    ["capital sharp s", "STRAẞE", "strasse"],
    ["dash", "T–80UD", "T-80UD"],
  ])("takes %s for no difference", (_, a, b) => {
    expect(same(a, b)).toBe(true)
  })

  it("keeps differences that the author wants kept", () => {
    expect(same("cafe", "café", { ...strict, ignoreCase: true })).toBe(false)
    expect(same("us", "US", strict)).toBe(false)
    expect(same("1.5", "15")).toBe(false)
  })

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const once = normaliseAnswer(text, loose)
        expect(normaliseAnswer(once, loose)).toBe(once)
      }),
    )
  })

  it("changes no single character the second time, whatever it is", () => {
    const changed: string[] = []
    for (let code = 0; code < 0x20000; code++) {
      const once = normaliseAnswer(String.fromCodePoint(code), loose)
      if (normaliseAnswer(once, loose) !== once) changed.push(code.toString(16))
    }
    expect(changed).toEqual([])
  })

  it("takes time in proportion to the length, whatever marks it is made of", () => {
    const seconds = (length: number) => {
      const giant = `${" .".repeat(length)}x${"' ".repeat(length)}`
      const started = performance.now()
      normaliseAnswer(giant, loose)
      return performance.now() - started
    }
    seconds(2_500)
    // A hundred times the length: a quadratic step would take ten thousand times as long.
    expect(seconds(250_000)).toBeLessThan(Math.max(5, seconds(2_500)) * 1_000)
  })
})

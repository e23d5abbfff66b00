import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { alignSentences } from "./align-sentences"

const makeIds = (prefix: string) => {
  let count = 0
  return () => `${prefix}${++count}`
}
const numbered = (texts: string[]) => texts.map((text, at) => ({ id: `old${at + 1}`, text }))
const idsOf = (old: string[], texts: string[]) =>
  alignSentences(numbered(old), texts, makeIds("new")).map(({ id }) => id)

describe("alignSentences", () => {
  it("keeps the id where the words stay, whatever stands around them", () => {
    expect(idsOf(["One.", "Two.", "Three."], ["Zero.", "Three.", "Two, more.", "One."])).toEqual([
      "new1",
      "old3",
      "new2",
      "old1",
    ])
  })

  it("takes repaired quotes and dashes for the same words", () => {
    expect(idsOf(['He said "no".'], ["He said “no”."])).toEqual(["old1"])
  })

  it("matches duplicates in order", () => {
    expect(idsOf(["Yes.", "No.", "Yes."], ["Yes.", "Yes.", "Yes."])).toEqual(["old1", "old3", "new1"])
  })

  const texts = fc.array(fc.constantFrom("A.", "B.", "C.", "D."), { maxLength: 12 })

  it("uses no id twice, and carries none to other words", () => {
    fc.assert(
      fc.property(texts, texts, (old, next) => {
        const known = numbered(old)
        const aligned = alignSentences(known, next, makeIds("new"))
        expect(new Set(aligned.map(({ id }) => id)).size).toBe(next.length)
        for (const { id, text, kept } of aligned)
          if (kept) expect(known.find((sentence) => sentence.id === id)?.text).toBe(text)
      }),
    )
  })

  it("changes nothing when nothing changed, and keeps as many ids as words allow", () => {
    fc.assert(
      fc.property(texts, texts, (old, next) => {
        expect(idsOf(old, old)).toEqual(numbered(old).map(({ id }) => id))
        const times = (all: string[], text: string) => all.filter((one) => one === text).length
        const most = [...new Set(next)].reduce(
          (sum, text) => sum + Math.min(times(old, text), times(next, text)),
          0,
        )
        expect(alignSentences(numbered(old), next, makeIds("n")).filter(({ kept }) => kept).length).toBe(most)
      }),
    )
  })
})

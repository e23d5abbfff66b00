import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { storable } from "@/lib/platform/storable"

describe("storable", () => {
  it.each([
    ["a\u0000b", "ab"],
    ["half an emoji \ud83d", "half an emoji \ufffd"],
    ["\udc00 the other half", "\ufffd the other half"],
    ["😀 and \u200b and اردو", "😀 and \u200b and اردو"],
  ])("makes %j into %j", (text, wanted) => {
    expect(storable(text)).toBe(wanted)
    expect(storable([{ text }, text])).toEqual([{ text: wanted }, wanted])
  })

  it("changes names of members, and nothing that is no text", () => {
    const file = new File(["x"], "x.txt")
    const day = new Date(0)
    expect(storable({ "a\u0000": 1, file, day, none: null, no: undefined })).toEqual({
      a: 1,
      file,
      day,
      none: null,
      no: undefined,
    })
  })

  it("cuts off what holds itself, and copies once what is there many times", () => {
    const round: unknown[] = ["a"]
    round.push(round, { round })
    expect(storable(round)).toEqual(["a", null, { round: null }])
    let doubled: unknown = ["\u0000"]
    for (let times = 0; times < 100; times++) doubled = [doubled, doubled]
    const copy = storable(doubled) as unknown[]
    expect(copy[0]).toBe(copy[1])
  })

  it("changes no whole text, and nothing the second time", () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.string({ unit: "binary" }),
        fc.string({ unit: "grapheme" }),
        (any, text, whole) => {
          const once = storable([any, text])
          expect(storable(once)).toEqual(once)
          expect(storable(whole)).toBe(whole.replaceAll("\u0000", ""))
          expect(storable(text)).not.toMatch(/\p{Surrogate}/u)
          expect(storable(text)).not.toContain("\u0000")
        },
      ),
    )
  })
})

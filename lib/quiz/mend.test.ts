import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compare, type Fraction } from "@/lib/quiz/fraction"
import { itemTypeNames, itemTypeOf } from "@/lib/quiz/item-types"
import type { Named } from "@/lib/quiz/mend"

const ids = Array.from({ length: 5 }, (_, at) => `7f2c7f60-3c5e-4d0a-9f6e-0d5b6f7a8c9${at}`)
const options = ids.map((id, at) => ({ id, text: `Option ${at}` }))
const evidence = { quotes: ["so he says"], sentenceIds: [] }
const picked = (...at: number[]): Named => ({ optionIds: at.map((one) => ids[one] ?? "") })

type Mended = { content: unknown; key: unknown; named: Named }
const mend = (type: string, how: "rekey" | "accept", facts: Mended) => itemTypeOf(type).mend(how, facts)
function shareOf(type: string, { content, key }: Omit<Mended, "named">, value: unknown): Fraction {
  const score = itemTypeOf(type).score(key, value, content)
  if (score.state !== "scored") throw new Error(score.state)
  return score.share
}
const all = { numerator: 1, denominator: 1 }
const none = { numerator: 0, denominator: 1 }

describe("a key that is put right", () => {
  it("can be for types with one place to answer that a machine scores, and for no others", () => {
    const able = itemTypeNames.filter((name) => itemTypeOf(name).mends)
    expect(able).toEqual(["single", "multiple", "true-false", "numeric", "short"])
    expect(itemTypeOf("true-false").mends?.accepts).toBe(false)
  })

  it("names one other option, which alone earns everything and takes no proof along", () => {
    const content = { options }
    const key = mend("single", "rekey", {
      content,
      key: { answer: ids[0], shares: { [ids[1] ?? ""]: 50 }, evidence },
      named: picked(2),
    })
    expect(key).toEqual({ answer: ids[2], evidence: { quotes: [], sentenceIds: [] } })
    expect([0, 1, 2].map((at) => shareOf("single", { content, key }, { option: ids[at] }))).toEqual([
      none,
      none,
      all,
    ])
  })

  it("has one more right option beside the first", () => {
    const content = { options }
    const key = mend("single", "accept", { content, key: { answer: ids[0], evidence }, named: picked(2) })
    expect([0, 1, 2].map((at) => shareOf("single", { content, key }, { option: ids[at] }))).toEqual([
      all,
      none,
      all,
    ])
    expect(key).toMatchObject({ evidence })
  })

  it.each([
    ["an option that is not there", "single", { optionIds: ["7f2c7f60-3c5e-4d0a-9f6e-0d5b6f7a8c99"] }],
    ["two where one is right", "single", picked(1, 2)],
    ["words where an option is asked for", "single", { text: "Option 1" }],
    ["all options of several", "multiple", picked(0, 1, 2, 3, 4)],
  ] as const)("is none with %s", (_, type, named) => {
    const key = type === "single" ? { answer: ids[0], evidence } : { answers: [ids[0]], evidence }
    expect(mend(type, "rekey", { content: { options }, key, named })).toBeNull()
  })

  it("of several options: nobody loses by one more, and nobody needs it", () => {
    const content = { options }
    const some = fc.subarray([0, 1, 2, 3, 4])
    const right = fc.subarray([0, 1, 2, 3, 4], { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(right, some, fc.nat(4), (answers, ticked, added) => {
        const key = { answers: answers.map((at) => ids[at]), evidence }
        const value = { options: ticked.map((at) => ids[at]) }
        const accepted = mend("multiple", "accept", { content, key, named: picked(added) })
        if (ticked.length === 0) return
        const [before, after] = [
          shareOf("multiple", { content, key }, value),
          shareOf("multiple", { content, key: accepted }, value),
        ]
        expect(compare(after, before)).toBeGreaterThanOrEqual(0)
        // Without the new one everything is as it was.
        if (!ticked.includes(added)) expect(compare(after, before)).toBe(0)
      }),
    )
  })

  it("has another wording, also where it earned a part before", () => {
    const rules = { ignoreCase: true, ignoreDiacritics: true, evidence }
    const content = { maxLength: 80 }
    const weighed = [
      { text: "silence", percent: 100, comment: "" },
      { text: "noise", percent: 50, comment: "Half." },
    ]
    const key = mend("short", "accept", {
      content,
      key: { variants: ["silence"], weighed, ...rules },
      named: { text: "Noise." },
    })
    expect(["silence", "noise", "trade"].map((text) => shareOf("short", { content, key }, { text }))).toEqual(
      [all, all, none],
    )
    const only = mend("short", "rekey", {
      content,
      key: { variants: ["silence"], ...rules },
      named: { text: "noise" },
    })
    expect(["silence", "noise"].map((text) => shareOf("short", { content, key: only }, { text }))).toEqual([
      none,
      all,
    ])
    expect(
      mend("short", "accept", { content, key: { variants: ["silence"], ...rules }, named: { text: " . " } }),
    ).toBeNull()
  })

  it("has another number, exactly, before any that earns a part", () => {
    const content = { asksUnit: false }
    const tolerance = { kind: "absolute", amount: "2" }
    const base = {
      answer: "35",
      tolerance,
      units: [],
      ignoreCase: true,
      weights: { number: 1, unit: 1 },
      evidence,
    }
    const weighed = [
      { answer: "35", tolerance, percent: 100, comment: "" },
      { answer: "40", tolerance, percent: 50, comment: "Near." },
    ]
    const key = mend("numeric", "accept", { content, key: { ...base, weighed }, named: { text: "41" } })
    const given = (text: string) => ({ text, unit: null })
    expect(["36", "41", "40"].map((text) => shareOf("numeric", { content, key }, given(text)))).toEqual([
      all,
      all,
      { numerator: 1, denominator: 2 },
    ])
    const other = mend("numeric", "rekey", { content, key: base, named: { text: "85" } })
    expect(["35", "86"].map((text) => shareOf("numeric", { content, key: other }, given(text)))).toEqual([
      none,
      all,
    ])
    expect(mend("numeric", "accept", { content, key: base, named: { text: "many" } })).toBeNull()
  })
})

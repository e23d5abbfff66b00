import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { carryShares, fillFor, fillsOf, keepFills } from "@/lib/quiz/types/gap/fills"
import { gap } from "@/lib/quiz/types/gap/gap"
import { readGapMarkup, writeGapMarkup } from "@/lib/quiz/types/gap/gap-markup"
import { gapsOf } from "@/lib/quiz/types/gap/gaps"
import type { Gap, GapContent, GapKey } from "@/lib/quiz/types/gap/shapes"

let last = 0
const newId = () => `00000000-0000-4000-8000-${String(++last).padStart(12, "0")}`
const RULES = { ignoreCase: true, ignoreDiacritics: true }
const { pieces, gaps } = readGapMarkup("It [[abstained|did not vote]], being [[*first|second|third]].", {
  before: { pieces: [] },
  newId,
})
const content: GapContent = { pieces }
const [typed, list] = gapsOf(content) as [Gap, Gap]
const option = (text: string) => list.options?.find((one) => one.text === text)?.id ?? ""
const plain: GapKey = { gaps, ...RULES, evidence: { quotes: [], sentenceIds: [] } }
const weighed = keepFills(
  keepFills(plain, typed, [
    { fill: "abstained", percent: 100, comment: "" },
    { fill: "did not vote", percent: 50, comment: "Say it in one word." },
  ]),
  list,
  [
    { fill: option("first"), percent: 100, comment: "" },
    { fill: option("second"), percent: -50, comment: "" },
    { fill: option("third"), percent: 0, comment: "" },
  ],
)
const key: GapKey = { ...weighed, weights: { [typed.gap]: 3 } }
const share = (one: string, other: string, right = key) => {
  const given = { gaps: { [typed.gap]: one, [list.gap]: other === "" ? "" : option(other) } }
  const score = gap.score(right, given, content)
  return score.state === "scored" ? `${score.share.numerator}/${score.share.denominator}` : score.state
}

describe("gaps with weights and shares", () => {
  it("adds up by weight, and never falls below nothing", () => {
    expect(share("abstained", "first")).toBe("1/1")
    expect(share("Did not vote", "first")).toBe("5/8")
    expect(share("did not vote", "second")).toBe("1/4")
    expect(share("voted", "second")).toBe("0/1")
    expect(share("abstained", "")).toBe("3/4")
    expect(share("", "")).toBe("unanswered")
    expect(share("abstained", "third", plain)).toBe("1/2")
  })

  it("tells what is right in part, and what is said to it", () => {
    const given = { gaps: { [typed.gap]: "did not vote", [list.gap]: option("second") } }
    expect(gap.parts(content, given, key)).toMatchObject([
      { isRight: false, isHalf: true, said: "Say it in one word.", rightText: "abstained" },
      { isRight: false, rightText: "first" },
    ])
    expect(gap.parts(content, given, key)[1]).not.toHaveProperty("isHalf")
    expect(gap.parts(content, given, null)[0]).toMatchObject({ isRight: null, rightText: null })
  })

  it("takes a number with a tolerance for a number", () => {
    const right = keepFills(plain, typed, [
      { fill: "35", percent: 100, comment: "", tolerance: "0.5" },
      { fill: "*", percent: 0, comment: "No." },
    ])
    const percentOf = (text: string) => fillFor(typed, right, text)?.percent
    expect(["35", "35,0", "35.5", "36", "thirty-five", "35\u200B", " "].map(percentOf)).toEqual([
      100,
      100,
      100,
      0,
      0,
      100,
      undefined,
    ])
    expect(fillFor(typed, right, "36")?.comment).toBe("No.")
  })

  it("keeps no shares where there is nothing more to say than what is wholly right", () => {
    const again = [typed, list].reduce((all, place) => keepFills(all, place, fillsOf(place, plain)), plain)
    expect(again).toEqual(plain)
    expect(fillsOf(list, key).map(({ percent }) => percent)).toEqual(
      list.options?.map(({ text }) => (text === "first" ? 100 : text === "second" ? -50 : 0)),
    )
  })

  it("carries shares over when the text is written anew, and writes what they stand for", () => {
    expect(writeGapMarkup(content, key)).toContain("[[abstained|did not vote]]")
    const rewrite = (markup: string) => {
      const read = readGapMarkup(markup, { before: content, newId })
      return carryShares(key, read)
    }
    expect(rewrite(writeGapMarkup(content, key))).toEqual(key)
    const more = rewrite("It [[did not vote|stayed out]], being [[first|*second|third]].")
    expect(fillsOf(typed, more)).toEqual([
      { fill: "did not vote", percent: 50, comment: "Say it in one word." },
      { fill: "stayed out", percent: 100, comment: "" },
    ])
    expect(more.gaps[list.gap]).toEqual([option("second")])
    expect(rewrite("It is over.")).toEqual({ ...plain, gaps: {} })
  })

  it("keeps the share within the item, whatever shares and weights", () => {
    const percent = fc.double({ min: -100, max: 100, noNaN: true })
    fc.assert(
      fc.property(percent, percent, fc.nat(100), fc.nat(100), (a, b, one, other) => {
        const right = {
          ...keepFills(keepFills(plain, typed, [{ fill: "x", percent: a, comment: "" }]), list, [
            { fill: option("second"), percent: b, comment: "" },
          ]),
          weights: { [typed.gap]: one, [list.gap]: other },
        }
        const [numerator = 0, denominator = 1] = share("x", "second", right).split("/").map(Number)
        expect(numerator).toBeGreaterThanOrEqual(0)
        expect(numerator).toBeLessThanOrEqual(denominator)
      }),
    )
  })
})

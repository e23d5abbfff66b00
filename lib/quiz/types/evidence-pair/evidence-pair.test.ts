import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { evidencePair } from "@/lib/quiz/types/evidence-pair/evidence-pair"

const id = (digit: number) => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`
const [a, b, s1, s2, s3, s4] = [id(1), id(2), id(3), id(4), id(5), id(6)]
const content = {
  options: [
    { id: a, text: "Silence helps the attacker" },
    { id: b, text: "India abstained" },
  ],
  evidencePrompt: "Which sentence shows it best?",
  choose: 1,
}
const key = {
  answer: a,
  evidence: { quotes: ["a gift to the country"], sentenceIds: [s1, s2] },
  weights: { answer: 1, evidence: 1 },
}
const sentences = new Set([s1, s2, s3, s4])
const score = (option: string | null, chosen: string[], over = {}) =>
  evidencePair.score({ ...key, ...over }, { option, sentences: chosen }, content)
const scored = (
  numerator: number,
  denominator: number,
  answer: boolean | null,
  evidence: boolean | null,
) => ({
  state: "scored",
  share: { numerator, denominator },
  finding: { answer, evidence },
})

describe("answer and evidence", () => {
  it("tells the four outcomes apart, and parts that are missing", () => {
    expect(score(a, [s1])).toEqual(scored(1, 1, true, true))
    expect(score(a, [s2])).toEqual(scored(1, 1, true, true))
    expect(score(a, [s3])).toEqual(scored(1, 2, true, false))
    expect(score(b, [s1])).toEqual(scored(0, 1, false, true))
    expect(score(b, [s3])).toEqual(scored(0, 1, false, false))
    expect(score(a, [])).toEqual(scored(1, 2, true, null))
    expect(score(null, [s1])).toEqual(scored(0, 1, null, true))
    expect(score(null, [])).toEqual({ state: "unanswered" })
  })

  it("weighs the parts as the author set them", () => {
    expect(score(a, [s3], { weights: { answer: 1, evidence: 2 } })).toEqual(scored(1, 3, true, false))
    expect(score(a, [s1], { weights: { answer: 0, evidence: 2 } })).toEqual(scored(1, 1, true, true))
  })

  it("gives each of several sentences its share", () => {
    const two = { ...content, choose: 2 }
    const given = (chosen: string[]) => evidencePair.score(key, { option: a, sentences: chosen }, two)
    expect(given([s1, s2])).toEqual(scored(1, 1, true, true))
    expect(given([s1, s3])).toEqual(scored(3, 4, true, false))
  })

  it("earns nothing beyond the item and nothing below zero", () => {
    const chosen = fc.uniqueArray(fc.constantFrom(s1, s2, s3, s4), { maxLength: 1 })
    const weight = fc.integer({ min: 0, max: 20 })
    fc.assert(
      fc.property(fc.constantFrom(a, b, null), chosen, weight, weight, (option, given, answer, evidence) => {
        fc.pre(answer + evidence > 0)
        const result = score(option, given, { weights: { answer, evidence } })
        if (result.state !== "scored") return
        expect(result.share.numerator).toBeGreaterThanOrEqual(0)
        expect(result.share.numerator).toBeLessThanOrEqual(result.share.denominator)
      }),
    )
  })

  it.each([
    [{ option: a, sentences: [s1] }, "answered"],
    [{ option: a, sentences: [] }, "incomplete"],
    [{ option: null, sentences: [s1] }, "incomplete"],
    [{ option: null, sentences: [] }, "unanswered"],
    [{ option: a, sentences: [s1, s2] }, "invalid"],
    [{ option: a, sentences: [id(9)] }, "invalid"],
    [{ option: s1, sentences: [] }, "invalid"],
    [{ option: a }, "invalid"],
  ])("checks %j as %s", (value, state) => {
    expect(evidencePair.check(content, value, sentences)).toBe(state)
  })

  it("tells an author what to mend", () => {
    const codes = (over: object) =>
      evidencePair.problems({ content, key: { ...key, ...over } }, sentences).map(({ code }) => code)
    expect(codes({})).toEqual([])
    expect(codes({ evidence: { quotes: [], sentenceIds: [] } })).toEqual(["noEvidence"])
    expect(codes({ evidence: { quotes: ["x"], sentenceIds: [id(9)] } })).toEqual(["evidenceElsewhere"])
    expect(codes({ weights: { answer: 0, evidence: 0 } })).toEqual(["noWeight"])
  })
})

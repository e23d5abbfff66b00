import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compare, type Fraction } from "@/lib/quiz/fraction"
import { evidence } from "@/lib/quiz/types/evidence/evidence"

const id = (digit: number) => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`
const text = [1, 2, 3, 4, 5, 6].map(id)
const [a = "", b = "", c = "", d = ""] = text
const sentences = new Set(text)
const keyOf = (sentenceIds: string[]) => ({ evidence: { quotes: [], sentenceIds } })

function share(choose: number, proof: string[], chosen: string[]): Fraction {
  const score = evidence.score(keyOf(proof), { sentences: chosen }, { choose })
  if (score.state !== "scored") throw new Error("not scored")
  return score.share
}

const sitting = fc.integer({ min: 1, max: 3 }).chain((choose) =>
  fc.record({
    choose: fc.constant(choose),
    proof: fc.subarray(text, { minLength: 1 }),
    chosen: fc.shuffledSubarray(text, { minLength: 1, maxLength: choose }),
  }),
)

describe("choosing sentences", () => {
  it.each([
    ["the one that is right", 1, [a], [a], 1, 1],
    ["one of several that are right", 1, [a, b], [b], 1, 1],
    ["a wrong one", 1, [a], [c], 0, 1],
    ["one of two", 2, [a, b], [a], 1, 2],
    ["one right and one wrong of two", 2, [a, b], [a, c], 1, 2],
    ["the only right one among three places filled", 3, [a], [a, c, d], 1, 3],
    ["the only right one alone", 3, [a], [a], 1, 1],
    ["two right of three that are", 3, [a, b, c], [a, b], 2, 3],
  ])("scores %s", (_, choose, proof, chosen, numerator, denominator) => {
    expect(share(choose, proof, chosen)).toEqual({ numerator, denominator })
  })

  it("never leaves 0 to 1, and is whole only without a wrong sentence", () => {
    fc.assert(
      fc.property(sitting, ({ choose, proof, chosen }) => {
        const { numerator, denominator } = share(choose, proof, chosen)
        expect(numerator).toBeGreaterThanOrEqual(0)
        expect(numerator).toBeLessThanOrEqual(denominator)
        if (numerator === denominator) expect(chosen.every((one) => proof.includes(one))).toBe(true)
      }),
    )
  })

  it("never lowers a score for one more right sentence, nor raises it for one more wrong", () => {
    fc.assert(
      fc.property(sitting, ({ choose, proof, chosen }) => {
        fc.pre(chosen.length < choose)
        for (const more of text.filter((one) => !chosen.includes(one))) {
          const change = compare(share(choose, proof, [...chosen, more]), share(choose, proof, chosen))
          if (proof.includes(more)) expect(change).toBeGreaterThanOrEqual(0)
          else expect(change).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  it("does not know in which order sentences were chosen", () => {
    fc.assert(
      fc.property(sitting, ({ choose, proof, chosen }) => {
        expect(share(choose, proof, [...chosen].reverse())).toEqual(share(choose, proof, chosen))
      }),
    )
  })

  it.each([
    [{ sentences: [a] }, "answered"],
    [{ sentences: [] }, "unanswered"],
    [null, "unanswered"],
    [{ sentences: [a, b, c] }, "invalid"],
    [{ sentences: [a, a] }, "invalid"],
    [{ sentences: [id(9)] }, "invalid"],
    [{ sentence: a }, "invalid"],
  ])("checks %j as %s", (value, state) => {
    expect(evidence.check({ choose: 2 }, value, sentences)).toBe(state)
  })

  it("takes no sentence for unanswered, never for a zero", () => {
    expect(evidence.score(keyOf([a]), { sentences: [] }, { choose: 1 })).toEqual({ state: "unanswered" })
  })

  it("tells an author what to mend", () => {
    const codes = (ids: string[]) =>
      evidence.problems({ content: { choose: 1 }, key: keyOf(ids) }, sentences).map(({ code }) => code)
    expect(codes([a])).toEqual([])
    expect(codes([])).toEqual(["noEvidence"])
    expect(codes([id(9)])).toEqual(["evidenceElsewhere"])
  })
})

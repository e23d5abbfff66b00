import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { trueFalse } from "@/lib/quiz/types/true-false/true-false"

const [yes, no, other] = [
  "11111111-1111-4111-8111-111111111111",
  "22222222-2222-4222-8222-222222222222",
  "33333333-3333-4333-8333-333333333333",
]
const content = {
  options: [
    { id: yes, text: "True" },
    { id: no, text: "False" },
  ],
}
const none = new Set<string>()

describe("true or false", () => {
  it("is all or nothing", () => {
    const score = (answer: string, option: string) => trueFalse.score({ answer }, { option }, content)
    const all = { state: "scored", share: { numerator: 1, denominator: 1 }, finding: { answer: true } }
    const nothing = { state: "scored", share: { numerator: 0, denominator: 1 }, finding: { answer: false } }
    expect([score(yes, yes), score(no, no)]).toEqual([all, all])
    expect([score(yes, no), score(no, yes)]).toEqual([nothing, nothing])
  })

  it("keeps true in front for every seed, so that no order tells anything", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(trueFalse.present(content, seed)).toEqual(content)
      }),
    )
  })

  it.each([
    [{ option: no }, "answered"],
    [{ option: null }, "unanswered"],
    [{ option: other }, "invalid"],
    [{ option: true }, "invalid"],
    [true, "invalid"],
  ])("checks %j as %s", (value, state) => {
    expect(trueFalse.check(content, value, none)).toBe(state)
  })

  it("takes a choice that was taken back for unanswered, never for a zero", () => {
    expect(trueFalse.score({ answer: yes }, { option: null }, content)).toEqual({ state: "unanswered" })
  })

  it("has exactly two words, both written and not the same", () => {
    const codes = (texts: string[], answer = yes) => {
      const options = texts.map((text, at) => ({ id: [yes, no, other][at] ?? "", text }))
      return trueFalse.problems({ content: { options }, key: { answer } }, none).map(({ code }) => code)
    }
    expect(codes(["Holds", "Does not hold"])).toEqual([])
    expect(codes(["Holds", "holds "])).toEqual(["sameOption"])
    expect(codes(["Holds", " "])).toEqual(["emptyOption"])
    expect(codes(["Yes", "No"], other)).toEqual(["noRightOption"])
    expect(codes(["Yes", "No", "Both"])).toEqual(["shape"])
  })
})

import { describe, expect, it } from "vitest"
import { single } from "@/lib/quiz/types/single/single"

const [a, b, c] = [
  "11111111-1111-4111-8111-111111111111",
  "22222222-2222-4222-8222-222222222222",
  "33333333-3333-4333-8333-333333333333",
]
const content = {
  options: [
    { id: a, text: "It helps the attacker" },
    { id: b, text: "It was planned" },
  ],
}
const none = new Set<string>()

describe("single choice", () => {
  it.each([
    [
      "the right option",
      { option: a },
      { share: { numerator: 1, denominator: 1 }, finding: { answer: true } },
    ],
    [
      "a wrong option",
      { option: b },
      { share: { numerator: 0, denominator: 1 }, finding: { answer: false } },
    ],
  ])("scores %s", (_, value, expected) => {
    expect(single.score({ answer: a }, value, content)).toEqual({ state: "scored", ...expected })
  })

  it.each([[null], [{ option: null }], ["B"], [{ option: a, also: b }], [{}]])(
    "takes %j for unanswered, never for a zero",
    (value) => {
      expect(single.score({ answer: a }, value, content)).toEqual({ state: "unanswered" })
    },
  )

  it.each([
    [{ option: a }, "answered"],
    [{ option: null }, "unanswered"],
    [null, "unanswered"],
    [{ option: c }, "invalid"],
    [{ option: "1" }, "invalid"],
    [[a], "invalid"],
  ])("checks %j as %s", (value, state) => {
    expect(single.check(content, value, none)).toBe(state)
  })

  it("gives another option the part it earns, and never less than nothing", () => {
    const options = [...content.options, { id: c, text: "It was cheap" }]
    const shares = { [b]: 33.33333, [c]: -50 }
    const share = (option: string, key: object = { answer: a, shares }) => {
      const score = single.score(key, { option }, { options })
      return (
        score.state === "scored" && [score.share.numerator, score.share.denominator, score.finding.answer]
      )
    }
    expect([a, b, c].map((one) => share(one))).toEqual([
      [1, 1, true],
      [1, 3, false],
      [0, 1, false],
    ])
    expect(share(b, { answer: a, shares: { [b]: 100 } })).toEqual([1, 1, true])
    expect(single.toldKey({ options }, { answer: a, shares: { [b]: 100, [c]: 50 } }).optionIds).toEqual([
      a,
      b,
    ])
    const codes = (key: object) => single.problems({ content, key }, none).map(({ code }) => code)
    expect(codes({ answer: a, shares: { [b]: 50 } })).toEqual([])
    expect(codes({ answer: a, shares: { [c]: 50 } })).toEqual(["shape"])
    expect(codes({ answer: a, shares: { [b]: 101 } })).toEqual(["keyMissing"])
  })

  it("tells an author what to mend", () => {
    const codes = (options: { id: string; text: string }[], answer: string) =>
      single.problems({ content: { options }, key: { answer } }, none).map(({ code }) => code)
    expect(codes(content.options, a)).toEqual([])
    expect(codes(content.options, c)).toEqual(["noRightOption"])
    expect(codes([{ id: a, text: " " }], a)).toEqual(["tooFewOptions", "emptyOption"])
    expect(
      codes(
        [
          { id: a, text: "Yes" },
          { id: b, text: "yes " },
        ],
        a,
      ),
    ).toEqual(["sameOption"])
  })
})

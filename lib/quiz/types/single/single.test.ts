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

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compare, fraction, NOTHING } from "@/lib/quiz/fraction"
import { type AppealedFacts, judgeAppeal, pointsToGive } from "@/lib/results/appeals/judge-appeal"

const facts = (over: Partial<AppealedFacts> = {}): AppealedFacts => ({
  points: 2,
  share: { numerator: 1, denominator: 2 },
  isHandedIn: true,
  ...over,
})
const codeOf = (decision: ReturnType<typeof judgeAppeal>) =>
  decision.ok ? decision.value.state : decision.refusal.code

describe("judgeAppeal", () => {
  it.each([
    ["no, with words", { outcome: "declined", answer: "Read 3.2 again.", points: null }, "declined"],
    ["no, without a word", { outcome: "declined", answer: " \u200b ", points: null }, "results.appealAnswer"],
    ["yes, with points", { outcome: "upheld", answer: "", points: 1.5 }, "upheld"],
    ["yes, with no more than stands", { outcome: "upheld", answer: "", points: 1 }, "results.appealPoints"],
    ["yes, with more than there is", { outcome: "upheld", answer: "", points: 2.5 }, "results.appealPoints"],
    ["yes, with a third", { outcome: "upheld", answer: "", points: 1.33 }, "results.appealPoints"],
    ["yes, without points", { outcome: "upheld", answer: "", points: null }, "results.appealPoints"],
    [
      "too many words",
      { outcome: "declined", answer: "a".repeat(2001), points: null },
      "results.appealAnswerLong",
    ],
  ] as const)("%s", (_, judgement, expected) => {
    expect(codeOf(judgeAppeal(facts(), judgement))).toBe(expected)
  })

  it("waits until the quiz is handed in", () => {
    const judgement = { outcome: "upheld", answer: "", points: 2 } as const
    expect(codeOf(judgeAppeal(facts({ isHandedIn: false }), judgement))).toBe("results.notHandedIn")
  })

  it("never takes points away, never gives more than all, and can give all unless all is there", () => {
    const shares = fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 12 })).filter(([n, d]) => n <= d)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.option(shares), (points, drawn) => {
        const share = drawn && fraction(drawn[0], drawn[1])
        const offered = pointsToGive({ points, share })
        expect(offered.includes(points)).toBe(compare(share ?? NOTHING, fraction(1, 1)) < 0)
        for (const given of offered) {
          const decision = judgeAppeal(facts({ points, share }), {
            outcome: "upheld",
            answer: "",
            points: given,
          })
          if (!decision.ok || decision.value.state !== "upheld") throw new Error("not upheld")
          expect(compare(decision.value.share, share ?? NOTHING)).toBeGreaterThan(0)
          expect(compare(decision.value.share, fraction(1, 1))).toBeLessThanOrEqual(0)
        }
      }),
    )
  })
})

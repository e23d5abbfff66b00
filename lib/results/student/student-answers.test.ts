import { describe, expect, it } from "vitest"
import { madeAnswer, madeItem } from "@/tests/support/results-facts"
import type { AnswerFacts, ItemFacts } from "../results-facts"
import { buildStudentAnswers } from "./student-answers"

const item = (changes: Partial<ItemFacts> = {}): ItemFacts =>
  madeItem("i", {
    type: "evidence-pair",
    points: 2,
    options: [
      { id: "a", text: "One" },
      { id: "b", text: "Two" },
    ],
    key: { optionIds: ["b"], answers: [], sentenceIds: ["k"] },
    ...changes,
  })

const answer = (changes: Partial<AnswerFacts>): AnswerFacts =>
  madeAnswer("s", "i", {
    optionIds: ["b"],
    sentenceIds: ["x"],
    numerator: 1,
    denominator: 2,
    answerRight: true,
    evidenceRight: false,
    ...changes,
  })

describe("buildStudentAnswers", () => {
  it("sets the answer beside what is right", () => {
    const [one] = buildStudentAnswers([item()], [answer({})], true)
    expect(one).toMatchObject({
      chosen: [{ letter: "B", text: "Two" }],
      verdict: "partly",
      rightOptions: [{ letter: "B", text: "Two" }],
      rightSentenceIds: ["k"],
    })
    expect(one?.earned).toEqual({ numerator: 1, denominator: 1 })
  })

  it("scores nothing while the attempt is open", () => {
    const [one] = buildStudentAnswers([item()], [answer({ numerator: null, denominator: null })], false)
    expect(one).toMatchObject({ verdict: "unscored", earned: null })
  })

  it("tells blank, wrong, right and a view apart", () => {
    const verdict = (changes: Partial<AnswerFacts>, of = item()) =>
      buildStudentAnswers([of], [answer(changes)], true)[0]?.verdict
    expect(buildStudentAnswers([item()], [], true)[0]?.verdict).toBe("blank")
    expect(verdict({ numerator: 0, denominator: 1 })).toBe("wrong")
    expect(verdict({ numerator: 1, denominator: 1 })).toBe("right")
    expect(verdict({ numerator: null }, item({ isKeyed: false, key: null }))).toBe("unscored")
  })
})

import { describe, expect, it } from "vitest"
import { findDoubleNegative } from "@/lib/quiz/fairness/double-negative"
import { choosing, fair, statement } from "@/tests/support/fair-items"

const codes = (item: ReturnType<typeof fair>) => findDoubleNegative(item).map(({ code }) => code)

describe("double negatives", () => {
  it("are two in one sentence", () => {
    expect(codes(fair({ prompt: "Which state did not vote without a reason?" }))).toEqual(["doubleNegative"])
    expect(codes(fair({ prompt: "It did not vote. It said nothing. Why?" }))).toEqual([])
    expect(codes(fair({ prompt: "There is no right answer here, and no points." }))).toEqual([])
    expect(codes(fair({ prompt: "It neither voted nor spoke. Why?" }))).toEqual([])
  })

  it("are one in the question and one in an option", () => {
    expect(codes(choosing(["It did not vote", "It left"], "Which is NOT true?"))).toEqual(["doubleNegative"])
    expect(codes(choosing(["It did not vote", "It left"], "Which is true?"))).toEqual([])
    expect(codes(choosing(["It did not vote"], "Mir did not go. What happened?"))).toEqual([])
    expect(codes(choosing(["None of them"], "Which weighs most? There is no right answer."))).toEqual([])
    expect(codes(choosing(["None of them"], "It did not vote because"))).toEqual(["doubleNegative"])
  })

  it("are a denied statement, whose “false” denies it again", () => {
    expect(codes(statement("Pakistan did not vote.", false))).toEqual(["negatedStatement"])
    expect(codes(statement("Pakistan voted.", false))).toEqual([])
  })
})

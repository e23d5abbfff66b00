import { describe, expect, it } from "vitest"
import { shiftAnswer } from "./shift-answer"

describe("shiftAnswer", () => {
  it.each([
    [{ answered: 20, toward: null, stayed: null, away: null }, "tooFew"],
    [{ answered: 20, toward: null, stayed: 12, away: null }, "stayed"],
    [{ answered: 20, toward: null, stayed: 10, away: null }, "someHidden"],
    [{ answered: 20, toward: 8, stayed: null, away: 7 }, "toward"],
    [{ answered: 21, toward: 6, stayed: 6, away: 9 }, "away"],
    [{ answered: 21, toward: 8, stayed: 5, away: 8 }, "even"],
    [{ answered: 20, toward: 11, stayed: null, away: null }, "someHidden"],
  ] as const)("%o: %s", (summary, answer) => {
    expect(shiftAnswer(summary)).toBe(answer)
  })
})

import { describe, expect, it } from "vitest"
import { canBeSettled, lastOf, roundBegan, roundsOf, stateOf, type Wording } from "./wordings"

const wording = (number: number, changes: Partial<Wording> = {}): Wording => ({
  number,
  createdAt: number * 1000,
  answer: null,
  ruling: null,
  ...changes,
})

describe("how a wording stands", () => {
  it("is what its reader said, unless a teacher settled it", () => {
    expect(stateOf(wording(1))).toBe("waiting")
    expect(stateOf(wording(1, { answer: "yes" }))).toBe("confirmed")
    expect(stateOf(wording(1, { answer: "not_quite" }))).toBe("not_quite")
    expect(stateOf(wording(1, { answer: "not_quite", ruling: "fair" }))).toBe("fair")
    expect(stateOf(wording(1, { ruling: "unfair" }))).toBe("unfair")
  })
})

describe("rounds", () => {
  const wordings = [
    wording(1),
    wording(2, { answer: "not_quite" }),
    wording(3),
    wording(4),
    wording(5, { ruling: "unfair" }),
    wording(6),
    wording(7),
  ]

  it("are the wordings that somebody answered, and the one that stands", () => {
    expect(roundsOf(wordings).map(({ number }) => number)).toEqual([2, 5, 7])
    expect(roundsOf([])).toEqual([])
  })

  it("begin with their first wording, which later ones do not prolong", () => {
    expect(roundBegan(wordings)).toBe(6000)
    expect(roundBegan(wordings.slice(0, 4))).toBe(3000)
    expect(roundBegan(wordings.slice(0, 2))).toBe(1000)
    expect(roundBegan([])).toBeNull()
    expect(lastOf([])).toBeNull()
  })
})

describe("what a teacher can settle", () => {
  it("is what was not quite once, and neither confirmed nor settled since", () => {
    const notQuite = wording(1, { answer: "not_quite" })
    expect(canBeSettled([])).toBe(false)
    expect(canBeSettled([wording(1)])).toBe(false)
    expect(canBeSettled([notQuite])).toBe(true)
    expect(canBeSettled([notQuite, wording(2)])).toBe(true)
    expect(canBeSettled([notQuite, wording(2, { answer: "yes" })])).toBe(false)
    expect(canBeSettled([notQuite, wording(2, { ruling: "unfair" })])).toBe(false)
    expect(canBeSettled([notQuite, wording(2, { ruling: "unfair" }), wording(3)])).toBe(true)
  })
})

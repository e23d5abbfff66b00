import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { leaveGiven, type StandingScore, withdrawScores } from "./scoring"

const standing = (over: Partial<StandingScore> = {}): StandingScore => ({
  itemId: "a",
  saveNumber: 1,
  keyRevision: 1,
  givenByHand: false,
  ...over,
})
const answered = (saveNumber: number | null, itemId = "a") => ({
  itemId,
  response: saveNumber === null ? null : { saveNumber, value: {} },
})

describe("taking scores back when answers are scored anew", () => {
  it("takes back a score that gets no successor", () => {
    expect(withdrawScores([standing()], [answered(2)], [])).toEqual([
      {
        itemId: "a",
        saveNumber: 2,
        keyRevision: 1,
        numerator: null,
        denominator: null,
        finding: { answer: null },
      },
    ])
    expect(withdrawScores([standing()], [answered(null)], [])).toHaveLength(1)
    expect(withdrawScores([standing()], [answered(2)], [{ itemId: "a" }])).toEqual([])
  })

  it("leaves a teacher's grade as long as its answer stands", () => {
    const grade = standing({ givenByHand: true })
    expect(withdrawScores([grade], [answered(1)], [])).toEqual([])
    expect(withdrawScores([grade], [answered(2)], [])).toHaveLength(1)
  })

  it("scores nothing over what a teacher gave for the same answer", () => {
    const draft = { itemId: "a", keyRevision: 1, numerator: 0, denominator: 1, finding: { answer: false } }
    const anew = [
      { ...draft, saveNumber: 1 },
      { ...draft, itemId: "b", saveNumber: 1 },
    ]
    const credit = standing({ givenByHand: true })
    expect(leaveGiven(anew, [credit]).map(({ itemId }) => itemId)).toEqual(["b"])
    expect(leaveGiven(anew, [standing()])).toEqual(anew)
    expect(leaveGiven(anew, [{ ...credit, saveNumber: 2 }])).toEqual(anew)
  })

  it("touches no item that is not being scored", () => {
    expect(withdrawScores([standing()], [answered(2, "b")], [])).toEqual([])
  })

  it("leaves at most one newest word on every item: a score or its withdrawal, never both", () => {
    const id = fc.constantFrom("a", "b", "c", "d")
    const scores = fc.uniqueArray(
      fc.record({
        itemId: id,
        saveNumber: fc.option(fc.nat(3)),
        keyRevision: fc.nat(2),
        givenByHand: fc.boolean(),
      }),
      { selector: ({ itemId }) => itemId },
    )
    const items = fc.uniqueArray(
      fc.tuple(fc.option(fc.nat(3)), id).map(([save, item]) => answered(save, item)),
      { selector: ({ itemId }) => itemId },
    )
    fc.assert(
      fc.property(scores, items, fc.uniqueArray(id), (before, now, again) => {
        const scored = again.map((itemId) => ({ itemId }))
        const taken = withdrawScores(before, now, scored).map(({ itemId }) => itemId)
        expect(new Set(taken).size).toBe(taken.length)
        for (const itemId of taken) {
          expect(again).not.toContain(itemId)
          expect(before.map((one) => one.itemId)).toContain(itemId)
          expect(now.map((one) => one.itemId)).toContain(itemId)
        }
      }),
    )
  })
})

import { describe, expect, it } from "vitest"
import type { CountedOption } from "./count-answers"
import { judgeItem } from "./judge-item"
import type { ItemFigures } from "./measure-item"

const ids = (count: number) => Array.from({ length: count }, (_, at) => `s${at}`)
const counted = (count: number) => ({ count, choosers: ids(count) })
const groups = { part: "third" as const, upper: ids(8), lower: ids(8), upperShare: 1, lowerShare: 0 }

const figures = (changes: Partial<ItemFigures>): ItemFigures => ({
  id: "i",
  n: 23,
  blank: 0,
  waiting: 0,
  scale: "rightWrong",
  right: 14,
  meanPoints: 0.6,
  share: 0.6,
  interval: { low: 0.41, high: 0.78 },
  itemRest: { r: 0.35, interval: { low: -0.07, high: 0.67 }, n: 23 },
  itemRestMissing: null,
  groups,
  groupsMissing: null,
  ...changes,
})

const option = (
  letter: string,
  [upper, lower, count]: [number, number, number],
  isKey = false,
): CountedOption => ({
  id: letter,
  letter,
  text: letter,
  isKey,
  isHalf: false,
  ...counted(count),
  upper: counted(upper),
  lower: counted(lower),
})

const judged = (changes: Partial<ItemFigures>, options: CountedOption[] = []) =>
  judgeItem({
    isKeyed: true,
    byHand: null,
    options,
    figures: figures(changes),
    rightAnswerWrongEvidence: null,
  })

const r = (value: number) => ({ itemRest: { r: value, interval: null, n: 23 } })

describe("judgeItem", () => {
  it("says to check the key where the strong prefer another option, not where all do", () => {
    // Of the eight strongest seven chose C and one the key.
    const wrongKey = [option("A", [1, 3, 5], true), option("B", [0, 2, 4]), option("C", [7, 1, 12])]
    expect(judged(r(-0.31), wrongKey)).toEqual({ finding: "checkKey", temptingLetter: "C" })
    const misread = [option("A", [4, 1, 6], true), option("C", [4, 7, 14])]
    expect(judged({}, misread)).toEqual({ finding: "misread", temptingLetter: "C" })
    const weakOnes = [option("A", [3, 1, 6], true), option("C", [4, 7, 10])]
    expect(judged({}, weakOnes).finding).toBe("misread")
    const several = [option("A", [1, 1, 5], true), option("B", [1, 1, 5], true), option("C", [7, 1, 12])]
    expect(judged({}, several).finding).toBe("works")
  })

  it("says how it goes with the rest, and takes what is near nothing for chance", () => {
    expect(["backwards", "weak", "weak", "works", "worksWell"]).toEqual(
      [-0.2, -0.19, 0.19, 0.2, 0.4].map((value) => judged(r(value)).finding),
    )
    expect(judged({ itemRest: null, itemRestMissing: "alike" }).finding).toBe("works")
  })

  it("says hard and easy only where the interval is clear of the middle", () => {
    expect(judged({ interval: { low: 0.2, high: 0.59 } }).finding).toBe("hard")
    expect(judged({ interval: { low: 0.71, high: 0.98 }, ...r(0.1) }).finding).toBe("easy")
    expect(judged({ interval: { low: 0.69, high: 0.98 } }).finding).toBe("works")
    expect(judged({ interval: null, share: 0.39 }).finding).toBe("hard")
    expect(judged({ interval: null, share: 0.86 }).finding).toBe("easy")
  })

  it("judges nothing with too few, without a key, or while a teacher has answers to grade", () => {
    expect(judged({ share: null }).finding).toBe("tooFew")
    const facts = { isKeyed: true, byHand: null, options: [], figures: null, rightAnswerWrongEvidence: null }
    expect(judgeItem(facts).finding).toBe("tooFew")
    expect(judgeItem({ ...facts, isKeyed: false }).finding).toBe("unkeyed")
    expect(judgeItem({ ...facts, byHand: { waiting: counted(1) } }).finding).toBe("byHand")
    const graded = { ...facts, byHand: { waiting: counted(0) }, figures: figures({}) }
    expect(judgeItem(graded).finding).toBe("works")
  })

  it("points out right answers with wrong evidence from three in ten on", () => {
    const proof = (share: number | null) =>
      judgeItem({
        isKeyed: true,
        byHand: null,
        options: [],
        figures: figures({}),
        rightAnswerWrongEvidence: { ...counted(3), of: 10, share },
      }).finding
    expect([proof(0.3), proof(0.29), proof(null)]).toEqual(["evidence", "works", "works"])
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { item as anyItem } from "@/lib/quiz/exchange/any-item"
import { toAuthored } from "@/lib/quiz/exchange/to-authored"
import { ItemKey } from "@/lib/quiz/item-key"
import { shuffle } from "@/lib/quiz/shuffle"
import { leaveGiven, type ScorableItem, type StandingScore, scoreAttempt, withdrawScores } from "./scoring"

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

describe("scoreAttempt", () => {
  let last = 0
  const newId = () => `00000000-0000-4000-8000-${String(++last).padStart(12, "0")}`
  /** Some value for each place of an answer: ids of the content, wordings and numbers of the key, and what is neither. */
  const textsIn = (value: unknown): string[] =>
    typeof value === "string"
      ? [value]
      : typeof value === "object" && value !== null
        ? Object.entries(value).flatMap(([name, one]) => [name, ...textsIn(one)])
        : []
  const answersOf = (
    content: unknown,
    key: unknown,
    pick: (from: readonly string[]) => string,
  ): unknown[] => {
    const texts = [...textsIn(content), ...textsIn(key), "else", "7"]
    const ids = texts.filter((text) => text.startsWith("00000000-"))
    const some = () => pick(ids.length > 0 ? ids : texts)
    const places = () => Object.fromEntries(ids.map((id) => [id, some()]))
    return [
      null,
      { option: some() },
      { options: [...new Set([some(), some()])] },
      { text: pick(texts) },
      { text: pick(texts), unit: "" },
      { pairs: places() },
      { places: places() },
      { order: ids },
      { gaps: Object.fromEntries(ids.map((id) => [id, pick(texts)])) },
    ]
  }
  const freeze = <T>(value: T): T => {
    if (typeof value === "object" && value !== null) for (const one of Object.values(value)) freeze(one)
    return Object.freeze(value)
  }

  it("is a pure function of answers and keys: the same again, in any order, item by item, and of nothing else", () => {
    let scored = 0
    const attempt = fc.tuple(fc.array(anyItem, { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat())
    fc.assert(
      fc.property(attempt, ([files, seed, other]) => {
        const items = files.flatMap((file, at): ScorableItem[] => {
          const made = toAuthored(file, { newId, gapPrompt: "Fill in the gaps." })
          if (!made.ok) return []
          const { type, level, content, key } = made.item
          const pick = (from: readonly string[]) => from[(seed + at) % from.length] ?? ""
          const values = answersOf(content, key, pick)
          const held = new ItemKey({ keyRevision: 1, key: freeze(key), feedback: {}, explanation: null })
          const response = freeze({ saveNumber: 1 + at, value: values[(seed + at) % values.length] })
          return [{ itemId: newId(), type, level, content: freeze(content), key: held, response }]
        })
        const before = scoreAttempt(items)
        scored += before.length
        expect(scoreAttempt(items)).toEqual(before)
        expect(items.flatMap((item) => scoreAttempt([item]))).toEqual(before)
        const byId = (list: typeof before) => list.toSorted((a, b) => a.itemId.localeCompare(b.itemId))
        expect(byId(scoreAttempt(shuffle(items, other + 1)))).toEqual(byId(before))
        for (const { numerator, denominator } of before) {
          expect(numerator).toBeGreaterThanOrEqual(0)
          expect(numerator).toBeLessThanOrEqual(denominator)
        }
        // Another save number of the same answer is another row, and the same score.
        const renumbered = items.map((item) => ({
          ...item,
          response: item.response && { ...item.response, saveNumber: 99 },
        }))
        const sharesOf = (list: typeof before) =>
          list.map(({ itemId, numerator, denominator, finding }) => [itemId, numerator, denominator, finding])
        expect(sharesOf(scoreAttempt(renumbered))).toEqual(sharesOf(before))
      }),
      { numRuns: 300 },
    )
    expect(scored).toBeGreaterThan(50)
  })
})

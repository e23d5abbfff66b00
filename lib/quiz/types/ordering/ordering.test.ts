import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { shuffle } from "@/lib/quiz/shuffle"
import { ordering } from "@/lib/quiz/types/ordering/ordering"

const id = (at: number) => `${String(at).padStart(8, "0")}-1111-4111-8111-111111111111`
const stepsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: id(at), text: `Step ${String.fromCharCode(74 - at)}` }))
const none = new Set<string>()

/** The share of an order that is given by right ranks, from 1: [1, 2, 3] is right. */
function shareOf(ranks: readonly number[]): number {
  const steps = stepsOf(ranks.length)
  const key = { order: steps.map((step) => step.id) }
  const value = { order: ranks.map((rank) => id(rank - 1)) }
  const result = ordering.score(key, value, { steps })
  return result.state === "scored" ? result.share.numerator / result.share.denominator : Number.NaN
}

describe("ordering", () => {
  it.each([
    [[1, 2, 3, 4], 1],
    [[1, 2, 4, 3], 2 / 3],
    [[2, 1, 4, 3], 1 / 3],
    [[2, 3, 4, 1], 0],
    [[4, 3, 2, 1], 0],
    [[2, 1], 0],
  ])("gives %j the share %d", (ranks, share) => {
    expect(shareOf(ranks)).toBeCloseTo(share, 12)
  })

  it.each([
    [4, [1, 3, 5, 15]],
    [5, [1, 4, 9, 15, 20, 71]],
  ])("spreads all orders of %d things as Kendall’s table of S does (OEIS A008302)", (count, expected) => {
    const shares = ordersOf(range(count)).map(shareOf)
    const steps = [...new Set(shares)].sort((a, b) => b - a)
    expect(steps.map((step) => shares.filter((share) => share === step).length)).toEqual(expected)
  })

  it("tells a right order from one that is only nearly so", () => {
    const steps = stepsOf(3)
    const key = { order: [id(0), id(1), id(2)] }
    expect(ordering.score(key, { order: [id(0), id(1), id(2)] }, { steps })).toMatchObject({
      finding: { answer: true },
    })
    expect(ordering.score(key, { order: [id(0), id(2), id(1)] }, { steps })).toMatchObject({
      finding: { answer: false },
    })
    for (const value of [null, { order: [] }, "abc"])
      expect(ordering.score(key, value, { steps })).toEqual({ state: "unanswered" })
  })

  const order = fc
    .integer({ min: 2, max: 9 })
    .chain((count) => fc.shuffledSubarray(range(count), { minLength: count }))

  it("stays within the item, is whole for the right order alone, and rises with each pair put right", () => {
    fc.assert(
      fc.property(order, fc.nat(), (ranks, draw) => {
        const share = shareOf(ranks)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share === 1).toBe(ranks.every((rank, at) => rank === at + 1))
        const at = draw % (ranks.length - 1)
        const [one = 0, next = 0] = [ranks[at], ranks[at + 1]]
        const exchanged = ranks.with(at, next).with(at + 1, one)
        if (one > next) expect(shareOf(exchanged)).toBeGreaterThanOrEqual(share)
        else expect(shareOf(exchanged)).toBeLessThanOrEqual(share)
        // One step towards the right order always shows, once there is anything to show.
        if (one > next && share > 0) expect(shareOf(exchanged)).toBeGreaterThan(share)
      }),
    )
  })

  it("scores the same in every order shown, and shows nothing of the order it was written in", () => {
    fc.assert(
      fc.property(order, fc.nat(), (ranks, seed) => {
        const steps = stepsOf(ranks.length)
        const key = { order: steps.map((step) => step.id) }
        const value = { order: ranks.map((rank) => id(rank - 1)) }
        const shown = ordering.present({ steps }, seed)
        expect(ordering.score(key, value, shown)).toEqual(ordering.score(key, value, { steps }))
        expect(ordering.present({ steps: shuffle(steps, seed + 1) }, seed)).toEqual(shown)
      }),
    )
  })

  it.each([
    [{ order: [id(2), id(0), id(1)] }, "answered"],
    [{ order: [] }, "unanswered"],
    [{ order: [id(2), id(0)] }, "invalid"],
    [{ order: [id(2), id(0), id(0)] }, "invalid"],
    [{ order: [id(2), id(0), id(7)] }, "invalid"],
    [{ order: "012" }, "invalid"],
  ])("checks %j as %s", (value, state) => {
    expect(ordering.check({ steps: stepsOf(3) }, value, none)).toBe(state)
  })

  it("tells what stands at each place", () => {
    const steps = stepsOf(2)
    const right = { order: [id(0), id(1)] }
    expect(ordering.parts({ steps }, { order: [id(1), id(0)] }, right)).toEqual([
      { id: "1", label: "1", text: "Step I", isRight: false, rightText: "Step J" },
      { id: "2", label: "2", text: "Step J", isRight: false, rightText: "Step I" },
    ])
    expect(ordering.parts({ steps }, null, null)[0]).toMatchObject({ text: null, isRight: null })
  })

  it("tells an author what to mend", () => {
    const codes = (steps: object[], order: string[]) =>
      ordering.problems({ content: { steps }, key: { order } }, none).map(({ code }) => code)
    expect(codes(stepsOf(3), [id(0), id(1), id(2)])).toEqual([])
    expect(codes(stepsOf(3), [id(0), id(1)])).toEqual(["orderIncomplete"])
    expect(codes(stepsOf(1), [id(0)])).toEqual(["tooFewOptions"])
    expect(codes([{ id: id(0), text: "" }, ...stepsOf(3).slice(1)], [id(0), id(1), id(2)])).toEqual([
      "emptyOption",
    ])
  })
})

function ordersOf(list: readonly number[]): number[][] {
  if (list.length < 2) return [[...list]]
  return list.flatMap((first) =>
    ordersOf(list.filter((other) => other !== first)).map((rest) => [first, ...rest]),
  )
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1)
}

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compare, type Fraction, NOTHING } from "@/lib/quiz/fraction"
import { multiple } from "@/lib/quiz/types/multiple/multiple"
import type { MultipleContent } from "@/lib/quiz/types/multiple/shapes"

const id = (digit: number) => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`
const ids = [1, 2, 3, 4, 5, 6, 7, 8].map(id)
const [a = "", b = "", c = "", d = "", e = ""] = ids
const contentOf = (count: number): MultipleContent => ({
  options: ids.slice(0, count).map((one) => ({ id: one, text: `Option ${one[0]}` })),
})
const content = contentOf(4)
const none = new Set<string>()

function share(answers: string[], chosen: string[], shown: unknown = content): Fraction {
  const score = multiple.score({ answers }, { options: chosen }, shown)
  if (score.state !== "scored") throw new Error("not scored")
  return score.share
}

/** An item, its key with at least one right and one wrong option, and some answer to it. */
const sitting = fc.integer({ min: 2, max: 8 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    answers: fc.subarray(ids.slice(0, count), { minLength: 1, maxLength: count - 1 }),
    chosen: fc.subarray(ids.slice(0, count), { minLength: 1 }),
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
  }),
)

describe("several right options", () => {
  it.each([
    ["both right ones", [a, b], 1, 1],
    ["one of two", [a], 1, 2],
    ["one right and one wrong", [a, c], 0, 1],
    ["both right and one wrong", [a, b, c], 1, 2],
    ["everything", [a, b, c, d], 0, 1],
    ["only wrong ones", [c, d], 0, 1],
  ])("of two right and two wrong, scores %s", (_, chosen, numerator, denominator) => {
    expect(share([a, b], chosen)).toEqual({ numerator, denominator })
  })

  it("is sensitivity plus specificity less one, as Youden has it", () => {
    fc.assert(
      fc.property(sitting, ({ count, answers, chosen }) => {
        const shown = contentOf(count)
        const wrong = ids.slice(0, count).filter((one) => !answers.includes(one))
        const sensitivity = answers.filter((one) => chosen.includes(one)).length / answers.length
        const specificity = wrong.filter((one) => !chosen.includes(one)).length / wrong.length
        const { numerator, denominator } = share(answers, chosen, shown)
        expect(numerator / denominator).toBeCloseTo(Math.max(0, sensitivity + specificity - 1), 12)
      }),
    )
  })

  it("earns nothing for ticking everything, all for the right ones alone, and never leaves 0 to 1", () => {
    fc.assert(
      fc.property(sitting, ({ count, answers, chosen }) => {
        const shown = contentOf(count)
        expect(share(answers, ids.slice(0, count), shown)).toEqual(NOTHING)
        expect(share(answers, answers, shown)).toEqual({ numerator: 1, denominator: 1 })
        const { numerator, denominator } = share(answers, chosen, shown)
        expect(numerator).toBeGreaterThanOrEqual(0)
        expect(numerator).toBeLessThanOrEqual(denominator)
      }),
    )
  })

  it("never lowers a score for one more right option, nor raises it for one more wrong", () => {
    fc.assert(
      fc.property(sitting, ({ count, answers, chosen }) => {
        const shown = contentOf(count)
        for (const more of ids.slice(0, count).filter((one) => !chosen.includes(one))) {
          const change = compare(share(answers, [...chosen, more], shown), share(answers, chosen, shown))
          if (answers.includes(more)) expect(change).toBeGreaterThanOrEqual(0)
          else expect(change).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  it("does not know the order of options, nor of ticks", () => {
    fc.assert(
      fc.property(sitting, ({ count, answers, chosen, seed }) => {
        const shown = contentOf(count)
        expect(share(answers, [...chosen].reverse(), multiple.present(shown, seed))).toEqual(
          share(answers, chosen, shown),
        )
      }),
    )
  })

  it("calls an answer right only when it is wholly right", () => {
    const finding = (chosen: string[]) => multiple.score({ answers: [a, b] }, { options: chosen }, content)
    expect(finding([a, b])).toMatchObject({ finding: { answer: true } })
    expect(finding([a])).toMatchObject({ finding: { answer: false } })
  })

  it.each([
    [{ options: [a, c] }, "answered"],
    [{ options: [] }, "unanswered"],
    [null, "unanswered"],
    [{ options: [a, a] }, "invalid"],
    [{ options: [e] }, "invalid"],
    [{ option: a }, "invalid"],
  ])("checks %j as %s", (value, state) => {
    expect(multiple.check(content, value, none)).toBe(state)
  })

  it("takes no tick for unanswered, never for a zero", () => {
    expect(multiple.score({ answers: [a] }, { options: [] }, content)).toEqual({ state: "unanswered" })
  })

  it("tells an author what to mend", () => {
    const codes = (answers: string[], shown = content) =>
      multiple.problems({ content: shown, key: { answers } }, none).map(({ code }) => code)
    expect(codes([a, b])).toEqual([])
    expect(codes([])).toEqual(["noRightOptions"])
    expect(codes([a, e])).toEqual(["noRightOptions"])
    expect(codes([a, b, c, d])).toEqual(["noWrongOption"])
    expect(codes([a], contentOf(1))).toEqual(["tooFewOptions", "noWrongOption"])
  })
})

describe("several options with shares of their own", () => {
  const score = (shares: Record<string, number>, chosen: string[]) => {
    const answers = Object.keys(shares).filter((one) => (shares[one] ?? 0) > 0)
    const result = multiple.score({ answers, shares }, { options: chosen }, content)
    if (result.state !== "scored") throw new Error(result.state)
    return result
  }
  const shares = { [a]: 50, [b]: 50, [c]: -25 }

  it.each([
    ["both that earn", [a, b], 1, 1],
    ["one of them", [a], 1, 2],
    ["one, and the one that costs", [a, c], 1, 4],
    ["the one that costs", [c], 0, 1],
    ["everything", [a, b, c, d], 3, 4],
    ["what earns nothing and costs nothing", [d], 0, 1],
  ])("adds up %s", (_, chosen, numerator, denominator) => {
    expect(score(shares, chosen)).toEqual({
      state: "scored",
      share: { numerator, denominator },
      finding: { answer: numerator === denominator },
    })
  })

  it("makes three thirds one, and more than one no more than that", () => {
    const thirds = { [a]: 33.33333, [b]: 33.33333, [c]: 33.33333 }
    expect(score(thirds, [a, b, c]).finding.answer).toBe(true)
    expect(score({ [a]: 80, [b]: 80 }, [a, b]).share).toEqual({ numerator: 1, denominator: 1 })
  })

  it("keeps the share within the item, whatever the shares", () => {
    const percent = fc.double({ min: -100, max: 100, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(percent, { minLength: 4, maxLength: 4 }),
        fc.subarray(ids.slice(0, 4), { minLength: 1 }),
        (percents, chosen) => {
          const given = Object.fromEntries(percents.map((one, at) => [ids[at] ?? "", one]))
          const { numerator, denominator } = score(given, chosen).share
          expect(numerator).toBeGreaterThanOrEqual(0)
          expect(numerator).toBeLessThanOrEqual(denominator)
        },
      ),
    )
  })

  it("tells an author when the points cannot all be earned", () => {
    const codes = (given: Record<string, number>) => {
      const answers = Object.keys(given).filter((one) => (given[one] ?? 0) > 0)
      return multiple.problems({ content, key: { answers, shares: given } }, none).map(({ code }) => code)
    }
    expect(codes(shares)).toEqual([])
    expect(codes({ [a]: 50, [b]: 25 })).toEqual(["sharesBelowWhole"])
    expect(codes({ [a]: 25, [b]: 25, [c]: 25, [d]: 25 })).toEqual([])
    expect(codes({ [a]: -25 })).toEqual(["noRightOptions"])
    expect(codes({ [a]: 100, [e]: 10 })).toContain("noRightOptions")
  })
})

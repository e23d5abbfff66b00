import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type CountingPolicy, countAttempts, type FinishedAttempt } from "@/lib/quiz/counted-attempt"
import { compare } from "@/lib/quiz/fraction"

const due = new Date("2026-11-24T09:00:00Z")
const policy: CountingPolicy = { countedAttempt: "newest", latePercentPerDay: 0, latePercentMost: 100 }

const attempt = (number: number, numerator: number, denominator = 1, lateHours = -1): FinishedAttempt => ({
  number,
  earned: { numerator, denominator },
  submittedAt: new Date(due.getTime() + lateHours * 3_600_000),
  reopened: false,
})

const count = (attempts: FinishedAttempt[], change: Partial<CountingPolicy> = {}) =>
  countAttempts(attempts, { ...policy, ...change }, due)

describe("countAttempts", () => {
  const three = [attempt(1, 9), attempt(3, 4), attempt(2, 5)]

  it("has nothing to count before an attempt is finished", () => expect(count([])).toBeNull())

  it("counts the newest, whatever came before", () => {
    expect(count(three)).toMatchObject({ shown: 3, earned: { numerator: 4, denominator: 1 } })
  })

  it("counts the best", () => {
    expect(count(three, { countedAttempt: "best" })).toMatchObject({ shown: 1, earned: { numerator: 9 } })
  })

  it("shows the newest of several best", () => {
    const alike = [attempt(1, 2), attempt(2, 4, 2), attempt(3, 1)]
    expect(count(alike, { countedAttempt: "best" })?.shown).toBe(2)
  })

  it("counts the exact mean, and shows the newest", () => {
    expect(count(three, { countedAttempt: "mean" })).toMatchObject({
      shown: 3,
      earned: { numerator: 6, denominator: 1 },
    })
    const thirds = count([attempt(1, 1), attempt(2, 0), attempt(3, 0)], { countedAttempt: "mean" })
    expect(thirds?.earned).toEqual({ numerator: 1, denominator: 3 })
  })

  it("finds the best after lateness, not before", () => {
    const better = attempt(2, 10, 1, 30)
    const rule = { countedAttempt: "best" as const, latePercentPerDay: 25 }
    expect(count([attempt(1, 6), better], rule)).toMatchObject({ shown: 1, latePercent: 0 })
    expect(count([attempt(1, 4), better], rule)).toMatchObject({
      shown: 2,
      latePercent: 50,
      earned: { numerator: 5, denominator: 1 },
    })
  })

  it("orders: the best is never below the mean, and neither depends on the order of rows", () => {
    const rows = fc.uniqueArray(
      fc.record({
        number: fc.integer({ min: 1, max: 20 }),
        points: fc.nat(40),
        late: fc.integer({ min: -50, max: 200 }),
      }),
      { selector: ({ number }) => number, minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(rows, fc.nat(100), (list, latePercentPerDay) => {
        const attempts = list.map(({ number, points, late }) => attempt(number, points, 3, late))
        const by = (countedAttempt: CountingPolicy["countedAttempt"], from = attempts) =>
          count(from, { countedAttempt, latePercentPerDay })
        const [best, mean] = [by("best"), by("mean")]
        if (!best || !mean) throw new Error("Nothing was counted")
        expect(compare(best.earned, mean.earned)).toBeGreaterThanOrEqual(0)
        for (const rule of ["newest", "best", "mean"] as const)
          expect(by(rule, [...attempts].reverse())).toEqual(by(rule))
      }),
    )
  })
})

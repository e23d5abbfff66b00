import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compare, NOTHING } from "@/lib/quiz/fraction"
import { latePercent, withoutPercent } from "@/lib/quiz/late-penalty"

const due = new Date("2026-11-24T09:00:00Z")
const after = (hours: number) => new Date(due.getTime() + hours * 3_600_000)
const policy = { latePercentPerDay: 10, latePercentMost: 50 }

const percentAt = (hours: number, reopened = false) =>
  latePercent({ submittedAt: after(hours), dueAt: due, reopened }, policy)

describe("latePercent", () => {
  it("takes nothing off up to the due date itself", () => {
    expect(percentAt(-24)).toBe(0)
    expect(percentAt(0)).toBe(0)
  })

  it("takes off once for each day begun, and never more than the most", () => {
    expect(percentAt(1 / 3600)).toBe(10)
    expect(percentAt(24)).toBe(10)
    expect(percentAt(24.01)).toBe(20)
    expect(percentAt(24 * 30)).toBe(50)
  })

  it("takes nothing off what a teacher reopened", () => expect(percentAt(100, true)).toBe(0))

  it("never falls as time goes on, and stays between nothing and all", () => {
    const policies = fc.record({
      latePercentPerDay: fc.integer({ min: 0, max: 100 }),
      latePercentMost: fc.integer({ min: 0, max: 100 }),
    })
    const hours = fc.integer({ min: -1_000, max: 10_000 })
    fc.assert(
      fc.property(policies, hours, hours, (rule, one, other) => {
        const at = (hour: number) =>
          latePercent({ submittedAt: after(hour), dueAt: due, reopened: false }, rule)
        const [earlier, later] = [at(Math.min(one, other)), at(Math.max(one, other))]
        expect(earlier).toBeLessThanOrEqual(later)
        expect(later).toBeLessThanOrEqual(rule.latePercentMost)
        expect(earlier).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe("withoutPercent", () => {
  it("is exact", () => {
    expect(withoutPercent({ numerator: 8, denominator: 1 }, 10)).toEqual({ numerator: 36, denominator: 5 })
    expect(withoutPercent({ numerator: 1, denominator: 3 }, 0)).toEqual({ numerator: 1, denominator: 3 })
    expect(withoutPercent({ numerator: 7, denominator: 2 }, 100)).toEqual(NOTHING)
  })

  it("never gives more than was earned, and nothing below zero", () => {
    const shares = fc.record({ numerator: fc.nat(1_000), denominator: fc.integer({ min: 1, max: 1_000 }) })
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 100 }), (earned, percent) => {
        const left = withoutPercent(earned, percent)
        expect(compare(left, earned)).toBeLessThanOrEqual(0)
        expect(left.numerator).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

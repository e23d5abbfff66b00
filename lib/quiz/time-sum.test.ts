import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { attemptDeadline, NO_GRANTS, ownTimeLimitMinutes } from "./own-deadline"
import { minutesBeforeCutOff, timeSum } from "./time-sum"

const now = new Date("2026-11-24T09:00:00Z")
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

describe("timeSum", () => {
  it("is nothing to speak of where the class has no limit", () => {
    expect(timeSum(null, { ...NO_GRANTS, timeMultiplier: 2 })).toBeNull()
    expect(timeSum(30, NO_GRANTS)).toMatchObject({ minutes: 30, isOwn: false, rounded: false })
  })

  it("says when it was rounded, and when there is no limit for this student", () => {
    expect(timeSum(30, { ...NO_GRANTS, timeMultiplier: 1.25 })).toMatchObject({ minutes: 38, rounded: true })
    expect(timeSum(30, { ...NO_GRANTS, timeMultiplier: 1.1 })).toMatchObject({ minutes: 33, rounded: false })
    expect(timeSum(30, { ...NO_GRANTS, noTimeLimit: true })).toMatchObject({ minutes: null, isOwn: true })
  })

  it("adds up to the minutes the student is given", () => {
    const grants = fc.record({
      timeMultiplier: fc.integer({ min: 100, max: 1000 }).map((cents) => cents / 100),
      extraMinutes: fc.nat(600),
      exceptionMinutes: fc.nat(600),
      noTimeLimit: fc.constant(false),
    })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), grants, (limit, granted) => {
        const sum = timeSum(limit, granted)
        expect(sum?.minutes).toBe(ownTimeLimitMinutes(limit, granted))
        const parts = limit * granted.timeMultiplier + granted.extraMinutes + granted.exceptionMinutes
        expect(Math.abs((sum?.minutes ?? 0) - parts)).toBeLessThan(1)
      }),
    )
  })
})

describe("minutesBeforeCutOff", () => {
  it("is what is left until the close, only where that is less than the student's own time", () => {
    expect(minutesBeforeCutOff(60, inMinutes(45.5), now)).toBe(45)
    expect(minutesBeforeCutOff(60, inMinutes(60), now)).toBeNull()
    expect(minutesBeforeCutOff(null, inMinutes(1), now)).toBeNull()
    expect(minutesBeforeCutOff(60, inMinutes(-5), now)).toBe(0)
  })

  it("is warned of exactly where the deadline comes before the full time", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 900 }), (minutes, window) => {
        const cut = attemptDeadline(now, minutes, inMinutes(window)) < inMinutes(minutes)
        expect(minutesBeforeCutOff(minutes, inMinutes(window), now) !== null).toBe(cut)
      }),
    )
  })
})

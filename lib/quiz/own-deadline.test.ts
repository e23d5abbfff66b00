import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { attemptDeadline, NO_GRANTS, ownTimeLimitMinutes } from "@/lib/quiz/own-deadline"

const start = new Date("2026-03-02T09:15:00Z")

describe("ownTimeLimitMinutes", () => {
  it("grants 60 minutes for 30 x 2", () => {
    expect(ownTimeLimitMinutes(30, { ...NO_GRANTS, timeMultiplier: 2 })).toBe(60)
  })

  it("does not round 30 x 1.1 up to 34", () => {
    expect(ownTimeLimitMinutes(30, { ...NO_GRANTS, timeMultiplier: 1.1 })).toBe(33)
    expect(ownTimeLimitMinutes(30, { ...NO_GRANTS, timeMultiplier: 1.25 })).toBe(38)
  })

  it("adds minutes granted once and for this assignment", () => {
    expect(ownTimeLimitMinutes(20, { ...NO_GRANTS, extraMinutes: 5, exceptionMinutes: 10 })).toBe(35)
  })

  it("has none where none is set or none applies", () => {
    expect(ownTimeLimitMinutes(null, NO_GRANTS)).toBeNull()
    expect(ownTimeLimitMinutes(30, { ...NO_GRANTS, noTimeLimit: true })).toBeNull()
  })
})

describe("attemptDeadline", () => {
  it("is never after the close and never after the student's own time", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 600 }), (limit, untilClose) => {
        const closesAt = new Date(start.getTime() + untilClose * 60_000)
        const deadline = attemptDeadline(start, limit, closesAt)
        expect(deadline.getTime() - start.getTime()).toBe(Math.min(limit, untilClose) * 60_000)
      }),
    )
  })

  it("is the close where there is no limit", () => {
    const closesAt = new Date("2026-03-02T10:00:00Z")
    expect(attemptDeadline(start, null, closesAt)).toEqual(closesAt)
  })
})

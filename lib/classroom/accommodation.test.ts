import { describe, expect, it } from "vitest"
import { grantsNothing, NO_ACCOMMODATION, readAccommodation } from "./accommodation"

describe("an accommodation", () => {
  it.each([
    { timeMultiplier: 1.25 },
    { extraMinutes: 5 },
    { noTimeLimit: true },
    { extraAttempts: 1 },
    { extraDays: 2 },
    { readAloud: true },
    { largerType: true },
  ])("grants something with %j", (change) => {
    expect(grantsNothing({ ...NO_ACCOMMODATION, ...change })).toBe(false)
  })

  it("of the database with nothing in it is none", () => {
    const row = { ...NO_ACCOMMODATION, timeMultiplier: "1.00" }
    expect(readAccommodation(row)).toBeNull()
    expect(readAccommodation(null)).toBeNull()
    expect(readAccommodation({ ...row, timeMultiplier: "1.50", extraDays: 3 })).toEqual({
      ...NO_ACCOMMODATION,
      timeMultiplier: 1.5,
      extraDays: 3,
    })
  })

  it("carries nothing else of its row along", () => {
    const row = { ...NO_ACCOMMODATION, extraMinutes: 5, userId: "somebody", updatedById: "a teacher" }
    expect(readAccommodation(row)).toEqual({ ...NO_ACCOMMODATION, extraMinutes: 5 })
  })
})

import { describe, expect, it } from "vitest"
import { ownTerms } from "./own-terms"

const day = (text: string) => new Date(`2026-11-${text}T11:00:00Z`)
const terms = { dueAt: day("24"), closesAt: day("26"), timeLimitMinutes: 30, attemptsAllowed: 1 }
const none = { timeMultiplier: 1, extraMinutes: 0, noTimeLimit: false, extraAttempts: 0 }
const exception = { dueAt: null, closesAt: null, extraMinutes: 0, excused: false }

describe("ownTerms", () => {
  it("is the class's where nothing was agreed", () => {
    expect(ownTerms(terms, null, null)).toEqual({ ...terms, excused: false, ownDue: false })
  })

  it("multiplies the time, then adds what comes on top", () => {
    const accommodation = { ...none, timeMultiplier: 1.5, extraMinutes: 5 }
    expect(ownTerms(terms, accommodation, { ...exception, extraMinutes: 10 }).timeLimitMinutes).toBe(60)
  })

  it("rounds up, and is not misled by decimals", () => {
    expect(ownTerms(terms, { ...none, timeMultiplier: 1.1 }, null).timeLimitMinutes).toBe(33)
    expect(ownTerms(terms, { ...none, timeMultiplier: 1.25 }, null).timeLimitMinutes).toBe(38)
  })

  it("knows no limit where there is none, or none for this student", () => {
    expect(ownTerms({ ...terms, timeLimitMinutes: null }, none, exception).timeLimitMinutes).toBeNull()
    expect(ownTerms(terms, { ...none, noTimeLimit: true }, null).timeLimitMinutes).toBeNull()
  })

  it("moves the close with an extension beyond it", () => {
    const own = ownTerms(terms, null, { ...exception, dueAt: day("28") })
    expect(own).toMatchObject({ dueAt: day("28"), closesAt: day("28"), ownDue: true })
  })

  it("gives further attempts", () => {
    expect(ownTerms(terms, { ...none, extraAttempts: 2 }, null).attemptsAllowed).toBe(3)
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ownTerms } from "./own-terms"

const day = (text: string) => new Date(`2026-11-${text}T11:00:00Z`)
const terms = { dueAt: day("24"), closesAt: day("26"), timeLimitMinutes: 30, attemptsAllowed: 1 }
const none = {
  timeMultiplier: 1,
  extraMinutes: 0,
  noTimeLimit: false,
  extraAttempts: 0,
  extraDays: 0,
  timeZone: "Europe/Madrid",
}
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

  it("brings due date and close so many days later, at the same time of the school's day", () => {
    // The clocks of Madrid go back on 25 October.
    const autumn = {
      ...terms,
      dueAt: new Date("2026-10-23T21:59:00Z"),
      closesAt: new Date("2026-10-24T21:59:00Z"),
    }
    expect(ownTerms(autumn, { ...none, extraDays: 2 }, null)).toMatchObject({
      dueAt: new Date("2026-10-25T22:59:00Z"),
      closesAt: new Date("2026-10-26T22:59:00Z"),
      ownDue: true,
    })
  })

  it("takes a date agreed for this assignment as it stands", () => {
    const own = ownTerms(terms, { ...none, extraDays: 5 }, { ...exception, dueAt: day("25") })
    expect(own.dueAt).toEqual(day("25"))
    expect(own.closesAt).toEqual(new Date("2026-12-01T11:00:00Z"))
  })

  it("never gives a student less with an accommodation than without", () => {
    const dates = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
    const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
    const someTerms = fc.record({
      dueAt: dates,
      closesAt: dates,
      timeLimitMinutes: maybe(fc.integer({ min: 1, max: 600 })),
      attemptsAllowed: fc.integer({ min: 1, max: 20 }),
    })
    const granted = fc.record({
      timeMultiplier: fc.integer({ min: 100, max: 1000 }).map((cents) => cents / 100),
      extraMinutes: fc.nat(600),
      noTimeLimit: fc.boolean(),
      extraAttempts: fc.nat(20),
      extraDays: fc.nat(60),
      timeZone: fc.constantFrom("Europe/Madrid", "Asia/Karachi", "America/New_York", "Australia/Lord_Howe"),
    })
    const agreed = fc.record({
      dueAt: maybe(dates),
      closesAt: maybe(dates),
      extraMinutes: fc.nat(600),
      excused: fc.boolean(),
    })
    fc.assert(
      fc.property(someTerms, granted, maybe(agreed), (classTerms, accommodation, exceptionOrNone) => {
        const [own, without] = [
          ownTerms(classTerms, accommodation, exceptionOrNone),
          ownTerms(classTerms, null, exceptionOrNone),
        ]
        const minutes = (limit: number | null) => limit ?? Number.POSITIVE_INFINITY
        expect(minutes(own.timeLimitMinutes)).toBeGreaterThanOrEqual(minutes(without.timeLimitMinutes))
        expect(own.attemptsAllowed).toBeGreaterThanOrEqual(without.attemptsAllowed)
        expect(own.dueAt.getTime()).toBeGreaterThanOrEqual(without.dueAt.getTime())
        expect(own.closesAt.getTime()).toBeGreaterThanOrEqual(without.closesAt.getTime())
      }),
      { numRuns: 500 },
    )
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type ClashStudent, type ClashTerms, findClashes } from "./find-clashes"
import { ownTerms } from "./own-terms"

const opensAt = new Date("2026-11-24T08:00:00Z")
const inMinutes = (minutes: number) => new Date(opensAt.getTime() + minutes * 60_000)
const terms: ClashTerms = {
  opensAt,
  dueAt: inMinutes(80),
  closesAt: inMinutes(90),
  timeLimitMinutes: 60,
  attemptsAllowed: 1,
  coolDownMinutes: 0,
}
const granted = {
  timeMultiplier: 1,
  extraMinutes: 0,
  noTimeLimit: false,
  extraAttempts: 0,
  extraDays: 0,
  timeZone: "Europe/Madrid",
}
const agreed = { dueAt: null, closesAt: null, extraMinutes: 0, excused: false }
const student = (change: Partial<ClashStudent> = {}): ClashStudent => ({
  id: "1",
  name: "Amina",
  accommodation: null,
  exception: null,
  ...change,
})
const kinds = (...given: Parameters<typeof findClashes>) => findClashes(...given).map(({ kind }) => kind)

describe("findClashes", () => {
  it("finds none where all fits", () => {
    const fits = student({ accommodation: { ...granted, timeMultiplier: 1.5 } })
    expect(findClashes(terms, [student(), fits])).toEqual([])
  })

  it("names who would be cut off, by how much, and a close that would do", () => {
    const amina = student({ accommodation: { ...granted, timeMultiplier: 2 } })
    expect(findClashes(terms, [amina])).toEqual([
      { kind: "cutOff", id: "1", name: "Amina", minutes: 120, window: 90, until: inMinutes(120) },
    ])
  })

  it("is content once the suggested close was agreed", () => {
    const amina = student({
      accommodation: { ...granted, timeMultiplier: 2 },
      exception: { ...agreed, closesAt: inMinutes(120) },
    })
    expect(findClashes(terms, [amina])).toEqual([])
  })

  it("counts the minutes of an exception, and not who is excused or has no limit", () => {
    const more = student({ exception: { ...agreed, extraMinutes: 40 } })
    expect(kinds(terms, [more])).toEqual(["cutOff"])
    const excused = student({ exception: { ...agreed, extraMinutes: 40, excused: true } })
    const free = student({ accommodation: { ...granted, noTimeLimit: true } })
    expect(findClashes(terms, [excused, free])).toEqual([])
  })

  it("says once for all that everybody is cut off, and names those who lose more", () => {
    const short = { ...terms, closesAt: inMinutes(50), dueAt: inMinutes(40) }
    const double = student({ id: "2", name: "Bo", accommodation: { ...granted, timeMultiplier: 2 } })
    expect(findClashes(short, [double, student()])).toEqual([
      { kind: "classCutOff", minutes: 60, window: 50, until: inMinutes(60) },
      { kind: "cutOff", id: "2", name: "Bo", minutes: 120, window: 50, until: inMinutes(120) },
    ])
  })

  it("warns of an agreed date that comes before the one of the extra days, due or close", () => {
    const days = { ...granted, extraDays: 2 }
    const dueGranted = inMinutes(80 + 2 * 1440)
    const early = student({ accommodation: days, exception: { ...agreed, dueAt: inMinutes(100) } })
    expect(findClashes(terms, [early])).toEqual([
      { kind: "earlierDate", id: "1", name: "Amina", agreed: inMinutes(100), granted: dueGranted },
    ])
    const close = student({ accommodation: days, exception: { ...agreed, closesAt: inMinutes(300) } })
    expect(kinds(terms, [close])).toContain("earlierDate")
    const enough = student({ accommodation: days, exception: { ...agreed, dueAt: dueGranted } })
    expect(findClashes(terms, [enough])).toEqual([])
    const noDays = student({ accommodation: granted, exception: { ...agreed, dueAt: inMinutes(70) } })
    expect(findClashes(terms, [noDays])).toEqual([])
  })

  it("warns where the pause leaves no room for the extra attempts", () => {
    const day = { ...terms, closesAt: inMinutes(24 * 60), coolDownMinutes: 12 * 60 }
    const more = student({ accommodation: { ...granted, extraAttempts: 2 } })
    expect(findClashes(day, [more])).toEqual([
      { kind: "attempts", id: "1", name: "Amina", allowed: 3, fitting: 2, until: inMinutes(27 * 60) },
    ])
    expect(findClashes({ ...day, closesAt: inMinutes(27 * 60) }, [more])).toEqual([])
    expect(findClashes({ ...day, coolDownMinutes: 0 }, [more])).toEqual([])
    expect(findClashes(day, [student()])).toEqual([])
  })

  it("leaves nobody unnamed whose deadline would come before the full time, starting at the opening", () => {
    const someone = fc.record({
      timeMultiplier: fc.integer({ min: 100, max: 1000 }).map((cents) => cents / 100),
      extraMinutes: fc.nat(120),
      extraDays: fc.nat(3),
    })
    const someTerms = fc.record({
      limit: fc.integer({ min: 1, max: 300 }),
      window: fc.integer({ min: 1, max: 600 }),
    })
    fc.assert(
      fc.property(someTerms, someone, ({ limit, window }, change) => {
        const short = {
          ...terms,
          timeLimitMinutes: limit,
          dueAt: inMinutes(window),
          closesAt: inMinutes(window),
        }
        const accommodation = { ...granted, ...change }
        const own = ownTerms(short, accommodation, null)
        const full = inMinutes(own.timeLimitMinutes ?? 0)
        const found = kinds(short, [student({ accommodation })])
        expect(found.includes("cutOff") || found.includes("classCutOff")).toBe(
          own.closesAt < full || short.closesAt < inMinutes(limit),
        )
      }),
    )
  })
})

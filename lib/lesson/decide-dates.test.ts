import { describe, expect, it } from "vitest"
import { decideDates, decideOwnDates } from "./decide-dates"

const now = new Date("2026-11-23T12:00:00Z")
const zone = "Asia/Karachi"
const written = { opensAt: "2026-11-23T14:00", dueAt: "2026-11-26T09:50", closesAt: "2026-11-27T09:50" }
const refusal = (decision: ReturnType<typeof decideDates> | ReturnType<typeof decideOwnDates>) =>
  decision.ok ? null : `${decision.refusal.code} ${decision.refusal.field}`

describe("decideDates", () => {
  it("reads the dates in the school's zone", () => {
    const decision = decideDates(written, zone, { now })
    expect(decision).toMatchObject({ ok: true, value: { dueAt: new Date("2026-11-26T04:50:00Z") } })
  })

  it("says which date stands wrong", () => {
    const check = (change: Partial<typeof written>) =>
      refusal(decideDates({ ...written, ...change }, zone, { now }))
    expect(check({ opensAt: "soon" })).toBe("lesson.notATime opensAt")
    expect(check({ dueAt: "2026-02-30T10:00" })).toBe("lesson.notATime dueAt")
    expect(check({ dueAt: "2026-11-23T14:00" })).toBe("lesson.dueBeforeOpening dueAt")
    expect(check({ closesAt: "2026-11-26T09:49" })).toBe("lesson.closeBeforeDue closesAt")
    expect(check({ closesAt: "2026-11-26T09:50" })).toBeNull()
  })

  it("refuses what would be closed at once, unless something is closed early on purpose", () => {
    const past = { opensAt: "2026-11-01T10:00", dueAt: "2026-11-02T10:00", closesAt: "2026-11-03T10:00" }
    expect(refusal(decideDates(past, zone, { now }))).toBe("lesson.closesInThePast closesAt")
    expect(refusal(decideDates(past, zone, { now, allowPast: true }))).toBeNull()
  })
})

describe("decideOwnDates", () => {
  const classDates = {
    opensAt: new Date("2026-11-23T09:00:00Z"),
    dueAt: new Date("2026-11-26T04:50:00Z"),
    closesAt: new Date("2026-11-27T04:50:00Z"),
  }
  const check = (dueAt: string | null, closesAt: string | null) =>
    decideOwnDates({ dueAt, closesAt }, classDates, zone)

  it("keeps the class's where nothing is written", () => {
    expect(check(null, null)).toEqual({ ok: true, value: { dueAt: null, closesAt: null } })
  })

  it("keeps the order, counting the class's date where one is missing", () => {
    expect(refusal(check(null, "2026-11-25T10:00"))).toBe("lesson.closeBeforeDue closesAt")
    expect(refusal(check("2026-11-01T10:00", null))).toBe("lesson.dueBeforeOpening dueAt")
    expect(refusal(check("2026-11-28T10:00", "2026-11-28T10:00"))).toBeNull()
    expect(refusal(check("2026-11-28", null))).toBe("lesson.notATime dueAt")
  })
})

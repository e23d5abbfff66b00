import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  clocksDiffer,
  dayAfter,
  daysBetween,
  endOfDay,
  formatDay,
  formatInstant,
  instantAt,
  localDay,
  localTime,
} from "./school-time"

const at = (text: string) => new Date(text)

describe("instantAt", () => {
  it("reads a local time in the school's zone", () => {
    expect(instantAt("2026-11-30T16:00", "Asia/Karachi")).toEqual({
      instant: at("2026-11-30T11:00:00Z"),
      fit: "exact",
    })
  })

  it("moves a minute that the clocks skip to the same minute after the change", () => {
    expect(instantAt("2026-03-29T02:30", "Europe/Berlin")).toEqual({
      instant: at("2026-03-29T01:30:00Z"),
      fit: "gap",
    })
    expect(localTime(at("2026-03-29T01:30:00Z"), "Europe/Berlin")).toBe("2026-03-29T03:30")
  })

  it("knows a minute that comes twice, and takes the one that is asked for", () => {
    const later = instantAt("2026-10-25T02:30", "Europe/Berlin")
    const earlier = instantAt("2026-10-25T02:30", "Europe/Berlin", "earlier")
    expect(later).toEqual({ instant: at("2026-10-25T01:30:00Z"), fit: "overlap" })
    expect(earlier).toEqual({ instant: at("2026-10-25T00:30:00Z"), fit: "overlap" })
  })

  it("handles a change of half an hour, and a zone that skipped a whole day", () => {
    expect(instantAt("2026-10-04T02:15", "Australia/Lord_Howe")?.fit).toBe("gap")
    expect(instantAt("2011-12-30T12:00", "Pacific/Apia")?.fit).toBe("gap")
  })

  it("refuses what no calendar has", () => {
    for (const text of ["", "2026-02-30T10:00", "2026-11-30T24:10", "2026-11-30", "tomorrow"])
      expect(instantAt(text, "UTC")).toBeNull()
  })

  it("round trips every instant that is not inside an overlap", () => {
    const zones = fc.constantFrom(
      "Asia/Karachi",
      "Europe/Berlin",
      "America/New_York",
      "Asia/Kathmandu",
      "UTC",
    )
    const minutes = fc.integer({ min: 26_297_280, max: 31_556_736 })
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const instant = new Date(minute * 60_000)
        const read = instantAt(localTime(instant, zone), zone)
        const read2 = instantAt(localTime(instant, zone), zone, "earlier")
        expect(read?.fit).not.toBe("gap")
        expect([read?.instant.getTime(), read2?.instant.getTime()]).toContain(instant.getTime())
      }),
    )
  })
})

describe("days", () => {
  it("ends a due day at 23:59 in the school's zone", () => {
    expect(endOfDay("2026-11-30", "Asia/Karachi")).toEqual(at("2026-11-30T18:59:00Z"))
    expect(endOfDay("2026-11-30", "America/New_York")).toEqual(at("2026-12-01T04:59:00Z"))
    expect(endOfDay("30.11.2026", "UTC")).toBeNull()
  })

  it("counts by the calendar, also over a change of clocks", () => {
    const zone = "Europe/Berlin"
    expect(daysBetween(at("2026-10-24T21:30:00Z"), at("2026-10-25T22:30:00Z"), zone)).toBe(1)
    expect(daysBetween(at("2026-11-24T22:59:00Z"), at("2026-11-24T23:01:00Z"), zone)).toBe(1)
    expect(dayAfter(at("2026-12-30T12:00:00Z"), 3, zone)).toBe("2027-01-02")
  })

  it("gives the day of the zone, not of the server", () => {
    expect(localDay(at("2026-11-24T20:00:00Z"), "Asia/Karachi")).toBe("2026-11-25")
  })
})

describe("formatInstant", () => {
  const now = at("2026-11-23T12:00:00Z")
  const shown = { timeZone: "Asia/Karachi", locale: "en", now }

  it("is exact, and leaves out the year only when it is this one", () => {
    expect(formatInstant(at("2026-11-27T04:50:00Z"), shown)).toBe("Fri 27 Nov, 09:50")
    expect(formatInstant(at("2027-01-04T04:05:00Z"), shown)).toBe("Mon 4 Jan 2027, 09:05")
    expect(formatInstant(at("2026-11-27T04:50:00Z"), { ...shown, long: true })).toBe(
      "Friday 27 November, 09:50",
    )
  })

  it("names the zone only where the reader's own clock shows another time", () => {
    const instant = at("2026-11-27T04:50:00Z")
    expect(formatInstant(instant, { ...shown, deviceTimeZone: "Asia/Tashkent" })).toBe("Fri 27 Nov, 09:50")
    expect(formatInstant(instant, { ...shown, deviceTimeZone: "Europe/Berlin" })).toBe(
      "Fri 27 Nov, 09:50 (Karachi)",
    )
  })

  it("writes midnight as 00:00 of the new day", () => {
    expect(formatInstant(at("2026-11-26T19:00:00Z"), shown)).toBe("Fri 27 Nov, 00:00")
  })

  it("keeps the language's own words", () => {
    expect(formatDay(at("2026-11-27T04:50:00Z"), { ...shown, locale: "de" })).toMatch(/^Fr\.? 27 Nov/)
  })
})

it("compares clocks at the instant, not by name", () => {
  const [winter, summer] = [at("2026-01-10T12:00:00Z"), at("2026-07-10T12:00:00Z")]
  expect(clocksDiffer(winter, "Europe/London", "UTC")).toBe(false)
  expect(clocksDiffer(summer, "Europe/London", "UTC")).toBe(true)
})

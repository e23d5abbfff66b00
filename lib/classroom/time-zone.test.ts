import { describe, expect, it } from "vitest"
import { isTimeZone, timeZones } from "./time-zone"

describe("time zones", () => {
  it("lists zones that all pass its own check", () => {
    expect(timeZones()).toContain("Asia/Karachi")
    expect(timeZones()).toContain("UTC")
    expect(timeZones().filter((zone) => !isTimeZone(zone))).toEqual([])
  })
  it("takes a name a browser may guess that is an older spelling", () => {
    expect(isTimeZone("Asia/Calcutta")).toBe(true)
  })
  it.each(["", "Mars/Olympus", "+05:00", "Asia/Karachi'; --", "x".repeat(100)])("refuses %j", (name) => {
    expect(isTimeZone(name)).toBe(false)
  })
})

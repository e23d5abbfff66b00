import { describe, expect, it } from "vitest"
import { monthsBefore, readMonths } from "./retention"

describe("how long something is kept", () => {
  it.each([
    ["24m", 24],
    ["2y", 24],
    [" 3M ", 3],
    ["2m", null],
    ["0y", null],
    ["24", null],
    ["24 days", null],
    ["-24m", null],
    ["", null],
  ])("reads %j as %s months", (text, months) => expect(readMonths(text)).toBe(months))
})

describe("months before a moment", () => {
  it.each([
    ["2026-11-29T10:00:00.000Z", 24, "2024-11-29T10:00:00.000Z"],
    ["2026-03-31T10:00:00.000Z", 4, "2025-11-30T10:00:00.000Z"],
    ["2024-02-29T00:00:00.000Z", 12, "2023-02-28T00:00:00.000Z"],
    ["2026-01-15T00:00:00.000Z", 13, "2024-12-15T00:00:00.000Z"],
  ])("%s less %i months is %s", (now, months, before) =>
    expect(monthsBefore(new Date(now), months).toISOString()).toBe(before),
  )
})

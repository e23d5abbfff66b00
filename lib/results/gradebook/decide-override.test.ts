import { describe, expect, it } from "vitest"
import { handedIn, madeCell, madeWork, NOW } from "@/tests/support/gradebook-facts"
import { standingOf } from "./cell-standing"
import { decideOverride } from "./decide-override"
import { parsePoints } from "./parse-points"

describe("parsePoints", () => {
  it.each([
    ["7", 7, 1],
    [" 7.50 ", 15, 2],
    ["7,5", 15, 2],
    ["7 1/2", 15, 2],
    ["7½", 15, 2],
    ["⅔", 2, 3],
    ["1/3", 1, 3],
    ["0", 0, 1],
    ["-2", -2, 1],
  ])("reads %s", (text, numerator, denominator) =>
    expect(parsePoints(text)).toEqual({ numerator, denominator }),
  )

  it.each(["", "seven", "1/0", "7..5", "=7", "NaN", "1e3", "7 / 2", "99999999"])("does not take %s", (text) =>
    expect(parsePoints(text)).toBeNull(),
  )
})

const rules = { missingCounts: "never" as const, now: NOW }
const standing = (cell = handedIn(3)) => standingOf(madeWork("w"), cell, rules)
const decide = (value: string, more: object = {}, cell = handedIn(3), possible = 10) => {
  const decision = decideOverride(standing(cell), possible, {
    kind: "points",
    value,
    reason: "Said aloud",
    ...more,
  })
  return decision.ok ? decision.value : decision.refusal.code
}

describe("decideOverride", () => {
  it("sets points of those there are, or percent", () => {
    expect(decide("7.5")).toEqual({ earned: { numerator: 15, denominator: 2 }, possible: 10 })
    expect(decide("85%", { kind: "percent" })).toEqual({
      earned: { numerator: 85, denominator: 1 },
      possible: 100,
    })
    expect(decide("85", {}, handedIn(0), 0)).toMatchObject({ possible: 100 })
  })

  it("refuses what is no score, what is out of bounds, and what has no reason", () => {
    expect(decide("much")).toBe("results.overrideNumber")
    expect(decide("-1")).toBe("results.overrideRange")
    expect(decide("10.1")).toBe("results.overrideRange")
    expect(decide("10")).toMatchObject({ possible: 10 })
    expect(decide("5", { reason: "  " })).toBe("results.overrideReason")
  })

  it("refuses the excused, and what stands already", () => {
    expect(decide("5", {}, madeCell({ excused: true }))).toBe("results.overrideExcused")
    const override = { earned: { numerator: 5, denominator: 1 }, possible: 10 }
    expect(decide("5.0", {}, { ...handedIn(3), override })).toBe("results.overrideSame")
  })
})

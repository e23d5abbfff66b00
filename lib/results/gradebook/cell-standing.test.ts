import { describe, expect, it } from "vitest"
import { daysFromNow, handedIn, madeCell, madeWork, NOW } from "@/tests/support/gradebook-facts"
import { standingOf } from "./cell-standing"
import type { CellFacts, WorkFacts } from "./gradebook-facts"

const rules = { missingCounts: "zero_after_close" as const, now: NOW }
const stands = (work: Partial<WorkFacts>, cell?: CellFacts, over: object = {}) =>
  standingOf(madeWork("w", work), cell, { ...rules, ...over })
const open = { closesAt: daysFromNow(2), dueAt: daysFromNow(1) }

describe("where a student stands", () => {
  it("begins before it opens, and then goes on", () => {
    const later = { opensAt: daysFromNow(1), ...open }
    expect(stands(later)).toMatchObject({ kind: "notOpen", share: null })
    expect(stands(open)).toMatchObject({ kind: "notStarted", share: null, score: null })
    expect(stands(open, madeCell({ begun: true })).kind).toBe("underWay")
    const sitting = handedIn(0, 1, { submittedAt: null })
    expect(stands(open, sitting)).toMatchObject({ kind: "underWay", share: null })
  })

  it("is a score once it is handed in", () => {
    expect(stands({}, handedIn(17, 2))).toMatchObject({
      kind: "scored",
      score: { earned: { numerator: 17, denominator: 2 }, possible: 10 },
      share: { top: 17n, bottom: 20n },
      lateDays: 0,
    })
  })

  it("waits while a teacher has something to grade, and does not count half of a score", () => {
    expect(stands({}, handedIn(5, 1, { waiting: 1 }))).toMatchObject({ kind: "waiting", share: null })
  })

  it("is missing after the student's own close, and counts as the class has chosen", () => {
    expect(stands({})).toMatchObject({
      kind: "missing",
      share: { top: 0n },
      score: { earned: { numerator: 0 } },
    })
    expect(stands({}, undefined, { missingCounts: "never" })).toMatchObject({ kind: "missing", share: null })
    expect(stands({}, madeCell({ closesAt: daysFromNow(1) })).kind).toBe("notStarted")
  })

  it("says how many days late, by the student's own due date, and what was taken off", () => {
    const late = { latePercentPerDay: 10 }
    const cell = handedIn(10, 1, { submittedAt: daysFromNow(-1.5) })
    expect(stands(late, cell)).toMatchObject({ lateDays: 2, latePercent: 20, share: { top: 8n } })
    expect(stands(late, { ...cell, dueAt: daysFromNow(-1) })).toMatchObject({ lateDays: 0, latePercent: 0 })
    expect(stands(late, handedIn(10, 1, { submittedAt: daysFromNow(-1), reopened: true })).lateDays).toBe(0)
  })

  it("is nothing to count where it is excused, whatever was done or set", () => {
    const override = { earned: { numerator: 9, denominator: 1 }, possible: 10 }
    for (const cell of [madeCell(), handedIn(10), { ...handedIn(3), override }])
      expect(stands({}, { ...cell, excused: true })).toMatchObject({
        kind: "excused",
        share: null,
        override: null,
      })
  })

  it("is what a teacher set, beside what was worked out", () => {
    const override = { earned: { numerator: 85, denominator: 1 }, possible: 100 }
    expect(stands({}, { ...handedIn(3), override })).toMatchObject({
      kind: "scored",
      score: { earned: { numerator: 17, denominator: 2 }, possible: 10 },
      computed: { earned: { numerator: 3 } },
    })
    // Also where nothing was handed in, or nothing is scored.
    expect(stands({}, madeCell({ override })).share).toEqual({ top: 17n, bottom: 20n })
    expect(stands({ possible: 0 }, madeCell({ override })).share).toEqual({ top: 85n, bottom: 100n })
    expect(stands({}, { ...handedIn(5, 1, { waiting: 2 }), override })).toMatchObject({
      kind: "waiting",
      share: {},
    })
  })

  it("is handed in, and no more, where nothing is scored", () => {
    expect(stands({ possible: 0 }, handedIn(0))).toMatchObject({ kind: "handedIn", score: null, share: null })
    expect(stands({ possible: 0 })).toMatchObject({ kind: "notStarted", share: null })
  })

  it("takes points below nothing as they are", () => {
    expect(stands({}, handedIn(-1)).share).toEqual({ top: -1n, bottom: 10n })
  })
})

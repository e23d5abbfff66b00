import { describe, expect, test } from "vitest"
import { FIRST_RULES } from "@/lib/discussion/rules/discussion-rules"
import { decideDiscussionRules } from "./decide-discussion-rules"

const dates = { opensAt: new Date("2026-11-02T08:00Z"), closesAt: new Date("2026-11-20T15:00Z") }
const decide = (ownPostBy: string, more = {}) =>
  decideDiscussionRules({ ...FIRST_RULES, ...more, ownPostBy }, dates, "Europe/Berlin")

describe("the rules of a discussion", () => {
  test("have no date for own answers where none is written", () => {
    expect(decide("")).toEqual({ ok: true, value: FIRST_RULES })
  })

  test("take a date while the assignment is open, in the school's zone, its close included", () => {
    expect(decide("2026-11-10T16:00")).toMatchObject({ value: { ownPostBy: Date.UTC(2026, 10, 10, 15) } })
    expect(decide("2026-11-20T16:00")).toMatchObject({ value: { ownPostBy: dates.closesAt.getTime() } })
  })

  test.each([
    ["when it opens", "2026-11-02T09:00", "lesson.ownPostBeforeOpening"],
    ["after it closes", "2026-11-20T16:01", "lesson.ownPostAfterClose"],
    ["at no time", "tomorrow", "lesson.notATime"],
  ])("refuse a date %s", (_, written, code) => {
    expect(decide(written)).toMatchObject({ ok: false, refusal: { code, field: "ownPostBy" } })
  })

  test("know the pauses that are offered", () => {
    expect(decide("", { slowSeconds: 300 }).ok).toBe(true)
    expect(decide("", { slowSeconds: 7 })).toMatchObject({ refusal: { code: "lesson.notAPause" } })
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { dueRecall, RECALL_KINDS, recallSince } from "@/lib/lesson/recall-due"
import { dayAfter, instantAt } from "@/lib/lesson/school-time"

const zone = "Asia/Karachi"
const at = (local: string, timeZone = zone) => instantAt(local, timeZone)?.instant as Date

describe("recallSince", () => {
  it.each([
    ["handed in, results at once", "2026-03-02T10:00", null, "2026-03-02T10:00"],
    ["results after it", "2026-03-02T10:00", "2026-03-05T08:00", "2026-03-05T08:00"],
    ["handed in after the release", "2026-03-06T10:00", "2026-03-05T08:00", "2026-03-06T10:00"],
  ])("%s", (_, handedIn, released, expected) => {
    expect(recallSince(at(handedIn), released === null ? null : at(released))).toEqual(at(expected))
  })
})

describe("dueRecall", () => {
  const since = at("2026-03-02T23:30")
  it.each([
    ["2026-03-08T23:59", null],
    ["2026-03-09T00:00", "one_week"],
    ["2026-03-22T23:59", "one_week"],
    ["2026-03-23T00:00", "three_weeks"],
    ["2026-04-05T23:59", "three_weeks"],
    ["2026-04-06T00:00", null],
  ])("at %s offers %s, by the school's days", (local, expected) => {
    expect(dueRecall({ since, ended: [] }, at(local), zone)).toBe(expected)
  })

  it("offers nothing that was done or put away, and each for fourteen days, clocks changed or not", () => {
    const zones = fc.constantFrom("Asia/Karachi", "Europe/Stockholm", "America/St_Johns", "Pacific/Apia")
    const starts = fc.integer({ min: 0, max: 60 * 24 * 365 })
    fc.assert(
      fc.property(zones, starts, fc.subarray([...RECALL_KINDS]), (timeZone, minute, ended) => {
        const from = new Date(Date.UTC(2026, 0, 1) + minute * 60_000)
        const noonAfter = (days: number) => at(`${dayAfter(from, days, timeZone)}T12:00`, timeZone)
        const offered = Array.from({ length: 45 }, (_, days) =>
          dueRecall({ since: from, ended }, noonAfter(days), timeZone),
        )
        for (const kind of RECALL_KINDS)
          expect(offered.filter((one) => one === kind)).toHaveLength(ended.includes(kind) ? 0 : 14)
        expect(offered.slice(0, 7).every((one) => one === null)).toBe(true)
        expect(offered.slice(35).every((one) => one === null)).toBe(true)
      }),
    )
  })
})

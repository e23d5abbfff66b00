import { describe, expect, it } from "vitest"
import { mayNudge, showsNudge } from "@/lib/lesson/nudge"

const now = new Date("2026-03-03T08:30:00Z")
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

describe("asking a student to go on", () => {
  it.each([
    [null, true],
    [ago(0), false],
    [ago(19.9), false],
    [ago(20), true],
    [ago(24), true],
  ])("after a last time %s: %s", (last, may) => {
    expect(mayNudge(last, now)).toBe(may)
  })

  it("stands at home for a week", () => {
    expect(showsNudge(ago(0), now)).toBe(true)
    expect(showsNudge(ago(7 * 24 - 1), now)).toBe(true)
    expect(showsNudge(ago(7 * 24), now)).toBe(false)
  })
})

import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { clockOf, isQuiet, MINUTES_OF_DAY, minuteOf } from "./quiet-hours"

const minute = fc.integer({ min: 0, max: MINUTES_OF_DAY - 1 })

describe("quiet hours", () => {
  test("begin with their first minute and end before their last, over midnight too", () => {
    const night = { from: 22 * 60, to: 7 * 60 }
    expect([21 * 60 + 59, 22 * 60, 0, 6 * 60 + 59, 7 * 60].map((at) => isQuiet(at, night))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
    expect([539, 540, 599, 600].map((at) => isQuiet(at, { from: 540, to: 600 }))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  test("are none where there are none", () => {
    fc.assert(
      fc.property(minute, minute, (at, both) => {
        expect(isQuiet(at, null)).toBe(false)
        expect(isQuiet(at, { from: both, to: both })).toBe(false)
      }),
    )
  })

  test("and the hours between them make up the day: each minute is in exactly one of them", () => {
    fc.assert(
      fc.property(minute, minute, minute, (at, from, to) => {
        fc.pre(from !== to)
        expect(isQuiet(at, { from, to })).not.toBe(isQuiet(at, { from: to, to: from }))
      }),
    )
  })
})

describe("a minute of the day", () => {
  test("is written and read back the same", () => {
    fc.assert(
      fc.property(minute, (at) => {
        expect(minuteOf(clockOf(at))).toBe(at)
      }),
    )
  })

  test.each(["", "24:00", "7:30", "12:60", "noon"])("is none of %j", (written) => {
    expect(minuteOf(written)).toBeNull()
  })
})

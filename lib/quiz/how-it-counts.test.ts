import { describe, expect, it } from "vitest"
import { fraction } from "@/lib/quiz/fraction"
import { earnedPoints, possiblePoints } from "@/lib/quiz/how-it-counts"

const plain = { points: 3, dropped: false, credited: false }
const half = fraction(1, 2)

describe("earnedPoints", () => {
  it("is the share of the points there are", () => {
    expect(earnedPoints(plain, half)).toEqual(fraction(3, 2))
    expect(earnedPoints({ ...plain, points: 4 }, half)).toEqual(fraction(2, 1))
  })

  it("is nothing to count where nothing was scored", () => {
    expect(earnedPoints(plain, null)).toBeNull()
  })

  it("is everything where everybody is credited, also for a blank", () => {
    expect(earnedPoints({ ...plain, credited: true }, half)).toEqual(fraction(3, 1))
    expect(earnedPoints({ ...plain, credited: true }, null)).toEqual(fraction(3, 1))
  })

  it("is nothing to count where the item was dropped, credited or not", () => {
    const dropped = { ...plain, dropped: true, credited: true }
    expect(earnedPoints(dropped, half)).toBeNull()
    expect(possiblePoints(dropped)).toBe(0)
    expect(possiblePoints(plain)).toBe(3)
  })
})

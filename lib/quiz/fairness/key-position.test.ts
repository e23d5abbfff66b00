import { describe, expect, it } from "vitest"
import { findKeyPosition, measurePositions } from "@/lib/quiz/fairness/key-position"
import { choosing, statement } from "@/tests/support/fair-items"

const at = (place: number, of = 4) =>
  choosing(Array.from({ length: of }, (_, one) => (one === place ? "*right" : `wrong ${one}`)))

describe("where the right option stands", () => {
  it("is counted among lists of the most usual length", () => {
    const items = [at(0), at(1), at(1), at(2, 3), statement("It voted.", true)]
    expect(measurePositions(items)).toEqual({ counts: [1, 2, 0, 0], n: 3, others: 1, chance: null })
  })

  it("is said from eight on, where chance would hardly do it", () => {
    const same = measurePositions(Array.from({ length: 8 }, () => at(1)))
    expect(same.chance).toBeCloseTo(4 / 4 ** 8, 12)
    expect(findKeyPosition(same)).toMatchObject([
      { code: "keyPosition", values: { place: "B", count: 8, n: 8 } },
    ])
    const even = measurePositions([0, 1, 2, 3, 0, 1, 2, 3].map((place) => at(place)))
    expect(even.chance).toBe(1)
    expect(findKeyPosition(even)).toEqual([])
  })

  it("is nothing of a quiz without lists", () => {
    expect(measurePositions([])).toEqual({ counts: [], n: 0, others: 0, chance: null })
  })
})

import { describe, expect, it } from "vitest"
import { rateConfidence } from "@/lib/quiz/confidence"

describe("rateConfidence", () => {
  it("counts right answers by how sure the student was, surest first", () => {
    const rated = rateConfidence([
      { confidence: 1, isRight: true },
      { confidence: 3, isRight: true },
      { confidence: 3, isRight: false },
      { confidence: null, isRight: true },
    ])
    expect(rated).toEqual([
      { confidence: 3, count: 2, right: 1 },
      { confidence: 1, count: 1, right: 1 },
    ])
  })

  it("says nothing where nothing was rated", () => expect(rateConfidence([])).toEqual([]))
})

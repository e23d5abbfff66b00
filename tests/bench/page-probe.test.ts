import { describe, expect, it } from "vitest"
import { totalBlocking } from "./page-probe"

describe("total blocking time", () => {
  it("is what long tasks last over 50 ms, after the first paint", () => {
    const longTasks = [
      { at: 10, lasted: 80 },
      { at: 150, lasted: 120 },
      { at: 400, lasted: 51 },
    ]
    expect(totalBlocking({ lcpMs: 0, fcpMs: 100, longTasks })).toBe(0 + 70 + 1)
    expect(totalBlocking({ lcpMs: 0, fcpMs: 220, longTasks })).toBe(50 + 1)
    expect(totalBlocking({ lcpMs: 0, fcpMs: 100, longTasks: [] })).toBe(0)
  })
})

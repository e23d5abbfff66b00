import { describe, expect, it } from "vitest"
import { median, percentile, percentiles } from "./percentiles"

describe("percentiles", () => {
  it("are nearest ranks, in whatever order the values come", () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(percentiles(values)).toEqual({ p50: 50, p95: 95, p99: 99 })
    expect(percentile([7], 0.99)).toBe(7)
    expect(percentile([1, 2], 0)).toBe(1)
    expect(percentiles([])).toEqual({ p50: 0, p95: 0, p99: 0 })
  })

  it("have a median between the middle two", () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([4, 1, 2, 9])).toBe(3)
    expect(median([])).toBe(0)
  })
})

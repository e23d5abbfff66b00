import { describe, expect, it } from "vitest"
import { cpuGoal, REFERENCE_FLOOR, scaleCpu } from "./goals"

describe("goals", () => {
  it("stand beside the rows that have one", () => {
    expect(cpuGoal("W1")).toEqual({ atMost: 90, aimFor: 60 })
    expect(cpuGoal("floor (b)")).toBeNull()
  })

  it("are compared with CPU time as it would be on the reference machine", () => {
    expect(scaleCpu(20, { perSecond: REFERENCE_FLOOR, othersShare: 0 })).toBe(20)
    // Half as fast a machine: half of its CPU time is its own slowness.
    expect(scaleCpu(20, { perSecond: REFERENCE_FLOOR / 2, othersShare: 0.2 })).toBe(10)
  })

  it("are not compared where others slowed the floor", () => {
    expect(scaleCpu(20, { perSecond: 127, othersShare: 0.78 })).toBeNull()
  })
})

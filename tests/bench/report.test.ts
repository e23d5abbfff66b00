import { describe, expect, it } from "vitest"
import { REFERENCE_FLOOR } from "./goals"
import type { Measurement } from "./measure"
import { type Report, renderReport, reportJson } from "./report"

const measured: Measurement = {
  key: "W4b",
  name: "W4b post a reply",
  operations: 100,
  errors: 1,
  firstError: "500",
  seconds: 2,
  perSecond: 50,
  p50: 1,
  p95: 2,
  p99: 3,
  cpuMsPerOperation: 8,
  tripsPerOperation: 10.04,
  bytesPerOperation: 600,
  othersShare: 0.256,
}
const floor: Measurement = { ...measured, key: "floor (b)", name: "floor (b)", tripsPerOperation: null }
const report: Report = {
  floor: { perSecond: REFERENCE_FLOOR / 2, othersShare: 0 },
  measurements: [floor, measured],
  figures: [{ name: "W7 memory", value: 301.4, unit: "MB", goal: "at most 349" }],
  pages: [
    { page: "quiz", runs: 5, requests: 12, kilobytes: 250.4, lcpMs: 700, blockingMs: 90, othersShare: 0.1 },
  ],
}

describe("the report", () => {
  it("has raw and scaled CPU time beside the goal, and a dash where there is none", () => {
    const [titles = "", first = "", second = "", scale] = renderReport(report).split("\n")
    expect(second.split(/ {2,}/)).toEqual(
      "W4b post a reply|100|1|50.0|1.0|2.0|3.0|8.00|4.00|4|2|10.0|600|26%".split("|"),
    )
    expect(first.split(/ {2,}/).slice(9, 12)).toEqual(["-", "-", "-"])
    expect(titles.length).toBe(second.length)
    expect(scale).toContain("x 0.50")
  })

  it("has other figures and pages, each against its goal", () => {
    const text = renderReport(report)
    expect(text).toMatch(/W7 memory +301 +MB +at most 349/)
    expect(text).toMatch(/quiz +5 +12 \(15\) +250 \(320\) +700 \(900\) +90 \(200\) +10%/)
    expect(renderReport({ ...report, figures: [], pages: [] }).split("\n")).toHaveLength(4)
  })

  it("scales nothing where others slowed the floor, and says so", () => {
    const text = renderReport({ ...report, floor: { perSecond: 127, othersShare: 0.78 } })
    expect(text).toMatch(/8\.00 +- +4 /)
    expect(text).toContain("others had 78%")
  })

  it("is a file with every goal in it", () => {
    const { measurements, pages } = JSON.parse(reportJson(report))
    expect(measurements[1]).toMatchObject({ scaledCpuMsPerOperation: 4, goal: { atMost: 4, aimFor: 2 } })
    expect(measurements[0].goal).toBeNull()
    expect(pages[0].goal.blockingMs).toBe(200)
  })
})

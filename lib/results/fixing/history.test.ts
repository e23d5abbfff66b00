import { describe, expect, it } from "vitest"
import { buildHistory, type FixBatch, newestStanding } from "./history"

const before = { keyRevision: 1, dropped: false, credited: false, points: null }
const batch = (batchId: string, undoesBatchId: string | null = null): FixBatch => ({
  batchId,
  kind: "drop",
  reason: "",
  at: new Date(0),
  by: `by ${batchId}`,
  undoesBatchId,
  before,
  after: null,
})

describe("buildHistory", () => {
  it("shows what was done, with who took it back, and lets only the last that holds be taken back", () => {
    const lines = buildHistory([batch("undo of 2", "2"), batch("2"), batch("1")])
    expect(lines.map(({ batchId, undone, canUndo }) => [batchId, undone?.by ?? null, canUndo])).toEqual([
      ["2", "by undo of 2", false],
      ["1", null, true],
    ])
  })

  it("knows no last one where all were taken back", () => {
    expect(newestStanding([batch("undo", "1"), batch("1")])).toBeNull()
    expect(newestStanding([])).toBeNull()
  })
})

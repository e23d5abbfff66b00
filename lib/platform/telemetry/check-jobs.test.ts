import { describe, expect, it } from "vitest"
import { jobState } from "./check-jobs"

const job = {
  name: "sweep",
  everyMs: 5_000,
  isRunning: false,
  endedAt: null,
  tookMs: null,
  failures: 0,
  bug: null,
} as const

describe("how a job stands", () => {
  it("is late after three times its interval, counted from the start where it never ran", () => {
    expect(jobState({ ...job, endedAt: 10_000 }, 25_000, 60_000)).toBe("waiting")
    expect(jobState({ ...job, endedAt: 10_000 }, 25_001, 60_000)).toBe("late")
    expect(jobState(job, 90_000, 15_000)).toBe("waiting")
    expect(jobState(job, 90_000, 15_001)).toBe("late")
  })

  it("failed where its last run did, whatever else", () => {
    expect(jobState({ ...job, isRunning: true, bug: "b0a7" }, 0, 0)).toBe("failed")
    expect(jobState({ ...job, isRunning: true }, 0, 0)).toBe("running")
  })
})

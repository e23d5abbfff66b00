import { describe, expect, it } from "vitest"
import type { AssuredPromise } from "./promise"
import { promises } from "./promises"
import { assuranceText } from "./text"

const promise: AssuredPromise = {
  name: "kept",
  promise: "An answer is kept.",
  threat: "It is lost.",
  run: { by: "integration", files: ["tests/integration/kept.test.ts"] },
}

describe("the page about promises", () => {
  it("adds up what several tests tried, and never hides a loss", () => {
    const record = { promise: "kept", of: "saves", tried: 1_000, lost: 0 }
    const tried = [record, { ...record, tried: 500, lost: 2 }]
    const assured = { name: "kept", on: "2026-03-01", minutes: 1.5, passed: false, tried }
    const text = assuranceText([promise], new Map([["kept", assured]]))
    expect(text).toContain("- 1,500 saves: **2 lost**")
    expect(text).toContain("Last tried on 2026-03-01, in 1.5 min. The run failed.")
  })

  it("says so where a promise has not been tried", () => {
    expect(assuranceText([promise], new Map())).toContain("Not tried yet in its long form.")
  })

  it("speaks of every promise by a name of its own", () => {
    const names = promises.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})

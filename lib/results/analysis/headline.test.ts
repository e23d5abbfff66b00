import { describe, expect, it } from "vitest"
import { madeItem } from "@/tests/support/results-facts"
import { areResultsOut, headlineOf } from "./headline"
import type { ItemFinding } from "./judge-item"

const found = (...findings: ItemFinding[]) =>
  headlineOf(findings.map((finding, at) => ({ finding, item: madeItem(`i${at}`, { position: at + 1 }) })))

describe("headlineOf", () => {
  it("tells what to look at before release from what to look at before the next use", () => {
    expect(
      found("easy", "worksWell", "works", "misread", "checkKey", "unkeyed", "weak", "byHand", "backwards"),
    ).toEqual({
      judged: 7,
      works: 3,
      release: [5, 9],
      reuse: [4, 7],
    })
  })

  it("judges nothing where there are too few", () => {
    expect(found("tooFew", "unkeyed")).toEqual({ judged: 0, works: 0, release: [], reuse: [] })
  })
})

describe("areResultsOut", () => {
  const [due, close] = [new Date("2026-11-26T06:00:00Z"), new Date("2026-11-27T06:00:00Z")]
  const at = (releasePolicy: "on_submit" | "after_due" | "after_close" | "by_teacher", now: Date) =>
    areResultsOut({ releasePolicy, releasedAt: null, dueAt: due, closesAt: close }, now)

  it("goes by the policy and the class's dates, and by the teacher's word", () => {
    expect([at("on_submit", new Date(0)), at("by_teacher", close)]).toEqual([true, false])
    expect([at("after_due", new Date(0)), at("after_due", due)]).toEqual([false, true])
    expect([at("after_close", due), at("after_close", close)]).toEqual([false, true])
    const byHand = { releasePolicy: "by_teacher", releasedAt: due, dueAt: due, closesAt: close } as const
    expect(areResultsOut(byHand, due)).toBe(true)
  })
})

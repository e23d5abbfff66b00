import { describe, expect, it } from "vitest"
import { decideSkip } from "./decide-skip"

const opensAt = new Date("2026-11-23T08:00:00Z")
const closesAt = new Date("2026-11-27T15:00:00Z")
const facts = { mayWrite: true, isStaff: false, opensAt, closesAt, archived: false, halt: null }
const codeOf = (change: Partial<typeof facts>, now = opensAt) => {
  const decision = decideSkip({ ...facts, ...change }, now)
  return decision.ok ? "ok" : decision.refusal.code
}

describe("decideSkip", () => {
  it("is for students, while they may answer", () => {
    expect(codeOf({})).toBe("ok")
    expect(codeOf({ isStaff: true })).toBe("discussion.noOfferForStaff")
    expect(codeOf({ mayWrite: false })).toBe("discussion.mayNotPost")
    expect(codeOf({ archived: true })).toBe("discussion.archived")
    expect(codeOf({}, closesAt)).toBe("discussion.closed")
  })
})

import { describe, expect, it } from "vitest"
import { decideSeat } from "./decide-seat"

const here = { needsGroup: false, isHere: true, isPast: false }
const codeOf = (facts: Partial<typeof here>) => {
  const decision = decideSeat({ ...here, ...facts })
  return decision.ok ? null : decision.refusal.code
}

describe("where somebody may post", () => {
  it("is the thread they are in", () => {
    expect(codeOf({})).toBeNull()
  })

  it("is nowhere without a group, in a thread they were moved from, and where no student reads", () => {
    expect(codeOf({ needsGroup: true })).toBe("discussion.needsGroup")
    expect(codeOf({ isHere: false })).toBe("discussion.otherGroupNow")
    expect(codeOf({ isPast: true })).toBe("discussion.threadPast")
    expect(codeOf({ needsGroup: true, isHere: false, isPast: true })).toBe("discussion.needsGroup")
  })
})

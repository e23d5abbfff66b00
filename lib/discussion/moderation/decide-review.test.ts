import { describe, expect, it } from "vitest"
import type { StoredState } from "@/lib/discussion/thread/thread-view"
import { decideLetThrough, decideReturn } from "./decide-review"

const states: StoredState[] = ["visible", "hidden", "deleted", "held", "returned"]

const outcome = (decision: { ok: true; value: unknown } | { ok: false; refusal: { code: string } }) =>
  decision.ok ? decision.value : decision.refusal.code.replace("discussion.", "")

describe("decideLetThrough", () => {
  it("changes what waits, and nothing else", () => {
    const outcomes = states.map((state) => outcome(decideLetThrough({ mayReview: true, state })))
    expect(outcomes).toEqual(["nothing", "nothing", "nothing", "change", "nothing"])
  })

  it("is for staff", () => {
    for (const state of states)
      expect(outcome(decideLetThrough({ mayReview: false, state }))).toBe("mayNotReview")
  })
})

describe("decideReturn", () => {
  it("gives back what stands or waits, with a reason", () => {
    const outcomes = states.map((state) => outcome(decideReturn({ mayReview: true, state }, " Kindly. ")))
    expect(outcomes).toEqual(["Kindly.", "showFirst", "postGone", "Kindly.", null])
    expect(outcome(decideReturn({ mayReview: true, state: "held" }, " "))).toBe("whyEmpty")
  })

  it("is for staff", () => {
    for (const state of states)
      expect(outcome(decideReturn({ mayReview: false, state }, "Kindly."))).toBe("mayNotReview")
  })
})

import { describe, expect, it } from "vitest"
import { decideHide, decideReport, decideShow, MAX_WHY, stateBeneath } from "./decide-moderation"

const report = {
  mayReport: true,
  isOwn: false,
  state: "visible" as const,
  hasReported: false,
  hasWorried: false,
}
const hide = { mayHide: true, state: "visible" as const }

const outcome = (decision: { ok: true; value: unknown } | { ok: false; refusal: { code: string } }) =>
  decision.ok ? decision.value : decision.refusal.code.replace("discussion.", "")

describe("decideReport", () => {
  it.each([
    ["a reason, cleaned", {}, " unkind\u200b ", "unkind"],
    ["staff, who hide it", { mayReport: false }, "unkind", "mayNotReport"],
    ["one's own post", { isOwn: true }, "unkind", "reportsOwn"],
    ["a second time", { hasReported: true }, "unkind", null],
    ["a second time, when it has gone", { hasReported: true, state: "hidden" as const }, "unkind", null],
    ["a hidden post", { state: "hidden" as const }, "unkind", "postGone"],
    ["nothing anybody sees", {}, "\u200b\u2800", "whyEmpty"],
    ["the longest reason", {}, "a".repeat(MAX_WHY), "a".repeat(MAX_WHY)],
    ["one too long", {}, "a".repeat(MAX_WHY + 1), "whyTooLong"],
  ])("%s", (_, change, reason, expected) => {
    expect(outcome(decideReport({ ...report, ...change }, "other", reason))).toBe(expected)
  })

  it("needs no words where the kind says it", () => {
    expect(outcome(decideReport(report, "unkind", " "))).toBe("")
    expect(outcome(decideReport(report, "personal_data", "His address."))).toBe("His address.")
  })

  it("lets a worry through once, whatever else was reported", () => {
    const reported = { ...report, hasReported: true }
    expect(outcome(decideReport(reported, "worried", ""))).toBe("")
    expect(outcome(decideReport({ ...reported, hasWorried: true }, "worried", ""))).toBe(null)
    expect(outcome(decideReport({ ...reported, hasWorried: true }, "unkind", ""))).toBe(null)
  })
})

describe("decideHide and decideShow", () => {
  it.each([
    ["a reason", {}, "unkind", "unkind"],
    ["whoever may not", { mayHide: false }, "unkind", "mayNotHide"],
    ["what its author took back, so that it stays away", { state: "deleted" as const }, "unkind", "unkind"],
    ["what is hidden already", { state: "hidden" as const }, "again", null],
    ["what waits, which nobody sees", { state: "held" as const }, "again", "hiddenAnyway"],
    ["what was given back", { state: "returned" as const }, "again", "hiddenAnyway"],
    ["no reason", {}, " ", "whyEmpty"],
  ])("hides: %s", (_, change, reason, expected) => {
    expect(outcome(decideHide({ ...hide, ...change }, reason))).toBe(expected)
  })

  it("shows what is hidden, and nothing else", () => {
    expect(outcome(decideShow({ ...hide, state: "hidden" }))).toBe("change")
    expect(outcome(decideShow(hide))).toBe("nothing")
    expect(outcome(decideShow({ mayHide: false, state: "hidden" }))).toBe("mayNotHide")
  })

  it("brings nothing back that its author took back", () => {
    const at = new Date()
    const free = { deletedAt: null, returnedAt: null, heldAt: null }
    expect(stateBeneath(free)).toBe("visible")
    expect(stateBeneath({ ...free, heldAt: at })).toBe("held")
    expect(stateBeneath({ ...free, heldAt: at, returnedAt: at })).toBe("returned")
    expect(stateBeneath({ deletedAt: at, heldAt: at, returnedAt: at })).toBe("deleted")
  })
})

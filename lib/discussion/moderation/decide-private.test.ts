import { describe, expect, it } from "vitest"
import { decideOpening, OPEN_DAYS } from "./decide-private"

const now = new Date("2026-11-29T10:00:00Z")
const daysAgo = (count: number) => new Date(now.getTime() - count * 86_400_000)
const facts = { mayOpen: true, isAuthorStudent: true, worriedAt: daysAgo(1) }
const asked = { reason: " To see how bad it is. ", untoldFor: null }

const outcome = (decision: ReturnType<typeof decideOpening>) =>
  decision.ok ? decision.value : [decision.refusal.code.replace("discussion.", ""), decision.refusal.field]

describe("decideOpening", () => {
  it("asks for a reason, and for another where the student is not told", () => {
    const told = { reason: "To see how bad it is.", untoldFor: null }
    expect(outcome(decideOpening(facts, asked, now))).toEqual(told)
    const untold = { ...asked, untoldFor: "They asked for quiet." }
    expect(outcome(decideOpening(facts, untold, now))).toEqual({
      ...told,
      untoldFor: "They asked for quiet.",
    })
    expect(outcome(decideOpening(facts, { ...asked, reason: " " }, now))).toEqual(["whyEmpty", "reason"])
    expect(outcome(decideOpening(facts, { ...asked, untoldFor: " " }, now))).toEqual([
      "whyEmpty",
      "untoldFor",
    ])
  })

  it.each([
    ["whoever may not", { mayOpen: false }, "mayNotOpenPrivate"],
    ["where nobody is worried", { worriedAt: null }, "noWorry"],
    ["where that is long ago", { worriedAt: daysAgo(OPEN_DAYS) }, "noWorry"],
    ["about staff", { isAuthorStudent: false }, "noWorry"],
  ])("refuses %s", (_, change, code) => {
    expect(outcome(decideOpening({ ...facts, ...change }, asked, now))).toEqual([code, undefined])
  })
})

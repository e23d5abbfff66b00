import { describe, expect, it } from "vitest"
import { decideOpening } from "./decide-opening"

const facts = { mayOpen: true, postNames: "sealed" as const, isStaff: false, isOpened: false }

const outcome = (more: object, reason: string) => {
  const decision = decideOpening({ ...facts, ...more }, reason)
  return decision.ok ? decision.value : decision.refusal.code.replace("discussion.", "")
}

describe("decideOpening", () => {
  it.each([
    ["a reason, cleaned", {}, " I fear for somebody\u200b ", "I fear for somebody"],
    ["no reason that anybody sees", {}, " \u200b", "whyEmpty"],
    ["a reason that is too long", {}, "x".repeat(501), "whyTooLong"],
    ["a second time: the first reason stays", { isOpened: true }, "again", null],
    ["whoever may not", { mayOpen: false, isOpened: true }, "why", "mayNotOpenName"],
    ["where names stand beside pseudonyms", { postNames: "pseudonyms" }, "why", "nameNotSealed"],
    ["where everybody writes under names", { postNames: "names" }, "why", "nameNotSealed"],
    ["staff, who sign with their names", { isStaff: true }, "why", "nameNotSealed"],
  ])("%s", (_, more, reason, expected) => {
    expect(outcome(more, reason)).toBe(expected)
  })
})

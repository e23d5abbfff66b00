import { describe, expect, it } from "vitest"
import { decideRule, NO_RULE } from "./rules-of-acts"

const norms = { number: 3, count: 5 }

describe("decideRule", () => {
  it.each([
    ["", NO_RULE],
    ["unkind", { ...NO_RULE, ruleKind: "unkind" }],
    ["norm:1", { normsNumber: 3, norm: 1, ruleKind: null }],
    ["norm:5", { normsNumber: 3, norm: 5, ruleKind: null }],
  ])("reads “%s”", (rule, value) => {
    expect(decideRule(rule, norms)).toEqual({ ok: true, value })
  })

  it.each(["norm:0", "norm:6", "norm:", "norm:1x", "worried", "constructor"])("refuses “%s”", (rule) => {
    expect(decideRule(rule, norms).ok).toBe(false)
  })
})

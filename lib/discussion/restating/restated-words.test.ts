import { describe, expect, it } from "vitest"
import { decideFirstRestatement, decideMeant, decideRestated, MAX_RESTATED } from "./restated-words"

const free = { requiresRestatement: false, answersOwn: false }
const challenge = { move: "challenge", body: "But why?", restatement: "You say trade." } as const
const codeOf = (decision: ReturnType<typeof decideFirstRestatement>) =>
  decision.ok ? decision.value : decision.refusal.code.replace("discussion.", "")

describe("the words of a restatement", () => {
  it("are kept cleaned, and refused at their field where nobody could read them or they are too long", () => {
    expect(decideRestated(" \u200bYou say trade.\r\n ")).toEqual({ ok: true, value: "You say trade." })
    expect(decideRestated("\u200b \n")).toMatchObject({
      refusal: { code: "discussion.restatementEmpty", field: "restatement" },
    })
    expect(decideRestated("x".repeat(MAX_RESTATED)).ok).toBe(true)
    expect(decideMeant("x".repeat(MAX_RESTATED + 2))).toMatchObject({
      refusal: { code: "discussion.meantTooLong", field: "meant", params: { max: MAX_RESTATED, over: 2 } },
    })
    expect(decideMeant("")).toMatchObject({ refusal: { code: "discussion.meantEmpty", field: "meant" } })
    expect(decideRestated("ان کا کہنا ہے کہ Moscow کا دورہ غلط تھا۔").ok).toBe(true)
  })
})

describe("what a reply restates", () => {
  it("is what a challenge opens with, and all of a reply that only restates", () => {
    expect(codeOf(decideFirstRestatement(free, challenge))).toBe("You say trade.")
    expect(codeOf(decideFirstRestatement(free, { move: "restate", body: "You say trade." }))).toBe(
      "You say trade.",
    )
    expect(codeOf(decideFirstRestatement(free, { move: "challenge", body: "Why?" }))).toBeNull()
    expect(codeOf(decideFirstRestatement(free, { move: "support", body: "Yes." }))).toBeNull()
  })

  it("has to be there where it is required, before a challenge alone", () => {
    const required = { ...free, requiresRestatement: true }
    expect(codeOf(decideFirstRestatement(required, { ...challenge, restatement: " \u2063" }))).toBe(
      "restatementMissing",
    )
    expect(codeOf(decideFirstRestatement(required, challenge))).toBe("You say trade.")
    for (const move of ["support", "question", "evidence"] as const)
      expect(codeOf(decideFirstRestatement(required, { move, body: "So." }))).toBeNull()
    const own = { ...required, answersOwn: true }
    expect(codeOf(decideFirstRestatement(own, { move: "challenge", body: "On second thought." }))).toBeNull()
  })

  it("is never one's own post, and stands before no other move", () => {
    const own = { ...free, answersOwn: true }
    expect(codeOf(decideFirstRestatement(own, challenge))).toBe("restatesOwn")
    expect(codeOf(decideFirstRestatement(own, { move: "restate", body: "I say." }))).toBe("restatesOwn")
    for (const move of ["support", "question", "evidence", "restate"] as const)
      expect(codeOf(decideFirstRestatement(free, { ...challenge, move }))).toBe("restatementNotHere")
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decideStance } from "./decide-stance"
import { type MomentFacts, momentState, moments, momentsAsked } from "./stance-moments"

const opensAt = new Date("2026-11-23T08:00:00Z")
const closesAt = new Date("2026-11-27T15:00:00Z")
const during = new Date("2026-11-25T10:00:00Z")

const fresh: MomentFacts = {
  opensAt,
  closesAt,
  frozen: false,
  hasStatement: true,
  promptCount: 4,
  textOpened: false,
  hasPosted: false,
  given: [],
}
const states = (change: Partial<MomentFacts>, now = during) =>
  moments.map((moment) => momentState({ ...fresh, ...change }, moment, now))

describe("momentState", () => {
  it.each([
    ["at the start", {}, ["open", "later", "later"]],
    ["first given", { given: ["before_reading"] }, ["changeable", "later", "later"]],
    ["text opened", { given: ["before_reading"], textOpened: true }, ["kept", "open", "later"]],
    ["text opened first", { textOpened: true }, ["open", "later", "later"]],
    [
      "second given",
      { given: ["before_reading", "after_reading"], textOpened: true },
      ["kept", "changeable", "later"],
    ],
    [
      "posted",
      { given: ["before_reading", "after_reading"], textOpened: true, hasPosted: true },
      ["kept", "kept", "open"],
    ],
    [
      "posted without the second",
      { given: ["before_reading"], textOpened: true, hasPosted: true },
      ["kept", "open", "later"],
    ],
    ["all given", { given: [...moments], textOpened: true, hasPosted: true }, ["kept", "kept", "changeable"]],
    ["no statement", { hasStatement: false }, ["notAsked", "notAsked", "notAsked"]],
    [
      "no prompts",
      { promptCount: 0, textOpened: true, given: ["before_reading"] },
      ["kept", "notAsked", "open"],
    ],
  ] as [string, Partial<MomentFacts>, string[]][])("%s", (_, change, expected) => {
    expect(states(change)).toEqual(expected)
  })

  it("is over at the close, and once the summary is made", () => {
    expect(states({ given: ["before_reading"] }, closesAt)).toEqual(["kept", "closed", "closed"])
    expect(states({ given: ["before_reading"], frozen: true })).toEqual(["kept", "closed", "closed"])
  })

  it("never has two moments open to be given at once", () => {
    const anyFacts = fc.record({
      promptCount: fc.nat(2),
      textOpened: fc.boolean(),
      hasPosted: fc.boolean(),
      frozen: fc.boolean(),
      given: fc.subarray([...moments]),
    })
    fc.assert(
      fc.property(anyFacts, (change) => {
        const now = states(change)
        expect(now.filter((state) => state === "open").length).toBeLessThanOrEqual(1)
        const asked = momentsAsked({ ...fresh, ...change })
        for (const [index, moment] of moments.entries())
          if (!asked.includes(moment)) expect(now[index]).toBe("notAsked")
      }),
    )
  })
})

describe("decideStance", () => {
  const facts = { ...fresh, mayTake: true }
  const said = {
    declined: false as const,
    moment: "before_reading" as const,
    position: -1,
    confidence: 2,
    reason: " They sent nobody. ",
  }

  it("keeps what was said", () => {
    expect(decideStance(facts, said, during)).toEqual({
      ok: true,
      value: { position: -1, confidence: 2, reason: "They sent nobody." },
    })
    const last = {
      ...facts,
      given: ["before_reading", "after_reading"] as const,
      textOpened: true,
      hasPosted: true,
    }
    const kept = decideStance(last, { ...said, moment: "after_discussion", reason: "" }, during)
    expect(kept.ok && kept.value).toEqual({ position: -1, confidence: 2, reason: null })
  })

  it("keeps nothing of somebody who prefers not to say", () => {
    const kept = decideStance(facts, { declined: true, moment: "before_reading" }, during)
    expect(kept.ok && kept.value).toEqual({ position: null, confidence: null, reason: null })
  })

  it.each([
    ["may not", { mayTake: false }, {}, "mayNotTakeStance"],
    ["not asked", { hasStatement: false }, {}, "noStanceAsked"],
    ["too early", {}, { moment: "after_reading" }, "stanceLater"],
    ["kept", { given: ["before_reading"], textOpened: true }, {}, "stanceKept"],
    ["closed", { frozen: true }, {}, "stanceClosed"],
    ["too long", {}, { reason: "a".repeat(1001) }, "reasonTooLong"],
  ] as const)("refuses: %s", (_, change, draft, code) => {
    const decision = decideStance(
      { ...facts, ...change } as typeof facts,
      { ...said, ...draft } as typeof said,
      during,
    )
    expect(decision.ok ? "ok" : decision.refusal.code).toBe(`discussion.${code}`)
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decideTurn, pauseUntil, type TurnFacts } from "./decide-turn"

const last = new Date("2026-11-29T10:00:00Z")
const later = (milliseconds: number) => new Date(last.getTime() + milliseconds)
const facts: TurnFacts = { isStaff: false, acceptedNorms: true, slowSeconds: 300, lastPostAt: last }

const outcome = (change: Partial<TurnFacts>, now: Date) => {
  const decision = decideTurn({ ...facts, ...change }, now)
  return decision.ok ? "ok" : [decision.refusal.code.replace("discussion.", ""), decision.refusal.params]
}

describe("decideTurn", () => {
  it("asks a student for the norms before anything else, and staff never", () => {
    expect(outcome({ acceptedNorms: false }, last)).toEqual(["normsFirst", undefined])
    expect(outcome({ acceptedNorms: false, isStaff: true }, last)).toBe("ok")
  })

  it("says to the second how long the pause is, and ends with it", () => {
    expect(outcome({}, later(1))).toEqual(["tooSoon", { minutes: 5, seconds: 0 }])
    expect(outcome({}, later(178_500))).toEqual(["tooSoon", { minutes: 2, seconds: 2 }])
    expect(outcome({}, later(299_999))).toEqual(["tooSoon", { minutes: 0, seconds: 1 }])
    expect(outcome({}, later(300_000))).toBe("ok")
  })

  it("holds nobody who has not posted here, nor where there are no pauses", () => {
    expect(outcome({ lastPostAt: null }, last)).toBe("ok")
    expect(outcome({ slowSeconds: 0 }, last)).toBe("ok")
  })

  it("lets in exactly whoever has waited", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (slowSeconds, waited) => {
          const given = { ...facts, slowSeconds }
          expect(decideTurn(given, later(waited)).ok).toBe(waited >= slowSeconds * 1000)
          expect(pauseUntil(given)?.getTime()).toBe(last.getTime() + slowSeconds * 1000)
        },
      ),
    )
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decideReopen, type ReopenFacts } from "@/lib/quiz/decide-reopen"

const now = new Date("2026-03-02T10:00:00Z")
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const ended: ReopenFacts = {
  state: "submitted",
  newest: true,
  closesAt: inMinutes(60),
  resultsReleased: false,
  putAway: false,
}

describe("reopening", () => {
  it.each([
    [{ state: "open" }, "quiz.openAlready"],
    [{ putAway: true }, "quiz.reopenPutAway"],
    [{ newest: false }, "quiz.newerAttempt"],
    [{ resultsReleased: true }, "quiz.reopenShown"],
    [{ closesAt: now }, "quiz.reopenClosed"],
  ] as const)("is refused with %j: %s", (changed, code) => {
    expect(decideReopen({ ...ended, ...changed }, 15, now)).toMatchObject({
      ok: false,
      refusal: { kind: "conflict", code },
    })
  })

  it.each([0, -5, 601, 2.5])("takes no %d minutes", (minutes) => {
    expect(decideReopen(ended, minutes, now)).toMatchObject({
      refusal: { kind: "invalid", code: "quiz.reopenMinutes", field: "minutes" },
    })
  })

  it("ends after its minutes or at the close, whichever comes first, and always after now", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 600 }), (minutes, close) => {
        const decision = decideReopen({ ...ended, closesAt: inMinutes(close) }, minutes, now)
        expect(decision).toEqual({ ok: true, value: { deadlineAt: inMinutes(Math.min(minutes, close)) } })
      }),
    )
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  decideDelete,
  decideEdit,
  decideUndo,
  editUntil,
  type OwnPostFacts,
  undoUntil,
} from "./decide-own-post"

const createdAt = new Date("2026-11-25T10:00:00Z")
const soon = new Date("2026-11-25T10:05:00Z")
const minutesLater = (count: number, of = createdAt) => new Date(of.getTime() + count * 60_000)

const facts: OwnPostFacts = {
  mayWrite: true,
  isStaff: false,
  opensAt: new Date("2026-11-23T08:00:00Z"),
  closesAt: new Date("2026-11-27T15:00:00Z"),
  archived: false,
  halt: null,
  isOwn: true,
  state: "visible",
  createdAt,
  deletedAt: null,
  body: "He is right.",
}

const codeOf = (decision: { ok: true; value: unknown } | { ok: false; refusal: { code: string } }) =>
  decision.ok ? JSON.stringify(decision.value) : decision.refusal.code.replace("discussion.", "")
const edit = (change: Partial<OwnPostFacts>, body = "He is wrong.", now = soon) =>
  codeOf(decideEdit({ ...facts, ...change }, body, now))

describe("decideEdit", () => {
  it("takes cleaned words", () => {
    expect(decideEdit(facts, " \u200bHe is wrong.\r\n", soon)).toEqual({
      ok: true,
      value: { body: "He is wrong." },
    })
  })

  it("keeps nothing where nothing changed, even too late", () => {
    expect(edit({}, "He is right. ", minutesLater(20))).toBe("null")
  })

  it.each([
    ["somebody else's post", { isOwn: false }, "notYours"],
    ["whoever may not write", { mayWrite: false }, "mayNotPost"],
    ["a put-away assignment", { archived: true }, "archived"],
    ["after the close", { closesAt: soon }, "closed"],
    ["where the class is frozen", { halt: "frozen" as const }, "frozen"],
    ["where the thread is locked", { halt: "locked" as const }, "locked"],
    ["a hidden post", { state: "hidden" as const }, "postGone"],
    ["a post that was taken back", { state: "deleted" as const }, "postGone"],
  ])("refuses %s", (_, change, code) => {
    expect(edit(change)).toBe(code)
  })

  it("ends with the minute, for staff too", () => {
    const until = editUntil(createdAt)
    expect(edit({}, "New.", new Date(until.getTime() - 1))).toContain("New.")
    expect(edit({}, "New.", until)).toBe("editTooLate")
    expect(edit({ isStaff: true }, "New.", until)).toBe("editTooLate")
  })

  it("holds words to what a post holds", () => {
    expect(edit({}, "\u200b".repeat(500))).toBe("bodyEmpty")
    expect(edit({}, "a".repeat(5001))).toBe("bodyTooLong")
  })
})

describe("decideDelete and decideUndo", () => {
  const deletedAt = minutesLater(30)
  const gone: OwnPostFacts = { ...facts, state: "deleted", deletedAt }

  it("takes back at any time while the discussion is open, once", () => {
    expect(codeOf(decideDelete(facts, minutesLater(1_000)))).toBe('"change"')
    expect(codeOf(decideDelete(gone, minutesLater(31)))).toBe('"nothing"')
    expect(codeOf(decideDelete(facts, facts.closesAt))).toBe("closed")
  })

  it("puts back within its minutes, and no later", () => {
    const until = undoUntil(deletedAt)
    expect(codeOf(decideUndo(gone, new Date(until.getTime() - 1)))).toBe('"change"')
    expect(codeOf(decideUndo(gone, until))).toBe("undoTooLate")
    expect(codeOf(decideUndo(facts, soon))).toBe('"nothing"')
  })

  it("changes nothing about a hidden post, nor about somebody else's, whatever else holds", () => {
    const any = fc.record({
      mayWrite: fc.boolean(),
      isStaff: fc.boolean(),
      archived: fc.boolean(),
      state: fc.constantFrom("visible", "hidden", "deleted"),
      isOwn: fc.boolean(),
      deletedAt: fc.constantFrom(null, deletedAt),
    })
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 10_000 }), (given, minutes) => {
        const all = { ...facts, ...given } as OwnPostFacts
        const now = minutesLater(minutes)
        const decisions = [decideEdit(all, "New.", now), decideDelete(all, now), decideUndo(all, now)]
        if (given.isOwn && given.state !== "hidden") return
        for (const decision of decisions) expect(decision.ok).toBe(false)
      }),
    )
  })
})

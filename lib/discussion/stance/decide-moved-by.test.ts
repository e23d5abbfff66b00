import { describe, expect, it } from "vitest"
import { decideMovedBy, type MovedDraft, type MovedFacts } from "./decide-moved-by"
import { hasMoved, type MovedMoment, momentBefore, NOTHING_MOVED } from "./moved-by"

const opensAt = new Date("2026-11-23T08:00:00Z")
const closesAt = new Date("2026-11-27T15:00:00Z")
const during = new Date("2026-11-25T10:00:00Z")

const facts: MovedFacts = {
  opensAt,
  closesAt,
  frozen: false,
  hasStatement: true,
  promptCount: 4,
  textOpened: true,
  hasPosted: true,
  given: ["before_reading", "after_reading", "after_discussion"],
  mayTake: true,
  moved: true,
  sentenceStands: true,
  seenPostId: "row of the post",
}
const decide = (by: MovedDraft, change: Partial<MovedFacts> = {}, moment: MovedMoment = "after_discussion") =>
  decideMovedBy({ ...facts, ...change }, { moment, by }, during)
const codeOf = (...args: Parameters<typeof decide>) => {
  const decision = decide(...args)
  return decision.ok ? "ok" : decision.refusal.code.replace("discussion.", "")
}
const sentence: MovedDraft = { kind: "sentence", sentenceId: "s" }
const post: MovedDraft = { kind: "post", postId: "public" }

describe("decideMovedBy", () => {
  it("keeps one thing: a sentence, the row of a post, words without their edges, or nothing", () => {
    expect(decide(sentence)).toEqual({ ok: true, value: { ...NOTHING_MOVED, movedBySentenceId: "s" } })
    expect(decide(post)).toEqual({ ok: true, value: { ...NOTHING_MOVED, movedByPostId: "row of the post" } })
    expect(decide({ kind: "words", words: " A talk at home. " })).toEqual({
      ok: true,
      value: { ...NOTHING_MOVED, movedBy: "A talk at home." },
    })
    expect(decide({ kind: "nothing" })).toEqual({ ok: true, value: NOTHING_MOVED })
  })

  it.each([
    ["who may not", { mayTake: false }, "mayNotTakeStance"],
    ["where none is asked", { hasStatement: false }, "noStanceAsked"],
    ["before the stance is taken", { given: ["before_reading", "after_reading"] }, "stanceLater"],
    ["once all have closed", { frozen: true }, "stanceClosed"],
    ["where nothing changed", { moved: false }, "notMoved"],
    ["a sentence of another text", { sentenceStands: false }, "movedSentenceGone"],
  ] as [string, Partial<MovedFacts>, string][])("refuses: %s", (_, change, code) => {
    expect(codeOf(sentence, change)).toBe(code)
  })

  it("takes no post that is not seen, and none before anybody's can have been", () => {
    expect(codeOf(post, { seenPostId: null })).toBe("movedPostGone")
    const reading = { hasPosted: false, given: ["before_reading", "after_reading"] as const }
    expect(codeOf(sentence, reading, "after_reading")).toBe("ok")
    expect(codeOf(post, reading, "after_reading")).toBe("movedPostGone")
  })

  it("takes no empty words, and not too many", () => {
    expect(codeOf({ kind: "words", words: " \u200b " })).toBe("movedEmpty")
    expect(codeOf({ kind: "words", words: "a".repeat(1001) })).toBe("reasonTooLong")
  })
})

describe("momentBefore", () => {
  it("is the one before it of those that are asked", () => {
    expect(momentBefore(facts, "before_reading")).toBeNull()
    expect(momentBefore(facts, "after_reading")).toBe("before_reading")
    expect(momentBefore(facts, "after_discussion")).toBe("after_reading")
    expect(momentBefore({ ...facts, promptCount: 0 }, "after_discussion")).toBe("before_reading")
  })
})

describe("hasMoved", () => {
  it("compares two places, and knows nothing where one was not said", () => {
    expect(hasMoved(1, 2)).toBe(true)
    expect(hasMoved(1, 1)).toBe(false)
    expect(hasMoved(null, 1)).toBe(false)
    expect(hasMoved(0, null)).toBe(false)
  })
})

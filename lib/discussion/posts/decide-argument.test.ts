import { describe, expect, it } from "vitest"
import { type Argument, type ArgumentFacts, decideArgument } from "./decide-argument"
import { editUntil } from "./decide-own-post"

const createdAt = new Date("2026-11-25T10:00:00Z")
const soon = new Date("2026-11-25T10:05:00Z")
const stands: Argument = { move: "support", side: null, sentenceIds: ["s"], postIds: [], sources: [] }
const facts: ArgumentFacts = {
  createdAt,
  isStaff: false,
  isReply: true,
  hasSides: true,
  requiresRestatement: false,
  restates: false,
  isAnswered: false,
  hasOpened: true,
  argument: stands,
  citedFound: 1,
  citedPostsFound: 0,
}
const decide = (change: Partial<ArgumentFacts>, asked: Partial<Argument>, now = soon) => {
  const decision = decideArgument({ ...facts, ...change }, { ...stands, ...asked }, now)
  return decision.ok ? (decision.value?.move ?? "nothing") : decision.refusal.code.replace("discussion.", "")
}

describe("decideArgument", () => {
  it("changes the move of an answer until somebody has answered it", () => {
    expect(decide({}, { move: "question" })).toBe("question")
    expect(decide({ isAnswered: true }, { move: "question" })).toBe("editAnswered")
    expect(decide({ isAnswered: true }, {})).toBe("nothing")
    expect(decide({}, { move: "question" }, editUntil(createdAt))).toBe("editTooLate")
  })

  it("keeps moves where they belong", () => {
    expect(decide({}, { move: "claim" })).toBe("moveNotHere")
    const top = { isReply: false, argument: { ...stands, move: "claim" as const } }
    expect(decide(top, { move: "question" })).toBe("question")
    expect(decide({ ...top, hasOpened: false }, { move: "question" })).toBe("moveNotHere")
  })

  it("neither makes nor unmakes a challenge where one begins with a restatement", () => {
    expect(decide({ requiresRestatement: true }, { move: "challenge" })).toBe("moveNotHere")
    const challenge = { ...stands, move: "challenge" as const }
    expect(decide({ requiresRestatement: true, argument: challenge }, { move: "support" })).toBe(
      "moveNotHere",
    )
    expect(
      decide({ requiresRestatement: true, argument: challenge }, { move: "challenge", sentenceIds: [] }),
    ).toBe("sentenceNotInText")
  })

  it("keeps what restates another post as it is, and makes no post restate one afterwards", () => {
    const challenge = { ...stands, move: "challenge" as const }
    expect(decide({ restates: true, argument: challenge }, { move: "support" })).toBe("moveNotHere")
    expect(decide({ argument: challenge }, { move: "support" })).toBe("support")
    expect(decide({}, { move: "restate" })).toBe("moveNotHere")
    expect(decide({ restates: true, argument: challenge }, { move: "challenge", sentenceIds: ["t"] })).toBe(
      "challenge",
    )
  })

  it("gives no side to an answer, nor where the question has none", () => {
    expect(decide({}, { side: "agree" })).toBe("nothing")
    const top = { isReply: false, argument: { ...stands, move: "claim" as const } }
    expect(decide({ ...top, hasSides: false }, { move: "claim", side: "agree" })).toBe("nothing")
    expect(decide(top, { move: "claim", side: "agree" })).toBe("claim")
  })
})

import { describe, expect, it } from "vitest"
import { decidePost, decideReply, type PostDraft, type PostingFacts, type ReplyFacts } from "./decide-post"

const opensAt = new Date("2026-11-23T08:00:00Z")
const closesAt = new Date("2026-11-27T15:00:00Z")
const during = new Date("2026-11-25T10:00:00Z")

const facts: PostingFacts = {
  mayWrite: true,
  isStaff: false,
  opensAt,
  closesAt,
  archived: false,
  halt: null,
  acceptedNorms: true,
  slowSeconds: 0,
  lastPostAt: null,
  hasPosted: false,
  ownPostIsOver: false,
  hasSides: true,
  citedFound: 0,
  citedPostsFound: 0,
}
const reply: ReplyFacts = {
  ...facts,
  hasPosted: true,
  parentState: "visible",
  requiresRestatement: false,
  answersOwn: false,
}
const draft: PostDraft = {
  move: "claim",
  body: "I think he is right.",
  side: "agree",
  citedCount: 0,
  citedPostCount: 0,
  sources: [],
}
const answer: PostDraft = { ...draft, move: "challenge", side: null }

const stops = [
  ["locked", false, "locked"],
  ["locked", true, "ok"],
  ["frozen", false, "frozen"],
  ["frozen", true, "frozen"],
] as const

const codeOf = (decision: ReturnType<typeof decidePost>) =>
  decision.ok ? "ok" : decision.refusal.code.replace("discussion.", "")

describe("the time for a first post of one's own", () => {
  const over = { ownPostIsOver: true }
  it("once over lets who has none answer, and open nothing", () => {
    expect(codeOf(decidePost({ ...facts, ...over }, draft, during))).toBe("ownPostOver")
    expect(codeOf(decidePost({ ...facts, ...over, hasPosted: true }, draft, during))).toBe("ok")
    expect(codeOf(decidePost({ ...facts, ...over, isStaff: true }, draft, during))).toBe("ok")
    expect(codeOf(decideReply({ ...reply, hasPosted: false, ...over }, answer, during))).toBe("ok")
    expect(codeOf(decideReply({ ...reply, hasPosted: false }, answer, during))).toBe("noSuchPost")
  })
})

describe("a question without sides", () => {
  it("takes none", () => {
    const kept = decidePost({ ...facts, hasSides: false }, draft, during)
    expect(kept.ok && kept.value.side).toBe(null)
  })
})

describe("decidePost", () => {
  it("keeps the cleaned words, the move and the declared side", () => {
    const kept = decidePost(facts, { ...draft, body: " \u200bHe is right.\r\n" }, during)
    const value = { move: "claim", body: "He is right.", side: "agree", sources: [], restatement: null }
    expect(kept).toEqual({ ok: true, value })
  })

  it.each(stops)("where it is %s, staff %s: %s", (halt, isStaff, code) => {
    expect(codeOf(decidePost({ ...facts, halt, isStaff }, draft, during))).toBe(code)
    expect(codeOf(decideReply({ ...reply, halt, isStaff }, answer, during))).toBe(code)
  })

  it("asks for the norms, then for the pause, in answers too, and says nothing of either behind post-first", () => {
    const turns = [
      [{ acceptedNorms: false }, "normsFirst"],
      [{ slowSeconds: 60, lastPostAt: during }, "tooSoon"],
    ] as const
    for (const [change, code] of turns) {
      expect(codeOf(decidePost({ ...facts, ...change }, draft, during))).toBe(code)
      expect(codeOf(decideReply({ ...reply, ...change }, answer, during))).toBe(code)
      expect(codeOf(decideReply({ ...reply, ...change, hasPosted: false }, answer, during))).toBe(
        "noSuchPost",
      )
    }
  })

  it.each([
    ["the class's other rooms", { mayWrite: false }, during, "mayNotPost"],
    ["a minute early", {}, new Date(opensAt.getTime() - 1), "notOpen"],
    ["the opening itself", {}, opensAt, "ok"],
    ["the last millisecond", {}, new Date(closesAt.getTime() - 1), "ok"],
    ["the close itself", {}, closesAt, "closed"],
    ["an archived assignment", { archived: true }, during, "archived"],
    ["staff after the close", { isStaff: true }, closesAt, "ok"],
    ["a sentence of another text", { citedFound: -1 }, during, "sentenceNotInText"],
  ] as const)("%s", (_, change, now, code) => {
    expect(codeOf(decidePost({ ...facts, ...change }, draft, now))).toBe(code)
  })

  it("opens with a claim; later posts may also ask and show", () => {
    const question: PostDraft = { ...draft, move: "question" }
    expect(codeOf(decidePost(facts, question, during))).toBe("moveNotHere")
    expect(codeOf(decidePost({ ...facts, hasPosted: true }, question, during))).toBe("ok")
    expect(codeOf(decidePost(facts, { ...draft, move: "support" }, during))).toBe("moveNotHere")
  })

  it.each([
    ["nothing", "", "bodyEmpty"],
    ["nothing anybody sees", "\u200b \u2800\n", "bodyEmpty"],
    ["one character", "a", "ok"],
    ["5,000 characters", "a".repeat(5000), "ok"],
    ["5,000 and a zero-width one", `${"a".repeat(5000)}\u200b`, "ok"],
    ["5,001 characters", "a".repeat(5001), "bodyTooLong"],
  ])("a body of %s", (_, body, code) => {
    expect(codeOf(decidePost(facts, { ...draft, body }, during))).toBe(code)
  })

  it("takes up to five sentences", () => {
    expect(codeOf(decidePost({ ...facts, citedFound: 5 }, { ...draft, citedCount: 5 }, during))).toBe("ok")
    expect(codeOf(decidePost({ ...facts, citedFound: 6 }, { ...draft, citedCount: 6 }, during))).toBe(
      "tooManyCitations",
    )
  })
})

describe("decideReply", () => {
  it("takes every move but a claim, and keeps no side", () => {
    for (const move of ["support", "challenge", "question", "evidence", "restate"] as const)
      expect(decideReply(reply, { ...answer, move, side: "agree" }, during)).toEqual({
        ok: true,
        value: {
          move,
          body: draft.body,
          side: null,
          sources: [],
          restatement: move === "restate" ? draft.body : null,
        },
      })
    expect(codeOf(decideReply(reply, draft, during))).toBe("moveNotHere")
  })

  it("does not know the post of somebody who has not posted first", () => {
    const decision = decideReply({ ...reply, hasPosted: false }, answer, during)
    expect(decision.ok ? null : decision.refusal.kind).toBe("missing")
    expect(codeOf(decideReply({ ...reply, hasPosted: false, isStaff: true }, answer, during))).toBe("ok")
  })

  it("does not answer a post that is gone", () => {
    for (const parentState of ["hidden", "deleted"] as const)
      expect(codeOf(decideReply({ ...reply, parentState }, answer, during))).toBe("parentGone")
  })
})

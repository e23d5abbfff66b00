import { describe, expect, it } from "vitest"
import { decideGradeReply, LONGEST_REPLY, MOST_UNREAD } from "./decide-grade-reply"

const facts = { hasComment: true, unread: 0 }

describe("a student's reply to a comment", () => {
  it("is taken as it was meant, without the blanks around it", () => {
    expect(decideGradeReply(facts, "  Why? ")).toEqual({ ok: true, value: "Why?" })
    expect(decideGradeReply({ ...facts, unread: MOST_UNREAD - 1 }, "x".repeat(LONGEST_REPLY)).ok).toBe(true)
  })

  it.each([
    ["without a comment that may be seen", { ...facts, hasComment: false }, "Why?", "quiz.noComment"],
    ["without words", facts, " \n", "quiz.replyEmpty"],
    ["too long", facts, "x".repeat(LONGEST_REPLY + 1), "quiz.replyLong"],
    ["while several wait", { ...facts, unread: MOST_UNREAD }, "Why?", "quiz.repliesUnread"],
  ])("is refused %s", (_, given, typed, code) => {
    expect(decideGradeReply(given, typed)).toMatchObject({ ok: false, refusal: { code } })
  })
})

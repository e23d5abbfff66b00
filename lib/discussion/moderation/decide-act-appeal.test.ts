import { describe, expect, it } from "vitest"
import { decideAnswer, decideAppeal, MAX_APPEAL } from "./decide-act-appeal"

const outcome = (decision: { ok: true; value: unknown } | { ok: false; refusal: { code: string } }) =>
  decision.ok ? decision.value : decision.refusal.code.replace("discussion.", "")

describe("decideAppeal", () => {
  const facts = { isOwn: true, hasAct: true, hasAppealed: false }
  it.each([
    ["the author's words, cleaned", {}, " I quoted him.\u200b", "I quoted him."],
    ["somebody else's post, which is not there for them", { isOwn: false }, "No.", "noSuchPost"],
    ["a second time", { hasAppealed: true }, "Again.", null],
    ["nothing that was done", { hasAct: false }, "No.", "nothingToAppeal"],
    ["no words", {}, "\u2800", "whyEmpty"],
    ["too many", {}, "a".repeat(MAX_APPEAL + 1), "whyTooLong"],
  ])("%s", (_, change, words, expected) => {
    expect(outcome(decideAppeal({ ...facts, ...change }, words))).toBe(expected)
  })
})

describe("decideAnswer", () => {
  const facts = { mayDecide: true, isOpen: true, isActor: false, hasOtherTeacher: true }
  it.each([
    ["another teacher", {}, "You did quote him.", "You did quote him."],
    ["whoever may not", { mayDecide: false }, "No.", "mayNotDecideAppeal"],
    ["whoever hid it, where somebody else can", { isActor: true }, "No.", "appealNotOwn"],
    ["whoever hid it, where nobody else can", { isActor: true, hasOtherTeacher: false }, "No.", "No."],
    ["one that is decided", { isOpen: false }, "No.", "appealDecided"],
    ["no words", {}, " ", "whyEmpty"],
  ])("%s", (_, change, answer, expected) => {
    expect(outcome(decideAnswer({ ...facts, ...change }, answer))).toBe(expected)
  })
})

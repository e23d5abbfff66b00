import { describe, expect, it } from "vitest"
import { decideWatchWord, MAX_NOTE, MAX_WORD, MOST_WORDS } from "./decide-watch-word"

const facts = { mayEdit: true, words: ["numpty", "shut up"] }
const code = (change: Partial<typeof facts>, word: string, note = "") => {
  const decision = decideWatchWord({ ...facts, ...change }, { word, note })
  return decision.ok ? decision.value : decision.refusal.code.replace("discussion.", "")
}

describe("decideWatchWord", () => {
  it("takes a word or phrase in any script, cleaned, with its note", () => {
    expect(code({}, "  get   lost\u200b ", " rude ")).toEqual({ word: "get lost", note: "rude" })
    expect(code({}, "پاگل")).toEqual({ word: "پاگل", note: "" })
  })

  it.each([
    ["whoever may not", { mayEdit: false }, "fool", "", "mayNotEditWatchList"],
    ["nothing", {}, " \u200b ", "", "watchWordEmpty"],
    ["one letter", {}, "a*", "", "watchWordEmpty"],
    ["too long a word", {}, "a".repeat(MAX_WORD + 1), "", "watchWordTooLong"],
    ["too long a note", {}, "fool", "a".repeat(MAX_NOTE + 1), "watchNoteTooLong"],
    ["what is there", {}, "Shut  UP", "", "watchWordThere"],
    ["what is there, disguised", {}, "nûmptу", "", "watchWordThere"],
    [
      "one too many",
      { words: Array.from({ length: MOST_WORDS }, (_, at) => `${at} x`) },
      "fool",
      "",
      "watchListFull",
    ],
  ])("refuses %s", (_, change, word, note, expected) => {
    expect(code(change, word, note)).toBe(expected)
  })
})

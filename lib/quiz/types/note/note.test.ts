import { describe, expect, it } from "vitest"
import { blankItem, itemProblems, LONGEST_NOTE } from "@/lib/quiz/authored-item"
import { note } from "@/lib/quiz/types/note/note"

const none = new Set<string>()
const item = (prompt: string) => ({ ...blankItem("note", () => ""), prompt })
const codes = (one: ReturnType<typeof item>) => itemProblems(one, none).map(({ code }) => code)

describe("note", () => {
  it.each([["x"], [{}], [{ text: "x" }], [[]], [0], ["x".repeat(10_000)], ["\u200B"], [true]])(
    "takes %j for no answer, and scores nothing",
    (value) => {
      expect(note.check({}, value, none)).toBe("invalid")
      expect(note.score({}, value, {})).toEqual({ state: "unanswered" })
    },
  )

  it("may be left as it is", () => {
    expect(note.check({}, null, none)).toBe("unanswered")
    expect(note.score(null, null, {})).toEqual({ state: "unanswered" })
  })

  it("has words, more of them than a question may have, and no key", () => {
    expect(codes(item("Read the table first."))).toEqual([])
    expect(codes(item("w".repeat(LONGEST_NOTE)))).toEqual([])
    expect(codes(item("w".repeat(LONGEST_NOTE + 1)))).toEqual(["promptTooLong"])
    expect(codes(item(" "))).toEqual(["noPrompt"])
    expect(codes({ ...item("Read."), key: { answer: 1 } })).toContain("viewKeyed")
    expect(codes({ ...item("Read."), content: { options: [] } })).toEqual(["shape"])
  })
})

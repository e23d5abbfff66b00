import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { blankItem, itemProblems } from "@/lib/quiz/authored-item"
import { ItemKey } from "@/lib/quiz/item-key"
import { scoreAttempt } from "@/lib/quiz/scoring"
import { poll } from "@/lib/quiz/types/poll/poll"

const [a, b, c] = [
  "11111111-1111-4111-8111-111111111111",
  "22222222-2222-4222-8222-222222222222",
  "33333333-3333-4333-8333-333333333333",
]
const content = {
  options: [
    { id: a, text: "Agree" },
    { id: b, text: "Disagree" },
  ],
}
const none = new Set<string>()
const item = { ...blankItem("poll", () => a), prompt: "May trade outweigh principle?", content }

describe("a poll", () => {
  it("starts as a view and can be nothing else", () => {
    expect(item.level).toBe("my_view")
    expect(itemProblems(item, none)).toEqual([])
    const codes = (over: object) => itemProblems({ ...item, ...over }, none).map(({ code }) => code)
    expect(codes({ level: "author_says" })).toContain("wrongLevel")
    expect(codes({ level: "evidence_holds" })).toContain("wrongLevel")
  })

  it("takes nothing at all for a key", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (key) => {
        expect(poll.isKey(key)).toBe(false)
        if (key !== null) expect(itemProblems({ ...item, key }, none)).not.toEqual([])
      }),
    )
  })

  it("is never scored, even where a row that should not be there has a key", () => {
    const key = new ItemKey({ keyRevision: 1, key: { answer: a }, feedback: {}, explanation: null })
    const response = { saveNumber: 1, value: { option: a } }
    for (const level of ["my_view", "author_says"] as const)
      expect(scoreAttempt([{ itemId: c, type: "poll", level, content, key, response }])).toEqual([])
  })

  it("keeps the author's order for every seed", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(poll.present(content, seed)).toEqual(content)
      }),
    )
  })

  it.each([
    [{ option: a }, "answered"],
    [{ option: null }, "unanswered"],
    [{ option: c }, "invalid"],
    [a, "invalid"],
  ])("checks %j as %s", (value, state) => {
    expect(poll.check(content, value, none)).toBe(state)
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type AppealFacts, decideAppeal } from "@/lib/lesson/decide-appeal"

const option = "11111111-1111-4111-8111-111111111111"
const facts = (over: Partial<AppealFacts> = {}): AppealFacts => ({
  type: "single",
  level: "author_says",
  content: {
    options: [
      { id: option, text: "Yes" },
      { id: "22222222-2222-4222-8222-222222222222", text: "No" },
    ],
  },
  value: { option },
  isScored: true,
  standing: null,
  ...over,
})
const codeOf = (decision: ReturnType<typeof decideAppeal>) =>
  decision.ok ? decision.value.outcome : decision.refusal.code

describe("decideAppeal", () => {
  it.each([
    ["words enough", "Sentence 3.2 says the same.", "send"],
    ["ten characters of Urdu", "یہ جواب درست ہے۔", "send"],
    ["ten of Chinese", "第三句也说明了同样的意思", "send"],
    ["nine characters", "It is ok.", "quiz.appealShort"],
    ["nothing", "", "quiz.appealShort"],
    ["spaces", " ".repeat(40), "quiz.appealShort"],
    ["characters nobody sees", "\u200b\u200d\ufeff\u2060".repeat(10), "quiz.appealShort"],
    ["a thousand", "a".repeat(1000), "send"],
    ["one more", "a".repeat(1001), "quiz.appealLong"],
  ])("takes %s as %s", (_, reason, expected) => {
    expect(codeOf(decideAppeal(facts(), reason))).toBe(expected)
  })

  it("takes the same press once, and another reason not at all", () => {
    const standing = "Sentence 3.2 says the same."
    expect(codeOf(decideAppeal(facts({ standing }), ` ${standing}\n`))).toBe("repeated")
    expect(codeOf(decideAppeal(facts({ standing }), "Something else entirely."))).toBe("quiz.appealSent")
  })

  it("is not for what has no score", () => {
    const view = facts({ level: "my_view", isScored: false })
    expect(codeOf(decideAppeal(view, "It asks for a view, I know."))).toBe("quiz.nothingToAppeal")
  })

  it("keeps a reason that is sent again the same: the second press is a repetition", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 1100 }), (written) => {
        const first = decideAppeal(facts(), written)
        if (!first.ok || first.value.outcome !== "send") return
        expect(codeOf(decideAppeal(facts({ standing: first.value.reason }), written))).toBe("repeated")
      }),
    )
  })
})

import { describe, expect, it } from "vitest"
import quiz from "@/lib/platform/messages/en/quiz.json"
import { type AuthoredItem, blankItem } from "@/lib/quiz/authored-item"
import { checkFairness } from "@/lib/quiz/fairness/check-fairness"
import { findingCodes } from "@/lib/quiz/fairness/finding"

const uuid = (at: number) => `00000000-0000-4000-8000-0000000000${String(at).padStart(2, "0")}`

function choice(prompt: string, texts: string[]): AuthoredItem {
  const options = texts.map((text, at) => ({ id: uuid(at + 1), text }))
  const evidence = { quotes: [], sentenceIds: [] }
  const written = { prompt, content: { options }, key: { answer: uuid(1), evidence } }
  return { ...blankItem("single", () => uuid(1)), itemId: uuid(50), ...written }
}

const placed = (...items: AuthoredItem[]) => items.map((item, at) => ({ position: at + 1, item }))
const unfair = choice("Do you agree?", ["Yes, and for all the reasons given", "Never", "never!"])

describe("the fairness check", () => {
  it("finds nothing in a fair quiz, and counts it all the same", () => {
    const report = checkFairness(placed(choice("What came with the factory?", ["A fence", "A hedge"])), "en")
    expect(report).toMatchObject({ findings: [], n: 1, wordsChecked: true })
    expect(report.levels[0]).toEqual({ level: "author_says", count: 1 })
  })

  it("names the item and the words", () => {
    const { findings } = checkFairness(placed(choice("What came?", ["A fence", "A hedge"]), unfair), "en-GB")
    expect(findings.map(({ code, item }) => [code, item?.position])).toEqual([
      ["keyedOpinion", 2],
      ["longestKey", 2],
      ["sameOptions", 2],
    ])
  })

  it("runs only what needs no words in another language", () => {
    const report = checkFairness(placed(unfair), "ur")
    expect(report.findings.map(({ code }) => code)).toEqual(["longestKey", "sameOptions"])
    expect(report.wordsChecked).toBe(false)
  })

  it("can say everything it may find", () => {
    expect(Object.keys(quiz.fairness.rules).sort()).toEqual([...findingCodes].sort())
    for (const words of Object.values(quiz.fairness.rules))
      expect(Object.keys(words)).toEqual(["what", "why", "act"])
  })
})

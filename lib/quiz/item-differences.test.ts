import { describe, expect, it } from "vitest"
import quiz from "@/lib/platform/messages/en/quiz.json"
import { type AuthoredItem, blankItem } from "@/lib/quiz/authored-item"
import { itemDifferences, itemFields } from "@/lib/quiz/item-differences"

const id = (at: number) => `00000000-0000-4000-8000-00000000000${at}`
const options = (...texts: string[]) => ({ options: texts.map((text, at) => ({ id: id(at + 1), text })) })
const evidence = { quotes: ["a fence"], sentenceIds: [] }
const item = (part: Partial<AuthoredItem> = {}): AuthoredItem => ({
  ...blankItem("single", () => id(9)),
  prompt: "What came?",
  content: options("A fence", "A wall"),
  key: { answer: id(1), evidence },
  ...part,
})

describe("what changed from one version of an item to another", () => {
  it("is nothing where only the order of fields in the store differs", () => {
    expect(itemDifferences(item(), item({ key: { evidence, answer: id(1) } }))).toEqual([])
  })

  it("is told field by field, in words", () => {
    const newer = item({
      prompt: "What came with it?",
      points: 2,
      skills: ["RI.1"],
      content: options("A fence", "A hedge"),
      explanation: "It says so.",
      feedback: { options: { [id(2)]: "No." } },
    })
    expect(itemDifferences(item(), newer)).toEqual([
      { field: "prompt", gone: ["What came?"], come: ["What came with it?"] },
      { field: "options", gone: ["A wall"], come: ["A hedge"] },
      { field: "points", gone: ["1"], come: ["2"] },
      { field: "skills", gone: [], come: ["RI.1"] },
      { field: "explanation", gone: [], come: ["It says so."] },
      { field: "feedback", gone: [], come: ["No."] },
    ])
  })

  it("tells another key by what is right, and another order by neither", () => {
    expect(itemDifferences(item(), item({ key: { answer: id(2), evidence } }))).toEqual([
      { field: "right", gone: ["A fence"], come: ["A wall"] },
    ])
    const turned = { options: [...options("A fence", "A wall").options].reverse() }
    expect(itemDifferences(item(), item({ content: turned }))).toEqual([
      { field: "options", gone: [], come: [] },
    ])
  })

  it("says that something changed which has no words", () => {
    const short = (maxLength: number) =>
      item({
        type: "short",
        content: { maxLength },
        key: { variants: ["fence"], ignoreCase: true, ignoreDiacritics: true, evidence },
      })
    expect(itemDifferences(short(80), short(90))).toEqual([{ field: "settings", gone: [], come: [] }])
  })

  it("has a name for every field", () => {
    expect(Object.keys(quiz.differences.fields).sort()).toEqual([...itemFields].sort())
  })
})

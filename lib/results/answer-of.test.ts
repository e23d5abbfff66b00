import { describe, expect, it } from "vitest"
import { answerOf, findingOf, keyFactsOf, optionsOf } from "./answer-of"

describe("reading what is stored", () => {
  it("takes from an answer what it has", () => {
    expect(answerOf({ option: "a", sentences: ["s"] })).toEqual({
      optionId: "a",
      text: null,
      sentenceIds: ["s"],
    })
    expect(answerOf({ text: "35" })).toEqual({ optionId: null, text: "35", sentenceIds: [] })
    expect(answerOf(null)).toEqual({ optionId: null, text: null, sentenceIds: [] })
    expect(answerOf({ option: 7, sentences: "x" })).toEqual({ optionId: null, text: null, sentenceIds: [] })
  })

  it("tells a half that is missing from a half that is wrong", () => {
    expect(findingOf({ answer: true, evidence: false })).toEqual({ answerRight: true, evidenceRight: false })
    expect(findingOf({ answer: true })).toEqual({ answerRight: true, evidenceRight: null })
    expect(findingOf({})).toEqual({ answerRight: null, evidenceRight: null })
  })

  it("reads options and keys of every type", () => {
    expect(optionsOf({ options: [{ id: "a", text: "One" }], choose: 1 })).toEqual([{ id: "a", text: "One" }])
    expect(optionsOf({ maxLength: 80 })).toEqual([])
    expect(keyFactsOf({ answer: "a", evidence: { quotes: ["q"], sentenceIds: ["s"] } })).toEqual({
      optionId: "a",
      answers: [],
      sentenceIds: ["s"],
    })
    expect(keyFactsOf({ variants: ["35"] })).toEqual({ optionId: null, answers: ["35"], sentenceIds: [] })
  })
})

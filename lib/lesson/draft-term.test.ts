import { expect, it } from "vitest"
import { draftOfTerm, emptyTerm, termOfDraft } from "./draft-term"

const term = {
  term: "abstention",
  forms: ["abstained", "abstain"],
  partOfSpeech: "noun",
  definition: "Not voting.",
}

it("keeps a term through typing", () => {
  expect(termOfDraft(draftOfTerm(term, 0))).toEqual(term)
})

it("drops blanks and repeats among the forms", () => {
  const draft = { ...draftOfTerm(term, 0), forms: " abstain,, abstain , " }
  expect(termOfDraft(draft).forms).toEqual(["abstain"])
})

it("keys a new term apart from all others", () => {
  expect(emptyTerm([]).key).toBe(0)
  expect(emptyTerm([draftOfTerm(term, 0), draftOfTerm(term, 7)]).key).toBe(8)
})

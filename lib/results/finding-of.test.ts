import { expect, it } from "vitest"
import { findingOf } from "./finding-of"

it("tells a half that is missing from a half that is wrong", () => {
  expect(findingOf({ answer: true, evidence: false })).toEqual({ answerRight: true, evidenceRight: false })
  expect(findingOf({ answer: true })).toEqual({ answerRight: true, evidenceRight: null })
  expect(findingOf({})).toEqual({ answerRight: null, evidenceRight: null })
})

it("knows nothing of what is no finding", () => {
  for (const stored of [null, undefined, "answer", 1, [], { answer: "true", evidence: 1 }])
    expect(findingOf(stored)).toEqual({ answerRight: null, evidenceRight: null })
})

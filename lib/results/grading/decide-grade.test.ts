import { describe, expect, it } from "vitest"
import { decideGrade, type GradeFacts, ownLevels } from "./decide-grade"

const id = (digit: number) => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`
const rubric = {
  criteria: [
    {
      id: id(1),
      title: "Claim",
      levels: [
        { id: id(2), text: "None", points: 0 },
        { id: id(3), text: "Clear", points: 2 },
      ],
    },
  ],
}
const facts: GradeFacts = {
  type: "long",
  level: "author_says",
  content: { maxLength: 500, cite: 1 },
  value: { text: "Because.", sentences: [] },
  isHandedIn: true,
  rubric,
}
const best = { levels: { [id(1)]: id(3) } }
const decide = (over: Partial<GradeFacts>, given = best) => decideGrade({ ...facts, ...over }, given)

describe("a teacher's grade", () => {
  it("is a share of the question's points", () => {
    expect(decide({})).toEqual({ ok: true, value: { numerator: 1, denominator: 1 } })
    expect(decide({}, { levels: { [id(1)]: id(2) } })).toEqual({
      ok: true,
      value: { numerator: 0, denominator: 1 },
    })
  })

  it.each([
    ["of what a machine scores", { type: "short", content: { maxLength: 9 } }, "missing", "notGradedByHand"],
    ["of a view", { level: "my_view" as const }, "missing", "notGradedByHand"],
    ["of an attempt that is still open", { isHandedIn: false }, "conflict", "notHandedIn"],
    ["of no answer", { value: null }, "conflict", "nothingToGrade"],
    ["of blanks", { value: { text: " ", sentences: [] } }, "conflict", "nothingToGrade"],
    ["without a rubric", { rubric: null }, "conflict", "noRubric"],
    ["with an empty rubric", { rubric: { criteria: [] } }, "conflict", "noRubric"],
  ])("is refused %s", (_, over, kind, code) => {
    expect(decide(over)).toEqual({ ok: false, refusal: { kind, code: `results.${code}` } })
  })

  it("names the criterion that was left out, or given a level it has not", () => {
    const refusal = { kind: "invalid", code: "results.levelMissing", field: id(1) }
    expect(decide({}, { levels: {} })).toMatchObject({ ok: false, refusal })
    expect(decide({}, { levels: { [id(1)]: id(9) } })).toMatchObject({ ok: false, refusal })
  })

  it("keeps nothing that is not of the rubric", () => {
    expect(ownLevels(rubric, { levels: { ...best.levels, [id(9)]: id(8) } })).toEqual(best.levels)
  })
})

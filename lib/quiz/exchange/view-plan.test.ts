import { describe, expect, it } from "vitest"
import { planQuizImport } from "./plan-import"
import { viewPlan } from "./view-plan"

let last = 0
const means = {
  newId: () => `00000000-0000-4000-8000-${String(++last).padStart(12, "0")}`,
  gapPrompt: "Fill in the gaps.",
  rowsOf: () => [],
}
function planOf(text: string) {
  const plan = planQuizImport({ text, fileName: "a.gift", format: "gift" }, means)
  if (!plan.ok) throw new Error(plan.refusal.code)
  return plan.value
}

describe("what a teacher looks at", () => {
  it("has what is said about an item beside it", () => {
    const { items, skipped } = viewPlan(planOf("A note.\n\nWho?{=a* =b}\n\nBroken{"), [])
    expect(items).toMatchObject([
      { number: 1, type: "note", state: "new", remarks: [] },
      { number: 2, type: "short", state: "new", remarks: [{ code: "starsAreLetters" }] },
    ])
    expect(skipped).toMatchObject([{ line: 5 }])
  })

  it("knows a question again, in the lesson and further up, by what it asks and offers", () => {
    const there = planOf("Who?{=a ~b}\n\nIs it?{T}").taken.map(({ item }) => item)
    const states = (text: string) => viewPlan(planOf(text), there).items.map(({ state }) => state)
    expect(states("WHO?{~B   =A}")).toEqual(["there"])
    expect(states("Who?{=a ~c}\n\nWho?{=a ~c}")).toEqual(["new", "there"])
    expect(states("Is it?{F}\n\nWho?{=a =b}")).toEqual(["there", "new"])
    expect(states("It {=is ~was} so.\n\nIt {=is ~was} not so.")).toEqual(["new", "new"])
  })

  it("says of a question that another asks in the same words, in the lesson and further up", () => {
    const there = planOf("Who?{=a ~b}").taken.map(({ item }) => item)
    const said = (text: string) =>
      viewPlan(planOf(text), there).items.map(({ remarks }) => remarks.map(({ code }) => code))
    expect(said("who?{=a ~c}\n\nWho?{=a ~b}\n\nWhy?{}\n\nWhy?{=x ~y}")).toEqual([
      ["sameWords"],
      [],
      ["needsRubric"],
      ["sameWords"],
    ])
    expect(said("It {=is ~was} so.\n\nIt {=is ~was} not so.")).toEqual([[], []])
  })
})

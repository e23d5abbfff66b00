import { describe, expect, it } from "vitest"
import { decideSettings } from "./decide-settings"

const category = (name: string, weight = 1) => ({ name, weight, dropLowest: 0 })
const decide = (names: ReturnType<typeof category>[], placed: Record<string, number> = {}) => {
  const decision = decideSettings({ categories: names, placed }, new Set(["a"]))
  return decision.ok || decision.refusal.code
}

describe("decideSettings", () => {
  it("takes none, or several of which one weighs something", () => {
    expect(decide([])).toBe(true)
    expect(decide([category("Quizzes"), category("Practice", 0)], { a: 1 })).toBe(true)
  })

  it("refuses a name twice, and what weighs nothing", () => {
    expect(decide([category("Quizzes"), category("quizzes")])).toBe("results.categoryTwice")
    expect(decide([category("Quizzes", 0)])).toBe("results.categoriesWeighNothing")
  })

  it("refuses another class's assignment, and a category that is not there", () => {
    expect(decide([category("Quizzes")], { b: 0 })).toBe("results.foreignAssignment")
    expect(decide([category("Quizzes")], { a: 1 })).toBe("results.foreignAssignment")
  })
})

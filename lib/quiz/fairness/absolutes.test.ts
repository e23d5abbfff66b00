import { describe, expect, it } from "vitest"
import { findAbsolutes } from "@/lib/quiz/fairness/absolutes"
import { choosing, statement } from "@/tests/support/fair-items"

describe("absolutes", () => {
  it("give a wrong option away", () => {
    expect(findAbsolutes(choosing(["*It often abstained", "It always abstained", "It left"]))).toMatchObject([
      { code: "absoluteDistractor", values: { word: "always", option: "It always abstained" } },
    ])
  })

  it("give nothing away where the right option has one too, or nothing is keyed", () => {
    expect(findAbsolutes(choosing(["*It never voted", "It always voted"]))).toEqual([])
    expect(findAbsolutes(choosing(["It always voted", "It left"]))).toEqual([])
  })

  it("give a false statement away, and not a true one", () => {
    expect(findAbsolutes(statement("Every state voted.", false))).toMatchObject([
      { code: "absoluteStatement", values: { word: "every" } },
    ])
    expect(findAbsolutes(statement("Every state voted.", true))).toEqual([])
    expect(findAbsolutes(statement("Every state voted.", null))).toEqual([])
  })

  it("are no absolutes with a “not” before them", () => {
    expect(findAbsolutes(statement("Not all states voted.", false))).toEqual([])
    expect(findAbsolutes(statement("It isn’t always so.", false))).toEqual([])
    expect(findAbsolutes(statement("It said nothing at all.", false))).toMatchObject([
      { values: { word: "nothing" } },
    ])
  })

  it("leave options about the others to their own rule", () => {
    expect(findAbsolutes(choosing(["*A fence", "A wall", "All of the above"]))).toEqual([])
  })
})

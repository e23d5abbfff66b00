import { describe, expect, it } from "vitest"
import { chooseTests, patternOf } from "./choose-tests"

const witness = (name: string, ms: number, file = "a.test.ts") => ({ file, name, ms })
const namesOf = (rounds: { name: string }[][]) => rounds.map((round) => round.map(({ name }) => name))

describe("the tests that are asked", () => {
  it("are the quick ones first, in rounds that grow", () => {
    const some = [witness("c", 30), witness("a", 1), witness("b", 2), witness("d", 40)]
    expect(namesOf(chooseTests(some, [], [1, 2, 9]))).toEqual([["a"], ["b", "c"], ["d"]])
    expect(chooseTests([])).toEqual([])
  })

  it("are slow ones last, and few of them", () => {
    const slow = ["x", "y", "z"].map((name, at) => witness(name, 90_000 + at))
    expect(namesOf(chooseTests([...slow, witness("quick", 1)]))).toEqual([["quick"], ["x", "y"]])
  })

  it("come from the preferred files before all others", () => {
    const some = [witness("quick", 1), witness("meant", 900, "meant.test.ts")]
    expect(namesOf(chooseTests(some, ["meant.test.ts"], [1, 9]))).toEqual([["meant"], ["quick"]])
  })

  it("are named exactly", () => {
    const pattern = new RegExp(patternOf([witness("costs (1 + 1)?", 1), witness("costs", 1)]))
    expect(pattern.test("costs (1 + 1)?")).toBe(true)
    expect(pattern.test("costs")).toBe(true)
    expect(pattern.test("costs (1 + 1)? more")).toBe(false)
  })
})

import { describe, expect, it } from "vitest"
import { findUnevenSides, measureLevels, measureSides } from "@/lib/quiz/fairness/shares"
import { fair } from "@/tests/support/fair-items"

const tagged = (count: number, skill: string) =>
  Array.from({ length: count }, () => fair({ skills: [skill] }))
const codes = (items: ReturnType<typeof fair>[]) =>
  findUnevenSides(measureSides(items)).map(({ code }) => code)

describe("shares of sides", () => {
  it("are counted by their tags, most first", () => {
    const items = [...tagged(1, "side:for"), ...tagged(2, "Side: Against"), fair({ skills: ["RI.1"] })]
    expect(measureSides(items)).toEqual({
      sides: [
        { side: "against", count: 2 },
        { side: "for", count: 1 },
      ],
      tagged: 3,
      n: 4,
    })
  })

  it("are said where one side has twice as many, and two more", () => {
    expect(codes([...tagged(4, "side:for"), ...tagged(2, "side:against")])).toEqual(["unevenSides"])
    expect(codes([...tagged(2, "side:for"), ...tagged(1, "side:against")])).toEqual([])
    expect(codes([...tagged(5, "side:for"), ...tagged(3, "side:against")])).toEqual([])
  })

  it("are said where only one side is tagged", () => {
    expect(codes(tagged(2, "side:for"))).toEqual(["oneSide"])
    expect(codes(tagged(1, "side:for"))).toEqual([])
    expect(codes([fair()])).toEqual([])
  })
})

it("counts levels, those of none included", () => {
  expect(measureLevels([fair(), fair({ level: "my_view" })])).toEqual([
    { level: "author_says", count: 1 },
    { level: "evidence_holds", count: 0 },
    { level: "my_view", count: 1 },
  ])
})

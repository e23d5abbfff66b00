import { describe, expect, it } from "vitest"
import { planOf, sumUp, type Verdict } from "./sweep"

const first = { file: "a.test.ts", name: "one", ms: 1 }
const second = { file: "a.test.ts", name: "two", ms: 1 }
const verdict = (of: typeof first, id: string, said: Verdict["verdict"]): Verdict => ({
  id,
  file: of.file,
  name: of.name,
  verdict: said,
})

describe("a sweep of guards", () => {
  const asked = [
    { id: "g", tests: [first, second] },
    { id: "h", tests: [second] },
  ]

  it("asks each test about every guard that it met", () => {
    expect(planOf(asked)).toEqual({ "a.test.ts": { one: ["g"], two: ["g", "h"] } })
  })

  it("believes a test that fails and passes again, and whoever passes only together with all others", () => {
    const found = sumUp(asked, [
      verdict(first, "g", "missed"),
      verdict(second, "g", "noticed"),
      verdict(second, "h", "missed"),
    ])
    expect([...found]).toEqual([
      ["g", "noticed"],
      ["h", "missed"],
    ])
  })

  it("believes neither a test that goes on failing nor one that did not answer", () => {
    const found = sumUp(asked, [verdict(first, "g", "missed"), verdict(second, "h", "unsure")])
    expect([...found]).toEqual([
      ["g", "undone"],
      ["h", "undone"],
    ])
  })
})

import { describe, expect, it } from "vitest"
import { decideNorms, firstNorms, MAX_NORM, MAX_NORMS, type NormsView, normCount } from "./norms"

const first: NormsView = { number: 0, list: null }
const outcome = (text: string, standing = first, mayEdit = true) => {
  const decision = decideNorms(mayEdit, text, standing)
  return decision.ok ? decision.value : decision.refusal.code.replace("discussion.", "")
}

describe("decideNorms", () => {
  it("takes one norm a line, cleaned, and no empty ones", () => {
    expect(outcome(" Be kind.\u200b \r\n\n  \u2800\nSay why.")).toEqual(["Be kind.", "Say why."])
  })

  it("keeps nothing where they stand so already", () => {
    expect(outcome("Be kind.\nSay why.\n", { number: 2, list: ["Be kind.", "Say why."] })).toBeNull()
    expect(outcome("Be kind.", { number: 2, list: ["Be kind.", "Say why."] })).toEqual(["Be kind."])
  })

  it.each([
    ["nothing anybody reads", " \n\u200b", "normsEmpty"],
    ["as many as there may be", Array(MAX_NORMS).fill("a").join("\n"), Array(MAX_NORMS).fill("a")],
    [
      "one too many",
      Array(MAX_NORMS + 1)
        .fill("a")
        .join("\n"),
      "tooManyNorms",
    ],
    ["one too long", `Be kind.\n${"a".repeat(MAX_NORM + 1)}`, "normTooLong"],
  ])("%s", (_, text, expected) => {
    expect(outcome(text)).toEqual(expected)
  })

  it("is the teacher's", () => {
    expect(outcome("Be kind.", first, false)).toBe("mayNotSetNorms")
  })
})

describe("normCount", () => {
  it("counts those the app begins with where a class has none of its own", () => {
    expect(normCount(first)).toBe(firstNorms.length)
    expect(normCount({ number: 1, list: ["Be kind."] })).toBe(1)
  })
})

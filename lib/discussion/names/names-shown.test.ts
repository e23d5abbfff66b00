import { describe, expect, it } from "vitest"
import { knowsWriters, namesShown } from "./names-shown"

describe("what a reader sees of names", () => {
  it.each([
    ["pseudonyms", false, "pseudonyms", false],
    ["pseudonyms", true, "revealed", true],
    ["names", false, "names", true],
    ["names", true, "names", true],
    ["sealed", false, "pseudonyms", false],
    ["sealed", true, "opened", false],
  ] as const)("%s, to a teacher of the class: %s", (policy, mayReveal, shown, knows) => {
    expect(namesShown(policy, mayReveal)).toBe(shown)
    expect(knowsWriters(policy, mayReveal)).toBe(knows)
  })
})

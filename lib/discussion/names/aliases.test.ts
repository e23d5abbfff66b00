import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ALIAS_COUNT, chooseAlias } from "./aliases"

describe("chooseAlias", () => {
  it("gives every name before it gives up, each one once", () => {
    const taken = new Set<string>()
    for (let count = 0; count < ALIAS_COUNT; count += 1)
      taken.add(chooseAlias(taken, () => count / ALIAS_COUNT))
    expect(taken.size).toBe(ALIAS_COUNT)
    expect(() => chooseAlias(taken, () => 0.5)).toThrow("taken")
  })

  it("is made of two plain words", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (random) => {
        expect(chooseAlias(new Set(), () => random)).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/)
      }),
    )
  })

  it("has room for the largest school's class many times over", () => {
    expect(ALIAS_COUNT).toBeGreaterThan(5000)
  })
})

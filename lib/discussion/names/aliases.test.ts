import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ALIAS_COUNT, chooseAlias, takenNames } from "./aliases"

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

describe("takenNames", () => {
  it("are those of all questions, so that nobody takes two people for one", () => {
    const given = [
      { promptId: "one", name: "Blue Heron" },
      { promptId: "two", name: "Red Kite" },
    ]
    expect([...takenNames(given, "two")]).toEqual(["Blue Heron", "Red Kite"])
  })

  it("are those of the question alone, once all names are given", () => {
    const taken = new Set<string>()
    while (taken.size < ALIAS_COUNT) taken.add(chooseAlias(taken, () => taken.size / ALIAS_COUNT))
    const given = [...taken].map((name) => ({ promptId: "one", name }))
    expect(takenNames(given, "two").size).toBe(0)
    expect(takenNames(given, "one").size).toBe(ALIAS_COUNT)
  })
})

/** A class as it comes to its questions, one by one: each arrival is a person at a question. */
const arrivals = fc.uniqueArray(fc.tuple(fc.nat(7), fc.constantFrom("one", "two", "three")), {
  selector: ([person, promptId]) => `${person} ${promptId}`,
  maxLength: 24,
})
const chance = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 24,
  maxLength: 24,
})

/** Who is called what, as the store gives names: what was given so far, and chance. */
function nameAll(came: readonly (readonly [number, string])[], draws: readonly number[]) {
  const given: { person: number; promptId: string; name: string }[] = []
  for (const [at, [person, promptId]] of came.entries())
    given.push({ person, promptId, name: chooseAlias(takenNames(given, promptId), () => draws[at] ?? 0) })
  return given
}

describe("a person at two questions", () => {
  it("cannot be found by name: whoever else had come in their place would have been given the same", () => {
    fc.assert(
      fc.property(arrivals, chance, fc.nat(7), (came, draws, shift) => {
        // The others of the class take the places at the second question only: the names stay, the people change.
        const swapped = came.map(
          ([person, promptId]) => [promptId === "two" ? (person + shift) % 8 : person, promptId] as const,
        )
        expect(nameAll(swapped, draws).map(({ name }) => name)).toEqual(
          nameAll(came, draws).map(({ name }) => name),
        )
      }),
    )
  })

  it("has two names, and shares neither with anybody", () => {
    fc.assert(
      fc.property(arrivals, chance, (came, draws) => {
        const names = nameAll(came, draws).map(({ name }) => name)
        expect(new Set(names).size).toBe(names.length)
      }),
    )
  })
})

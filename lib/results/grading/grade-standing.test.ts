import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { gradeStanding, isFinal, isKeptFrom, type StandingFacts } from "./grade-standing"

const given = (over = {}) => ({ levels: { c: "a" }, scoringId: "7", saveNumber: 1, ...over })
const second = (over = {}) => ({ levels: { c: "a" }, againstId: "7", saveNumber: 1, ...over })
const standing = (over: Partial<StandingFacts>) =>
  gradeStanding({ asksSecond: true, given: given(), second: null, ...over })

describe("how a grade stands", () => {
  it.each([
    ["ungraded", { given: null, second: second() }],
    ["single", { asksSecond: false, second: second({ levels: { c: "b" } }) }],
    ["awaitsSecond", {}],
    ["awaitsSecond", { second: second({ saveNumber: 2 }) }],
    ["agree", { second: second() }],
    ["differ", { second: second({ levels: { c: "b" } }) }],
    ["differ", { second: second({ levels: { c: "a", d: "a" } }) }],
    ["settled", { second: second({ againstId: "6" }) }],
  ] as const)("is %s: %j", (expected, over) => {
    expect(standing(over as Partial<StandingFacts>)).toBe(expected)
  })

  it("keeps the first grade from everybody but its giver, for as long as a second is expected", () => {
    expect(isKeptFrom("awaitsSecond", { byId: "me" }, "me")).toBe(false)
    expect(isKeptFrom("awaitsSecond", { byId: "they" }, "me")).toBe(true)
    expect(isKeptFrom("differ", { byId: "they" }, "me")).toBe(false)
  })
})

/** What the two tables hold of one answer: both only grow. */
type Tables = { scorings: Given[]; seconds: (Given & { againstId: string })[] }
type Given = { id: string; by: string; levels: Record<string, string> }

/** The same step as `saveGrade` takes: the second beside the first, everything else as the next that counts. */
function give(tables: Tables, by: string, level: string, asksSecond: boolean): Tables {
  const newest = tables.scorings.at(-1) ?? null
  const newestSecond = tables.seconds.at(-1) ?? null
  const stands = gradeStanding({
    asksSecond,
    given: newest && { levels: newest.levels, scoringId: newest.id, saveNumber: 1 },
    second: newestSecond && { ...newestSecond, saveNumber: 1 },
  })
  const id = String(tables.scorings.length + tables.seconds.length + 1)
  const grade = { id, by, levels: { c: level } }
  if (newest && isKeptFrom(stands, { byId: newest.by }, by))
    return { ...tables, seconds: [...tables.seconds, { ...grade, againstId: newest.id }] }
  return { ...tables, scorings: [...tables.scorings, grade] }
}

it("loses no grade, whoever gives which, and shows a student none that two differ about", () => {
  const acts = fc.array(
    fc.record({
      by: fc.constantFrom("ada", "ben", "cem"),
      level: fc.constantFrom("0", "1", "2"),
      asksSecond: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(acts, (given) => {
      let tables: Tables = { scorings: [], seconds: [] }
      for (const [at, { by, level, asksSecond }] of given.entries()) {
        const before = tables
        tables = give(before, by, level, asksSecond)
        expect(tables.scorings.slice(0, before.scorings.length)).toEqual(before.scorings)
        expect(tables.seconds.slice(0, before.seconds.length)).toEqual(before.seconds)
        expect(tables.scorings.length + tables.seconds.length).toBe(at + 1)
        // One second at most beside any first, and never by the same grader.
        const beside = tables.seconds.map(({ againstId }) => againstId)
        expect(new Set(beside).size).toBe(beside.length)
        for (const second of tables.seconds)
          expect(tables.scorings.find(({ id }) => id === second.againstId)?.by).not.toBe(second.by)
        const [newest, second] = [tables.scorings.at(-1), tables.seconds.at(-1)]
        const stands = gradeStanding({
          asksSecond: true,
          given: newest ? { ...newest, scoringId: newest.id, saveNumber: 1 } : null,
          second: second ? { ...second, saveNumber: 1 } : null,
        })
        const isContested = second && newest?.id === second.againstId && newest.levels.c !== second.levels.c
        if (isContested) expect(isFinal(stands)).toBe(false)
      }
    }),
  )
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type ShiftSummary, type StancePair, shifts, summariseShift } from "./summarise-shift"

/** Where one person went, or "unsaid": preferred not to say at one of the two moments. */
const courses = [...shifts, "unsaid"] as const
type Course = (typeof courses)[number]
type Tally = Record<Course, number>

const pairOf: Record<Course, StancePair> = {
  toward: { from: -1, to: 0 },
  stayed: { from: 1, to: 1 },
  away: { from: 0, to: -2 },
  unsaid: { from: 1, to: null },
}

const pairsOf = (tally: Tally): StancePair[] =>
  courses.flatMap((course) => Array.from({ length: tally[course] }, () => pairOf[course]))

/** Every way a class of this size can have gone. */
function* tallies(size: number): Generator<Tally> {
  for (let toward = 0; toward <= size; toward += 1)
    for (let stayed = 0; stayed <= size - toward; stayed += 1)
      for (let away = 0; away <= size - toward - stayed; away += 1)
        yield { toward, stayed, away, unsaid: size - toward - stayed - away }
}

type Possible = Record<Course, Set<number>>
const nothing = (): Possible => ({
  toward: new Set(),
  stayed: new Set(),
  away: new Set(),
  unsaid: new Set(),
})

/** What somebody who knows the rule and the output can still hold possible. */
function attack(all: Iterable<{ output: string; tally: Tally }>): Map<string, Possible> {
  const possible = new Map<string, Possible>()
  for (const { output, tally } of all) {
    const known = possible.get(output) ?? nothing()
    for (const course of courses) known[course].add(tally[course])
    possible.set(output, known)
  }
  return possible
}

const hiddenIn = (summary: ShiftSummary) => shifts.filter((shift) => summary[shift] === null)

describe("summariseShift", () => {
  it("shows all three where all are groups and everybody said", () => {
    const tally = { toward: 7, stayed: 9, away: 5, unsaid: 0 }
    expect(summariseShift(pairsOf(tally))).toEqual({ answered: 21, toward: 7, stayed: 9, away: 5 })
  })

  it("hides a second number where the first could be subtracted", () => {
    const tally = { toward: 11, stayed: 12, away: 2, unsaid: 0 }
    expect(summariseShift(pairsOf(tally))).toEqual({ answered: 25, toward: null, stayed: 12, away: null })
  })

  it("shows nothing where everybody did the same", () => {
    const tally = { toward: 0, stayed: 25, away: 0, unsaid: 0 }
    expect(summariseShift(pairsOf(tally))).toEqual({ answered: 25, toward: null, stayed: null, away: null })
  })

  it("does not let the few who preferred not to say be counted", () => {
    const tally = { toward: 6, stayed: 9, away: 5, unsaid: 2 }
    expect(summariseShift(pairsOf(tally))).toEqual({ answered: 22, toward: 6, stayed: 9, away: null })
  })

  it("shows nothing of a class of nine", () => {
    const shown = [...tallies(9)].filter((tally) => hiddenIn(summariseShift(pairsOf(tally))).length < 3)
    // Nine people fill three groups of five in no way, and two groups never leave a rest of five.
    expect(shown).toEqual([])
  })

  it("never shows a small number, nor leaves a small rest", () => {
    const counts = fc.record({ toward: fc.nat(40), stayed: fc.nat(40), away: fc.nat(40), unsaid: fc.nat(12) })
    fc.assert(
      fc.property(counts, (tally) => {
        const summary = summariseShift(pairsOf(tally))
        const shown = shifts.filter((shift) => summary[shift] !== null)
        for (const shift of shown) expect(summary[shift]).toBe(tally[shift])
        for (const shift of shown) expect(tally[shift]).toBeGreaterThanOrEqual(5)
        const rest = summary.answered - shown.reduce((sum, shift) => sum + tally[shift], 0)
        expect(rest >= 5 || shown.length === 0 || (rest === 0 && shown.length === 3)).toBe(true)
      }),
    )
  })

  it("does not depend on the order of the people", () => {
    const pair = fc.record({
      from: fc.option(fc.integer({ min: -2, max: 2 })),
      to: fc.option(fc.integer({ min: -2, max: 2 })),
    })
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 40 }), (pairs) => {
        expect(summariseShift(pairs.toReversed())).toEqual(summariseShift(pairs))
      }),
    )
  })
})

/** Every class of this size with what is published of it, and what that leaves possible. */
function attackAll(size: number, smallest: number) {
  const all = [...tallies(size)].map((tally) => {
    const summary = summariseShift(pairsOf(tally), smallest)
    return { tally, summary, output: JSON.stringify(summary) }
  })
  return { all, possible: attack(all) }
}

describe("an attacker who knows the rule, the class and who completed which step", () => {
  it.each([
    [5, 20],
    [3, 16],
    [2, 12],
  ])(
    "with groups of %i cannot work out a hidden number in any class of up to %i",
    (smallest, largest) => {
      const workedOut: string[] = []
      for (let size = 1; size <= largest; size += 1) {
        const { all, possible } = attackAll(size, smallest)
        for (const { summary, output } of all)
          for (const shift of hiddenIn(summary))
            if (possible.get(output)?.[shift].size === 1) workedOut.push(output)
      }
      expect(workedOut).toEqual([])
    },
    60_000,
  )

  it("cannot be sure that nobody went somewhere, where that number is hidden", () => {
    const ruledOut: string[] = []
    for (let size = 1; size <= 20; size += 1) {
      const { all, possible } = attackAll(size, 5)
      for (const { summary, output } of all)
        for (const shift of hiddenIn(summary))
          if (Math.max(...(possible.get(output)?.[shift] ?? [])) < 1) ruledOut.push(output)
    }
    expect(ruledOut).toEqual([])
  }, 60_000)
})

describe("two summaries of one class, before to after reading and after reading to after discussion", () => {
  const places = [-2, -1, 0, 1, 2, null]
  const course = (from: number | null, to: number | null): Course => {
    if (from === null || to === null) return "unsaid"
    return to > from ? "toward" : to < from ? "away" : "stayed"
  }
  const ways = new Map<string, [Course, Course]>()
  for (const before of places)
    for (const between of places)
      for (const after of places) {
        const way: [Course, Course] = [course(before, between), course(between, after)]
        ways.set(way.join(), way)
      }

  it("leave every course of the first open to every course of the second", () => {
    expect(ways.size).toBe(courses.length ** 2)
  })

  it("uncover nothing together that either would not alone", () => {
    const workedOut: string[] = []
    for (let size = 1; size <= 5; size += 1) {
      const all = [...classesOf(size, [...ways.values()])].map((people) => {
        const tally = [0, 1].map((at) => tallyOf(people.map((way) => way[at] as Course)))
        const summary = tally.map((one) => summariseShift(pairsOf(one), 2))
        return { tally, summary, output: JSON.stringify(summary) }
      })
      for (const at of [0, 1]) {
        const possible = attack(all.map(({ tally, output }) => ({ tally: tally[at] as Tally, output })))
        for (const { summary, output } of all)
          for (const shift of hiddenIn(summary[at] as ShiftSummary))
            if (possible.get(output)?.[shift].size === 1) workedOut.push(output)
      }
    }
    expect(workedOut).toEqual([])
  }, 60_000)
})

function tallyOf(people: Course[]): Tally {
  const tally = { toward: 0, stayed: 0, away: 0, unsaid: 0 }
  for (const one of people) tally[one] += 1
  return tally
}

/** Every class of this size, up to the order of its people. */
function* classesOf<T>(size: number, ways: T[], from = 0): Generator<T[]> {
  if (size === 0) yield []
  else
    for (let at = from; at < ways.length; at += 1)
      for (const others of classesOf(size - 1, ways, at)) yield [ways[at] as T, ...others]
}

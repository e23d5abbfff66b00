import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Cause, directions, type MovedPair, summariseMoved } from "./summarise-moved"
import { type ShiftSummary, summariseShift } from "./summarise-shift"

const courses = ["toward", "stayed", "away", "unsaid"] as const
type Course = (typeof courses)[number]
const places = { toward: [-1, 0], stayed: [1, 1], away: [0, -2], unsaid: [1, null] } as const

const X: Cause = { kind: "sentence", id: "x" }
const Y: Cause = { kind: "sentence", id: "y" }
const P: Cause = { kind: "post", id: "p" }

/** One person's way, and whether post P's thread has opened to them. */
type Way = { course: Course; by: Cause | null; sees: boolean }

const pairOf = ({ course, by, sees }: Way): MovedPair => {
  const [from, to] = places[course]
  return { from, to, by, sees: sees ? [P.id] : [] }
}

const many = (count: number, course: Course, by: Cause | null = null): MovedPair[] =>
  Array.from({ length: count }, () => pairOf({ course, by, sees: true }))

const summarise = (pairs: readonly MovedPair[], smallest?: number) => {
  const shift = summariseShift(pairs, smallest)
  return { shift, moved: summariseMoved(pairs, shift, smallest) }
}

describe("summariseMoved", () => {
  it("names what at least five named, where at least five of that direction named something else", () => {
    const pairs = [
      ...many(6, "toward", X),
      ...many(4, "toward", Y),
      ...many(3, "toward"),
      ...many(12, "stayed"),
    ]
    expect(summarise(pairs).moved).toEqual({ toward: [{ ...X, people: 6 }], away: [] })
  })

  it("leaves out the smallest where the rest would be too small", () => {
    const pairs = [
      ...many(7, "toward", X),
      ...many(6, "toward", Y),
      ...many(2, "toward"),
      ...many(12, "stayed"),
    ]
    expect(summarise(pairs).moved.toward).toEqual([{ ...X, people: 7 }])
    expect(summarise([...many(12, "toward", X), ...many(12, "stayed")]).moved.toward).toEqual([])
  })

  it("says nothing of a direction whose number is not shown", () => {
    const pairs = [...many(6, "toward", X), ...many(5, "toward"), ...many(12, "stayed"), ...many(2, "away")]
    expect(summarise(pairs).shift.toward).toBeNull()
    expect(summarise(pairs).moved).toEqual({ toward: [], away: [] })
  })

  it("does not name a post that nearly all who could see it named", () => {
    const unseeing = (pairs: MovedPair[]) => pairs.map((pair) => ({ ...pair, sees: [] }))
    const others = [
      ...unseeing(many(6, "toward")),
      ...unseeing(many(12, "stayed")),
      ...unseeing(many(5, "away")),
    ]
    expect(summarise([...many(6, "toward", P), ...others]).moved.toward).toEqual([])
    expect(summarise([...many(6, "toward", P), ...many(5, "stayed"), ...others]).moved.toward).toEqual([
      { ...P, people: 6 },
    ])
  })

  const anyWay = fc.record({
    course: fc.constantFrom(...courses),
    by: fc.constantFrom(X, Y, P, { kind: "post" as const, id: "q" }, null),
    sees: fc.boolean(),
  })

  it("shows true numbers, none small, and leaves no small rest, of a direction or of those who see a post", () => {
    fc.assert(
      fc.property(fc.array(anyWay, { maxLength: 60 }), (ways) => {
        const pairs = ways.map(pairOf)
        const { shift, moved } = summarise(pairs)
        const posts: number[] = []
        for (const direction of directions) {
          const shown = moved[direction]
          for (const { kind, id, people } of shown) {
            const named = ways.filter(
              ({ course, by }) => course === direction && by?.kind === kind && by.id === id,
            )
            expect(people).toBe(named.length)
            expect(people).toBeGreaterThanOrEqual(5)
            if (kind === "post") posts.push(people)
          }
          if (shown.length === 0) continue
          expect(shift[direction]).not.toBeNull()
          const rest = (shift[direction] ?? 0) - shown.reduce((sum, { people }) => sum + people, 0)
          expect(rest).toBeGreaterThanOrEqual(5)
        }
        const seeing = pairs.filter(({ sees }) => sees.length > 0).length
        if (posts.length > 0)
          expect(seeing - posts.reduce((sum, people) => sum + people, 0)).toBeGreaterThanOrEqual(5)
      }),
    )
  })

  it("does not depend on the order of the people", () => {
    fc.assert(
      fc.property(fc.array(anyWay, { maxLength: 40 }), (ways) => {
        const pairs = ways.map(pairOf)
        expect(summarise(pairs.toReversed())).toEqual(summarise(pairs))
      }),
    )
  })
})

/** Every way to share `size` people out over the kinds. */
function* shares(size: number, kinds: number): Generator<number[]> {
  if (kinds === 1) yield [size]
  else
    for (let first = 0; first <= size; first += 1)
      for (const rest of shares(size - first, kinds - 1)) yield [first, ...rest]
}

/** Every class of these sizes with all that is shown of it. A group is those who have the same ways open to them. */
function* classes(groups: readonly { size: number; ways: readonly Way[] }[], smallest: number) {
  let shared: number[][][] = [[]]
  for (const { size, ways } of groups)
    shared = shared.flatMap((before) => [...shares(size, ways.length)].map((share) => [...before, share]))
  for (const share of shared) {
    const pairs = groups.flatMap(({ ways }, at) =>
      ways.flatMap((way, kind) => Array.from({ length: share[at]?.[kind] ?? 0 }, () => pairOf(way))),
    )
    const { shift, moved } = summarise(pairs, smallest)
    yield { share, shift, moved, output: JSON.stringify({ shift, moved }) }
  }
}

const way = (course: Course, by: Cause | null = null, sees = true): Way => ({ course, by, sees })
const all: Way[] = [
  way("toward", X),
  way("toward", Y),
  way("toward"),
  way("away", X),
  way("away", Y),
  way("away"),
  way("stayed"),
  way("unsaid"),
]

type Output = { shift: ShiftSummary; moved: ReturnType<typeof summariseMoved> }

/** Is the number of these people shown? How many preferred not to say follows where all three shifts are. */
function isShown({ shift, moved }: Output, { course, by }: Way): boolean {
  if (course === "unsaid") return shift.toward !== null && shift.stayed !== null && shift.away !== null
  if (course === "stayed") return shift.stayed !== null
  return by !== null && moved[course].some(({ id }) => id === by.id)
}

describe("an attacker who knows the rule, the class and who completed which step", () => {
  it.each([
    [3, 10],
    [2, 10],
  ])(
    "with groups of %i cannot work out how many named a cause that is not shown, in any class of up to %i",
    (smallest, largest) => {
      // What is left of a direction may be known where it is a group: all who named no cause that is shown.
      const isKnown = (counts: ReadonlySet<number> | undefined, { by }: Way) =>
        counts?.size === 1 && (by !== null || [...counts].some((count) => count < smallest))
      const workedOut: string[] = []
      let shownAtAll = 0
      for (let size = 1; size <= largest; size += 1) {
        const possible = new Map<string, Set<number>[]>()
        const found = [...classes([{ size, ways: all }], smallest)]
        for (const { output, share } of found) {
          const known = possible.get(output) ?? all.map(() => new Set<number>())
          for (const [kind, count] of (share[0] ?? []).entries()) known[kind]?.add(count)
          possible.set(output, known)
        }
        for (const one of found)
          for (const [kind, of] of all.entries())
            if (isShown(one, of)) shownAtAll += of.by ? 1 : 0
            else if (isKnown(possible.get(one.output)?.[kind], of)) workedOut.push(`${one.output} ${kind}`)
      }
      expect(workedOut).toEqual([])
      expect(shownAtAll).toBeGreaterThan(0)
    },
    120_000,
  )

  it("cannot be sure of anybody which way they went, whoever sees the post that is shown", () => {
    const seeing = [
      way("toward", P),
      way("toward"),
      way("away", P),
      way("away"),
      way("stayed"),
      way("unsaid"),
    ]
    const others = [
      way("toward", null, false),
      way("away", null, false),
      way("stayed", null, false),
      way("unsaid", null, false),
    ]
    const sure: string[] = []
    let shownAtAll = 0
    for (let size = 1; size <= 9; size += 1)
      for (let blind = 0; blind <= Math.min(size, 5); blind += 1) {
        const groups = [
          { size: size - blind, ways: seeing },
          { size: blind, ways: others },
        ]
        // Of each group and direction, the fewest who can have gone there.
        const fewest = new Map<string, number>()
        for (const { output, share, moved } of classes(groups, 2)) {
          if (moved.toward.length + moved.away.length > 0) shownAtAll += 1
          for (const [at, { ways }] of groups.entries())
            for (const direction of directions) {
              const went = ways.reduce(
                (sum, { course }, kind) => sum + (course === direction ? (share[at]?.[kind] ?? 0) : 0),
                0,
              )
              const key = `${at} ${direction} ${output}`
              fewest.set(key, Math.min(went, fewest.get(key) ?? went))
            }
        }
        for (const [key, count] of fewest) {
          const members = groups[Number(key[0])]?.size ?? 0
          if (members > 0 && count === members) sure.push(key)
        }
      }
    expect(sure).toEqual([])
    expect(shownAtAll).toBeGreaterThan(0)
  }, 120_000)
})

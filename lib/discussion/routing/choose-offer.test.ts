import fc from "fast-check"
import { describe, expect, expectTypeOf, it } from "vitest"
import { type Side, sides } from "@/lib/discussion/posts/moves"
import {
  chooseOffer,
  offerInTurn,
  offerReasons,
  type Reader,
  reasonToOffer,
  type Waiting,
} from "./choose-offer"

const post = (seq: number, change: Partial<Waiting> = {}): Waiting => ({
  id: `p${seq}`,
  seq,
  side: null,
  author: `author of ${seq}`,
  offered: 0,
  ...change,
})
const reader = (change: Partial<Reader> = {}): Reader => ({
  key: "me",
  side: null,
  closed: new Set(),
  ...change,
})

describe("chooseOffer", () => {
  it("brings the one furthest from my side, then the longest waiting", () => {
    const posts = [
      post(1, { side: "agree" }),
      post(2, { side: "between" }),
      post(4, { side: "disagree" }),
      post(3, { side: "disagree" }),
    ]
    expect(chooseOffer(posts, reader({ side: "agree" }))?.seq).toBe(3)
    expect(chooseOffer(posts, reader({ side: "disagree" }))?.seq).toBe(1)
    expect(chooseOffer(posts, reader({ side: "between" }))?.seq).toBe(1)
    expect(chooseOffer(posts, reader())?.seq).toBe(1)
    expect(chooseOffer([], reader())).toBeNull()
  })

  it("brings what was offered to fewer before what stands further away", () => {
    const posts = [post(1, { side: "disagree", offered: 1 }), post(2, { side: "agree" })]
    expect(chooseOffer(posts, reader({ side: "agree" }))?.seq).toBe(2)
  })

  it("knows a reader by a key, a declared side and what is closed to them: nothing of a stance", () => {
    expectTypeOf<Reader>().toEqualTypeOf<{ key: string; side: Side | null; closed: ReadonlySet<string> }>()
    expectTypeOf<keyof Waiting>().toEqualTypeOf<"id" | "seq" | "side" | "author" | "offered">()
  })
})

describe("reasonToOffer", () => {
  it.each([
    ["agree", "disagree", "otherSide"],
    ["disagree", "agree", "otherSide"],
    ["agree", "between", "between"],
    ["between", "disagree", "between"],
    ["agree", "agree", "longestWaiting"],
    [null, "agree", "longestWaiting"],
    ["agree", null, "longestWaiting"],
  ] as const)("%s reads %s: %s", (own, other, reason) => {
    expect(reasonToOffer(own, other)).toBe(reason)
  })
})

const anySide = fc.option(fc.constantFrom(...sides))
const anyPosts = fc
  .uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 12 })
  .chain((seqs) =>
    fc.tuple(
      ...seqs.map((seq) =>
        fc
          .record({ side: anySide, author: fc.constantFrom("a", "b", "c", "d"), offered: fc.nat(3) })
          .map((of) => post(seq, of)),
      ),
    ),
  )
const anyReader = fc
  .record({
    key: fc.constantFrom("a", "b", "c", "e"),
    side: anySide,
    closed: fc.array(fc.integer({ min: 1, max: 30 })),
  })
  .map((one) => ({ ...one, closed: new Set(one.closed.map((seq) => `p${seq}`)) }))

/** Which of the posts the law lets this reader have. */
const openFor = (posts: readonly Waiting[], who: Reader) =>
  posts.filter(({ id, author }) => author !== who.key && !who.closed.has(id))

describe("what is offered, whoever asks", () => {
  it("is never one's own, nor one that is closed to the reader, and is something where anything may be", () => {
    fc.assert(
      fc.property(anyPosts, anyReader, (posts, who) => {
        const chosen = chooseOffer(posts, who)
        const open = openFor(posts, who)
        expect(chosen === null).toBe(open.length === 0)
        if (chosen) expect(open).toContain(chosen)
      }),
    )
  })

  it("was offered no oftener than any other that this reader may have", () => {
    fc.assert(
      fc.property(anyPosts, anyReader, (posts, who) => {
        const chosen = chooseOffer(posts, who)
        for (const other of openFor(posts, who))
          expect(chosen?.offered ?? 0).toBeLessThanOrEqual(other.offered)
      }),
    )
  })

  it("stands as far from the reader as any that was offered as often, and of those waits longest", () => {
    fc.assert(
      fc.property(anyPosts, anyReader, (posts, who) => {
        const chosen = chooseOffer(posts, who)
        const far = (one: Waiting) => offerReasons.indexOf(reasonToOffer(who.side, one.side))
        for (const other of openFor(posts, who)) {
          if (!chosen || other.offered !== chosen.offered) continue
          expect(far(chosen)).toBeLessThanOrEqual(far(other))
          if (far(chosen) === far(other)) expect(chosen.seq).toBeLessThanOrEqual(other.seq)
        }
      }),
    )
  })

  it("follows from the state alone, in whatever order that was read", () => {
    fc.assert(
      fc.property(anyPosts, anyReader, (posts, who) => {
        expect(chooseOffer(posts.toReversed(), who)).toEqual(chooseOffer(posts, who))
      }),
    )
  })
})

/** All lists of `length` out of `of`. */
function* lists<T>(of: readonly T[], length: number): Generator<T[]> {
  if (length === 0) yield []
  else for (const rest of lists(of, length - 1)) for (const one of of) yield [...rest, one]
}

/**
 * A class that asks in turn, each asking of whom passes over what they had: the law is checked at every single offer.
 * Returns to whom each post was offered.
 */
function askInTurn(posts: readonly Waiting[], readers: readonly Omit<Reader, "closed">[]) {
  const given = new Map(posts.map(({ id }) => [id, [] as string[]]))
  for (const who of readers) {
    const closed = new Set(posts.filter(({ id }) => given.get(id)?.includes(who.key)).map(({ id }) => id))
    const counted = posts.map((one) => ({ ...one, offered: given.get(one.id)?.length ?? 0 }))
    const [offer] = offerInTurn(counted, { inTurn: [{ ...who, closed }], apart: [] })
    const open = openFor(counted, { ...who, closed })
    if (!offer) {
      if (open.length > 0) throw new Error("something waits, and nothing was offered")
      continue
    }
    const times = given.get(offer.id)?.length ?? 0
    if (open.some(({ offered }) => offered < times))
      throw new Error("offered again before another was offered")
    if (!open.some(({ id }) => id === offer.id)) throw new Error("offered what may not be")
    given.get(offer.id)?.push(who.key)
  }
  return given
}

describe("over any sequence of readers", () => {
  it("no post is offered again while another that the reader may have was offered fewer times", () => {
    const authors = ["a", "b", "c"]
    let asked = 0
    for (let count = 1; count <= 3; count += 1)
      for (const written of lists(authors, count))
        for (const declared of lists([null, "agree", "disagree"] as const, count)) {
          const posts = written.map((author, at) => post(at + 1, { author, side: declared[at] ?? null }))
          for (const turn of lists(authors, 4)) {
            const readers = turn.map((key) => ({ key, side: key === "a" ? ("agree" as const) : null }))
            askInTurn(posts, readers)
            asked += 1
          }
        }
    expect(asked).toBe(81 * (9 + 81 + 729))
  })

  it("offers every post of a class of thirty that all have come, to somebody else than its author", () => {
    const declared = fc.array(anySide, { minLength: 30, maxLength: 30 })
    const comings = fc.shuffledSubarray(
      Array.from({ length: 30 }, (_, at) => at),
      { minLength: 30, maxLength: 30 },
    )
    fc.assert(
      fc.property(declared, comings, (chosen, order) => {
        const posts = chosen.map((side, at) => post(at + 1, { side, author: `s${at}` }))
        const readers = order.map((at) => ({ key: `s${at}`, side: chosen[at] ?? null }))
        const given = askInTurn(posts, readers)
        // Only the last to come may have found nothing but their own left at the least count.
        const times = [...given.values()].map((keys) => keys.length)
        expect(times.filter((count) => count === 0).length).toBeLessThanOrEqual(1)
        expect(Math.max(...times)).toBeLessThanOrEqual(2)
        const again = askInTurn(posts, [...readers, ...readers])
        expect(Math.min(...[...again.values()].map((keys) => keys.length))).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  it("gives several at once what it gives them one after the other", () => {
    fc.assert(
      fc.property(anyPosts, fc.uniqueArray(anyReader, { selector: ({ key }) => key }), (posts, readers) => {
        const counted = new Map(posts.map((one) => [one.id, one]))
        const single = readers.flatMap((who) => {
          const [offer] = offerInTurn([...counted.values()], { inTurn: [who], apart: [] })
          const had = offer && counted.get(offer.id)
          if (had) counted.set(had.id, { ...had, offered: had.offered + 1 })
          return offer ? [offer] : []
        })
        expect(offerInTurn(posts, { inTurn: readers, apart: [] })).toEqual(single)
      }),
    )
  })

  it("an offer to whoever waits to be let through depends on nobody else who waits, nor on their order", () => {
    const readers = fc.uniqueArray(anyReader, { selector: ({ key }) => key })
    fc.assert(
      fc.property(anyPosts, readers, readers, (posts, inTurn, apart) => {
        const offers = (waiting: typeof apart) => offerInTurn(posts, { inTurn, apart: waiting }).slice(turns)
        const turns = offerInTurn(posts, { inTurn, apart: [] }).length
        expect(offers(apart)).toEqual(apart.flatMap((one) => offers([one])))
        expect(offers(apart.toReversed())).toEqual(offers(apart).toReversed())
      }),
    )
  })
})

import fc from "fast-check"
import { moves } from "@/lib/discussion/posts/moves"
import type { MapPost } from "./build-map"

/** A post of a map under test: the n-th written, and what it answers. */
export const mapPost = (seq: number, parent: number | null, more: Partial<MapPost> = {}): MapPost => ({
  id: `post-${seq}`,
  parentId: parent === null ? null : `post-${parent}`,
  seq,
  move: parent === null ? "claim" : "support",
  side: null,
  author: { name: `Writer ${seq}`, alias: null, isYou: false, isStaff: false },
  words: `Words ${seq}`,
  citations: [],
  ...more,
})

export const cite = (number: number) => ({
  sentenceId: `sentence-${number}`,
  paragraph: Math.ceil(number / 5),
  ordinal: ((number - 1) % 5) + 1,
  quote: `Sentence ${number}.`,
})

/** Threads of up to `most` posts: each answers an earlier one or none, some are gone, some cite. */
export const threads = (most: number): fc.Arbitrary<MapPost[]> =>
  fc
    .array(
      fc.record({
        answers: fc.nat(),
        isTop: fc.boolean(),
        move: fc.constantFrom(...moves),
        isGone: fc.boolean(),
        cites: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
      }),
      { maxLength: most },
    )
    .map((made) =>
      made.map(({ answers, isTop, move, isGone, cites }, at) =>
        mapPost(at + 1, isTop || at === 0 ? null : (answers % at) + 1, {
          move,
          citations: cites.map(cite),
          ...(isGone ? { words: null, author: null } : {}),
        }),
      ),
    )

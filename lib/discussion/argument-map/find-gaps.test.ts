import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { buildMap } from "./build-map"
import { findGaps, missingSides } from "./find-gaps"
import { cite, mapPost, threads } from "./map-cases"

const gapsOf = (posts: Parameters<typeof buildMap>[0]) =>
  findGaps(buildMap(posts)).map(({ kind, node, move }) => [kind, node.post.seq, move])

const you = { name: "You", alias: null, isYou: true, isStaff: false }

describe("gaps of an argument", () => {
  test("are open challenges and questions, claims without a sentence, claims nobody challenged, in that order", () => {
    const posts = [
      mapPost(1, null),
      mapPost(2, null, { citations: [cite(1)] }),
      mapPost(3, 1, { move: "challenge" }),
      mapPost(4, 2, { move: "question" }),
    ]
    expect(gapsOf(posts)).toEqual([
      ["challengeOpen", 3, "support"],
      ["questionOpen", 4, "evidence"],
      ["noSentence", 1, "evidence"],
      ["unchallenged", 2, "challenge"],
    ])
  })

  test("of one's own posts are only claims without a sentence", () => {
    const posts = [
      mapPost(1, null, { author: you }),
      mapPost(2, null),
      mapPost(3, 2, { move: "question", author: you }),
    ]
    expect(gapsOf(posts)).toEqual([
      ["noSentence", 1, "evidence"],
      ["noSentence", 2, "evidence"],
      ["unchallenged", 2, "challenge"],
    ])
  })

  test("close when somebody does what they invite to, and none that can be seen is at a post that is gone", () => {
    fc.assert(
      fc.property(threads(20), (posts) => {
        for (const { kind, node, move } of findGaps(buildMap(posts))) {
          expect(node.post.words).not.toBeNull()
          const answer = mapPost(posts.length + 1, node.post.seq, { move, citations: [cite(3)] })
          const after = findGaps(buildMap([...posts, answer]))
          expect(after.some((gap) => gap.kind === kind && gap.node.post.id === node.post.id)).toBe(false)
        }
      }),
    )
  })
})

describe("sides that nobody argues", () => {
  test("are told only where some claim declares one", () => {
    expect(missingSides(buildMap([mapPost(1, null)]))).toEqual([])
    expect(missingSides(buildMap([mapPost(1, null, { side: "between" })]))).toEqual(["agree", "disagree"])
    const posts = [mapPost(1, null, { side: "agree" }), mapPost(2, null, { side: "disagree", words: null })]
    expect(missingSides(buildMap(posts))).toEqual(["disagree"])
  })
})

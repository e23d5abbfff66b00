import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { buildMap, countMap, type MapNode, nodesOf, relations } from "./build-map"
import { cite, mapPost, threads } from "./map-cases"

const shape = (map: readonly MapNode[]): unknown =>
  map.map(({ post, relation, children }) => [post.seq, relation, ...(shape(children) as unknown[])])

describe("the map of an argument", () => {
  test("hangs what answers beneath what is answered, by what it does and then by order", () => {
    const posts = [
      mapPost(1, null),
      mapPost(2, 1, { move: "challenge" }),
      mapPost(3, 1, { move: "question" }),
      mapPost(4, 1, { move: "evidence" }),
      mapPost(5, 2, { move: "support" }),
      mapPost(6, null, { move: "question" }),
      mapPost(7, 1, { move: "restate" }),
    ]
    expect(shape(buildMap(posts))).toEqual([
      [1, "opens", [4, "supports"], [2, "challenges", [5, "supports"]], [3, "asks"], [7, "restates"]],
      [6, "opens"],
    ])
  })

  test("rests a claim on its own sentences and on those of what supports it, not of what speaks against it", () => {
    const posts = [
      mapPost(1, null, { citations: [cite(7)] }),
      mapPost(2, 1, { move: "support", citations: [cite(2), cite(7)] }),
      mapPost(3, 2, { move: "evidence", citations: [cite(4)] }),
      mapPost(4, 1, { move: "challenge", citations: [cite(9)] }),
      mapPost(5, 1, { move: "support", words: null, citations: [cite(1)] }),
    ]
    const [claim] = buildMap(posts)
    expect(claim?.restsOn.map(({ sentenceId }) => sentenceId)).toEqual([
      "sentence-2",
      "sentence-4",
      "sentence-7",
    ])
  })

  test("counts claims that can be read", () => {
    const posts = [
      mapPost(1, null, { citations: [cite(1)] }),
      mapPost(2, null, { words: null }),
      mapPost(3, 2, { move: "challenge" }),
      mapPost(4, 1, { move: "challenge", words: null }),
      mapPost(5, null),
      mapPost(6, 5, { move: "challenge" }),
    ]
    expect(countMap(buildMap(posts))).toEqual({ claims: 2, supported: 0, challenged: 1, resting: 1 })
  })

  test("holds every visible post once, and nothing that is gone and has nothing visible beneath it", () => {
    fc.assert(
      fc.property(threads(30), (posts) => {
        const nodes = nodesOf(buildMap(posts))
        const visible = posts.filter(({ words }) => words !== null).map(({ id }) => id)
        const drawn = nodes.filter(({ post }) => post.words !== null).map(({ post }) => post.id)
        expect(drawn.sort()).toEqual(visible.sort())
        for (const node of nodes.filter(({ post }) => post.words === null))
          expect(nodesOf(node.children).some(({ post }) => post.words !== null)).toBe(true)
      }),
    )
  })

  test("does not depend on the order of the rows", () => {
    const shuffled = threads(20).chain((posts) =>
      fc.tuple(fc.constant(posts), fc.shuffledSubarray(posts, { minLength: posts.length })),
    )
    fc.assert(
      fc.property(shuffled, ([posts, mixed]) => {
        expect(buildMap(mixed)).toEqual(buildMap(posts))
      }),
    )
  })

  test("puts each child after its parent, and siblings by relation, then by order of writing", () => {
    fc.assert(
      fc.property(threads(30), (posts) => {
        for (const { post, children } of nodesOf(buildMap(posts))) {
          for (const child of children) expect(child.post.seq).toBeGreaterThan(post.seq)
          const keys = children.map((child) => relations.indexOf(child.relation) * 1000 + child.post.seq)
          expect(keys).toEqual([...keys].sort((one, other) => one - other))
        }
      }),
    )
  })

  test("rests no claim on less when somebody supports it, whatever they cite", () => {
    fc.assert(
      fc.property(threads(15), fc.nat(), fc.integer({ min: 1, max: 9 }), (posts, at, sentence) => {
        fc.pre(posts.length > 0)
        const before = new Map(nodesOf(buildMap(posts)).map(({ post, restsOn }) => [post.id, restsOn.length]))
        const more = mapPost(posts.length + 1, (at % posts.length) + 1, { citations: [cite(sentence)] })
        for (const { post, restsOn } of nodesOf(buildMap([...posts, more])))
          expect(restsOn.length).toBeGreaterThanOrEqual(before.get(post.id) ?? 0)
      }),
    )
  })

  test("survives rows that make a circle or answer nothing there is", () => {
    const posts = [mapPost(1, 2), mapPost(2, 1), mapPost(3, 9)]
    expect(nodesOf(buildMap(posts)).map(({ post }) => post.seq)).toEqual([1, 2, 3])
  })
})

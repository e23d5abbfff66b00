import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { buildThread, drawnSeqs, type ThreadNode } from "./build-thread"
import type { PostView } from "./thread-view"

const post = (seq: number, parent: number | null, state: PostView["state"] = "visible"): PostView => ({
  id: `p${seq}`,
  parentId: parent === null ? null : `p${parent}`,
  seq,
  author: { name: "Blue Heron", alias: null, isYou: false, isStaff: false },
  answers: null,
  move: "claim",
  side: null,
  state,
  html: "<p>a</p>",
  createdAt: 0,
  citations: [],
  citedPosts: [],
  sources: [],
  isNew: false,
  isEdited: false,
  isReported: false,
  own: null,
  restating: null,
})

/** "1(2(4) 3)" */
const draw = (nodes: ThreadNode[]): string =>
  nodes
    .map(
      (node) => `${node.post ? node.post.seq : "?"}${node.replies.length ? `(${draw(node.replies)})` : ""}`,
    )
    .join(" ")

describe("buildThread", () => {
  it("hangs replies beneath what they answer, in order of writing", () => {
    expect(draw(buildThread([post(4, 2), post(3, 1), post(1, null), post(5, null), post(2, 1)]))).toBe(
      "1(2(4) 3) 5",
    )
  })

  it("draws deeper replies in order at the last level", () => {
    const chain = [post(1, null), post(2, 1), post(3, 2), post(4, 3), post(6, 4), post(5, 2)]
    expect(draw(buildThread(chain))).toBe("1(2(3 4 5 6))")
  })

  it("puts a placeholder where the answered post is missing", () => {
    expect(draw(buildThread([post(1, null), post(7, 3), post(5, 3), post(6, null)]))).toBe("1 ?(5 7) 6")
  })

  it("keeps a hidden post only while something answers it", () => {
    expect(draw(buildThread([post(1, null, "hidden"), post(2, 1), post(3, null, "hidden")]))).toBe("1(2)")
    expect(draw(buildThread([post(1, null), post(2, 1, "deleted"), post(3, 2, "hidden")]))).toBe("1")
  })

  it("keeps a hidden post while this reader answers it, and names the posts it draws", () => {
    const posts = [post(1, null), post(2, 1, "hidden"), post(3, null, "deleted")]
    expect(draw(buildThread(posts, "p2"))).toBe("1(2)")
    expect(drawnSeqs(buildThread(posts, "p2"))).toEqual([1, 2])
    expect(drawnSeqs(buildThread([post(7, 3), ...posts]))).toEqual([1, 3, 7])
  })

  it("keeps a hidden post for its author, who is told why, and one that can be put back", () => {
    const own = {
      body: null,
      editUntil: null,
      mayRearrange: false,
      mayTakeBack: false,
      undoUntil: null,
      hiddenFor: null,
      returnedFor: null,
      isWaiting: false,
      act: null,
    }
    const mine = (seq: number, part: object) => ({ ...post(seq, null, "hidden"), own: { ...own, ...part } })
    expect(
      draw(
        buildThread([mine(1, { hiddenFor: "unkind", act: null }), mine(2, { undoUntil: 1 }), mine(3, {})]),
      ),
    ).toBe("1 2")
  })

  it("counts visible posts beneath, at any depth", () => {
    const [first] = buildThread([post(1, null), post(2, 1), post(3, 2), post(4, 3, "hidden"), post(5, 4)])
    expect(first?.replyCount).toBe(3)
  })

  it("loses no visible post and repeats none, whatever the rows say", () => {
    const rows = fc.uniqueArray(
      fc.record({ seq: fc.integer({ min: 1, max: 40 }), parent: fc.option(fc.integer({ min: 1, max: 45 })) }),
      { selector: (row) => row.seq, maxLength: 40 },
    )
    fc.assert(
      fc.property(rows, (all) => {
        const nodes = buildThread(all.map(({ seq, parent }) => post(seq, parent)))
        const seen: number[] = []
        const walk = (node: ThreadNode, depth: number): void => {
          expect(depth).toBeLessThanOrEqual(2)
          if (node.post) seen.push(node.post.seq)
          for (const reply of node.replies) walk(reply, depth + 1)
        }
        for (const node of nodes) walk(node, 0)
        expect(seen.sort((a, b) => a - b)).toEqual(all.map((row) => row.seq).sort((a, b) => a - b))
      }),
    )
  })
})

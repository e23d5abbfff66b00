import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { buildMap, nodesOf } from "./build-map"
import { BOX, drawMap } from "./draw-map"
import { threads } from "./map-cases"

describe("the picture of a map", () => {
  test("is nothing of nothing", () => {
    expect(drawMap([])).toEqual({ boxes: [], lines: [], width: 0, height: 0 })
  })

  test("draws every node once, within its bounds, and none upon another", () => {
    fc.assert(
      fc.property(threads(30), (posts) => {
        const map = buildMap(posts)
        const { boxes, width, height } = drawMap(map)
        expect(boxes.map(({ node }) => node.post.seq).sort()).toEqual(
          nodesOf(map)
            .map(({ post }) => post.seq)
            .sort(),
        )
        for (const { x, y } of boxes) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
          expect(x + BOX.width).toBeLessThanOrEqual(width)
          expect(y + BOX.height).toBeLessThanOrEqual(height)
        }
        for (const one of boxes)
          for (const other of boxes)
            if (one !== other && one.x === other.x)
              expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(BOX.height)
      }),
    )
  })

  test("draws one line to each post that answers, from what it answers, to the right", () => {
    fc.assert(
      fc.property(threads(20), (posts) => {
        const map = buildMap(posts)
        const { lines } = drawMap(map)
        const answered = nodesOf(map).flatMap((node) =>
          node.children.map((child) => `${node.post.id} ${child.post.id}`),
        )
        expect(lines.map(({ from, to }) => `${from.node.post.id} ${to.node.post.id}`).sort()).toEqual(
          answered.sort(),
        )
        for (const { from, to } of lines) expect(to.x).toBeGreaterThan(from.x + BOX.width)
      }),
    )
  })
})

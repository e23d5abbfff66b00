import { hierarchy, tree } from "d3-hierarchy"
import type { MapNode } from "./build-map"

/** A post in the picture, in pixels from the upper left. */
export type Box = { node: MapNode; x: number; y: number; depth: number }
/** From the right side of what is answered to the left side of what answers. */
export type Line = { from: Box; to: Box }
export type Picture = { boxes: Box[]; lines: Line[]; width: number; height: number }

export const BOX = { width: 208, height: 52 } as const
const GAP = { across: 44, down: 14 } as const

/**
 * A map as a picture: what is answered to the left, what answers it to the right of it, nothing upon another. By the
 * tidy tree of Reingold and Tilford, as d3-hierarchy draws it; all conversations hang on one root that is not shown.
 */
export function drawMap(map: readonly MapNode[]): Picture {
  if (map.length === 0) return { boxes: [], lines: [], width: 0, height: 0 }
  const lay = tree<{ node: MapNode | null; children: readonly MapNode[] }>()
    .nodeSize([BOX.height + GAP.down, BOX.width + GAP.across])
    .separation(() => 1)
  const root = lay(
    hierarchy({ node: null as MapNode | null, children: map }, ({ children }) =>
      children.map((node) => ({ node, children: node.children })),
    ),
  )
  const shown = root.descendants().filter((point) => point.data.node !== null)
  const top = Math.min(...shown.map((point) => point.x))
  const boxOf = new Map(
    shown.map((point) => {
      const x = point.y - (BOX.width + GAP.across)
      const node = point.data.node as MapNode
      return [point, { node, x, y: point.x - top, depth: point.depth - 1 }] as const
    }),
  )
  const boxes = [...boxOf.values()]
  const lines = shown.flatMap((point) => {
    const [from, to] = [point.parent && boxOf.get(point.parent), boxOf.get(point)]
    return from && to ? [{ from, to }] : []
  })
  const width = Math.max(...boxes.map(({ x }) => x)) + BOX.width
  const height = Math.max(...boxes.map(({ y }) => y)) + BOX.height
  return { boxes, lines, width, height }
}

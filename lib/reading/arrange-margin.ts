export type MarginItem = {
  key: string
  /** Where the item would stand: the top of its sentence, in pixels. */
  anchor: number
  height: number
}

const GAP = 12

/**
 * Tops for the items beside a text, so that none covers another and each is as near to its sentence as may be. What
 * collides is pushed down in the order of the text; `pinned`, the item in use, keeps its place and pushes what stands
 * above it up.
 */
export function arrangeMargin(items: readonly MarginItem[], pinned?: string): Map<string, number> {
  const ordered = [...items].sort((a, b) => a.anchor - b.anchor)
  const at = ordered.findIndex(({ key }) => key === pinned)
  const tops = new Map<string, number>()
  if (at < 0) return pushDown(tops, ordered, Number.NEGATIVE_INFINITY)
  const inUse = ordered[at] as MarginItem
  tops.set(inUse.key, inUse.anchor)
  pushDown(tops, ordered.slice(0, at), Number.NEGATIVE_INFINITY)
  pullUp(tops, ordered.slice(0, at), inUse.anchor)
  return pushDown(tops, ordered.slice(at + 1), inUse.anchor + inUse.height + GAP)
}

function pushDown(
  tops: Map<string, number>,
  items: readonly MarginItem[],
  from: number,
): Map<string, number> {
  let free = from
  for (const { key, anchor, height } of items) {
    const top = Math.max(anchor, free)
    tops.set(key, top)
    free = top + height + GAP
  }
  return tops
}

function pullUp(tops: Map<string, number>, items: readonly MarginItem[], floor: number): void {
  let limit = floor
  for (const { key, height } of [...items].reverse()) {
    const top = Math.min(tops.get(key) ?? 0, limit - GAP - height)
    tops.set(key, top)
    limit = top
  }
}

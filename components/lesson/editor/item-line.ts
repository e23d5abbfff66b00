/** A question as the list of a lesson's questions shows it. */
export type ItemLine = {
  itemId: string
  /** The question as its author wrote it. */
  prompt: string
  type: string
  level: string
  /** Null for a view: it is never scored. */
  points: number | null
  skills: readonly string[]
  /** The pool it is drawn from; null: everybody gets it. */
  pool: string | null
  /** What has to be mended or looked at, in words. */
  problems: readonly string[]
}

/** Questions as they follow each other: one that everybody gets, or those of a pool. `at`: the first one's place, from 0. */
export type ItemGroup = { at: number; pool: string | null; items: ItemLine[] }

/** Items of a pool stand together, so that a change of pool begins another group. */
export function groupItems(items: readonly ItemLine[]): ItemGroup[] {
  const groups: ItemGroup[] = []
  for (const [at, item] of items.entries()) {
    const last = groups.at(-1)
    if (last && item.pool !== null && last.pool === item.pool) last.items.push(item)
    else groups.push({ at, pool: item.pool, items: [item] })
  }
  return groups
}

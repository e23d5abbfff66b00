import { AUTHORS_ORDER, derivedSeed, shuffle } from "@/lib/quiz/shuffle"

/** An item of a lesson as an attempt may get it. */
export type DrawableItem = {
  itemId: string
  itemVersionId: string
  /** The pool it is drawn from, and how many of that pool an attempt gets. Both null: every attempt gets it. */
  poolId: string | null
  draw: number | null
}

/** An item with its place in one attempt, from 1, and the seed that orders its options. */
export type DrawnItem = { itemId: string; itemVersionId: string; position: number; optionSeed: number }

export type DrawRules = { seed: number; shuffleItems: boolean; shuffleOptions: boolean }

/**
 * The items of one attempt: of each pool as many as it draws, all others always. Everything follows from the seed and
 * the author's order, and nothing from what the items hold, so that no order or choice can tell anything of a key.
 */
export function drawItems(items: readonly DrawableItem[], rules: DrawRules): DrawnItem[] {
  const drawn = drawnOfPools(items, rules.seed)
  const given = items.filter(({ poolId, itemId }) => poolId === null || drawn.has(itemId))
  const ordered = rules.shuffleItems ? shuffle(given, derivedSeed(rules.seed, ORDER)) : given
  const seeds = new Map(items.map(({ itemId }, at) => [itemId, derivedSeed(rules.seed, OPTIONS + at)]))
  return ordered.map(({ itemId, itemVersionId }, at) => ({
    itemId,
    itemVersionId,
    position: at + 1,
    optionSeed: rules.shuffleOptions ? (seeds.get(itemId) as number) : AUTHORS_ORDER,
  }))
}

/** Which derived seed is for what: pools by their order from 0, far below the others. */
const ORDER = 1_000
const OPTIONS = 1_001

function drawnOfPools(items: readonly DrawableItem[], seed: number): ReadonlySet<string> {
  const pools = [...new Set(items.flatMap(({ poolId }) => poolId ?? []))]
  return new Set(
    pools.flatMap((pool, at) => {
      const own = items.filter(({ poolId }) => poolId === pool)
      return shuffle(own, derivedSeed(seed, at))
        .slice(0, own[0]?.draw ?? own.length)
        .map(({ itemId }) => itemId)
    }),
  )
}

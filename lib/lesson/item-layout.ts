/** An item at its place in a lesson version. `pool`: the name of the pool it is drawn from; null: everybody gets it. */
export type Place = { itemId: string; itemVersionId: string; pool: string | null }

/** Items of which each attempt draws a few. Called by its name, which is its own within a version and stays in the next. */
export type Pool = { name: string; draw: number }

/** The order of a version's items, and their pools. */
export type ItemLayout = { places: readonly Place[]; pools: readonly Pool[] }

/** Where chosen items go: to an end, or before another item. */
export type Target = "top" | "bottom" | { before: string }

/**
 * A layout as it may stand: the items of a pool together, where the first of them was; no pool without items; and no pool
 * that draws more than it has.
 */
export function settle({ places, pools }: ItemLayout): ItemLayout {
  const known = new Set(pools.map(({ name }) => name))
  const own = places.map((place) => (place.pool && known.has(place.pool) ? place : { ...place, pool: null }))
  const seen = new Set<string>()
  const together = own.flatMap((place) => {
    if (place.pool === null) return [place]
    if (seen.has(place.pool)) return []
    seen.add(place.pool)
    return own.filter(({ pool }) => pool === place.pool)
  })
  const sizeOf = (name: string) => together.filter(({ pool }) => pool === name).length
  return {
    places: together,
    pools: pools
      .filter(({ name }) => sizeOf(name) > 0)
      .map(({ name, draw }) => ({ name, draw: Math.max(1, Math.min(draw, sizeOf(name))) })),
  }
}

/** Chosen items, in the order they have, to another place. Before one of themselves: together, where that one stands. */
export function moveChosen(layout: ItemLayout, itemIds: readonly string[], to: Target): ItemLayout {
  const isChosen = chosenBy(itemIds)
  const moved = layout.places.filter(isChosen)
  const rest = layout.places.filter((place) => !isChosen(place))
  const at =
    to === "top" ? 0 : to === "bottom" ? rest.length : placeBefore(layout.places, isChosen, to.before)
  return settle({ ...layout, places: [...rest.slice(0, at), ...moved, ...rest.slice(at)] })
}

/** How many of those that stay stand before the item. */
function placeBefore(places: readonly Place[], isChosen: (place: Place) => boolean, itemId: string): number {
  const target = places.findIndex((place) => place.itemId === itemId)
  return places.slice(0, target < 0 ? places.length : target).filter((place) => !isChosen(place)).length
}

export const withdrawChosen = (layout: ItemLayout, itemIds: readonly string[]): ItemLayout => {
  const isChosen = chosenBy(itemIds)
  return settle({ ...layout, places: layout.places.filter((place) => !isChosen(place)) })
}

/** Into a pool that is there, or out of any. */
export function pourInto(layout: ItemLayout, itemIds: readonly string[], pool: string | null): ItemLayout {
  const isChosen = chosenBy(itemIds)
  const places = layout.places.map((place) => (isChosen(place) ? { ...place, pool } : place))
  // After those that stand in it already.
  const last = places.findLastIndex((place) => place.pool === pool && !isChosen(place))
  if (pool === null || last < 0) return settle({ ...layout, places })
  const joining = places.filter(isChosen)
  const before = places.slice(0, last + 1).filter((place) => !isChosen(place))
  const after = places.slice(last + 1).filter((place) => !isChosen(place))
  return settle({ ...layout, places: [...before, ...joining, ...after] })
}

/** A pool of chosen items that is not there yet. */
export const makePool = (layout: ItemLayout, itemIds: readonly string[], pool: Pool): ItemLayout =>
  pourInto({ ...layout, pools: [...layout.pools, pool] }, itemIds, pool.name)

/** Another name, another number to draw, or both. */
export const changePool = (layout: ItemLayout, name: string, pool: Pool): ItemLayout =>
  settle({
    places: layout.places.map((place) => (place.pool === name ? { ...place, pool: pool.name } : place)),
    pools: layout.pools.map((one) => (one.name === name ? pool : one)),
  })

/** Its items stay where they stand, for everybody. */
export const dissolvePool = (layout: ItemLayout, name: string): ItemLayout =>
  settle({ ...layout, pools: layout.pools.filter((pool) => pool.name !== name) })

const chosenBy = (itemIds: readonly string[]) => {
  const chosen = new Set(itemIds)
  return ({ itemId }: Place): boolean => chosen.has(itemId)
}

/** A seed of zero keeps the order of the author. */
export const AUTHORS_ORDER = 0

/**
 * The same list in an order that depends on the seed alone: every student has one, it is the same on every device
 * and after every reload, and it knows nothing of the key. Fisher-Yates over mulberry32.
 */
export function shuffle<T>(list: readonly T[], seed: number): T[] {
  const shuffled = [...list]
  if (seed === AUTHORS_ORDER) return shuffled
  const random = mulberry32(seed)
  for (let last = shuffled.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1))
    ;[shuffled[last], shuffled[chosen]] = [shuffled[chosen] as T, shuffled[last] as T]
  }
  return shuffled
}

/** The nth seed that follows from another: never the author's order, and the same whenever it is asked for. */
export function derivedSeed(seed: number, nth: number): number {
  const random = mulberry32(seed ^ Math.imul(nth + 1, 0x9e3779b1))
  return 1 + Math.floor(random() * 2_147_483_646)
}

/** A small generator of numbers in [0, 1); Tommy Ettinger, public domain. Not for secrets: the seed is the secret. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

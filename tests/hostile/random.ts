/** A source of chance that gives the same for the same seed (mulberry32, by Tommy Ettinger, public domain). */
export type Chance = {
  /** From 0 up to, not including, `below`. */
  below: (below: number) => number
  pick: <T>(from: readonly [T, ...T[]]) => T
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number): number => Math.floor(next() * most)
  return { below, pick: (from) => from[below(from.length)] ?? from[0] }
}

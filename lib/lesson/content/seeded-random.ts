import type { Random } from "@/lib/lesson/content/demonstration-answers"

/**
 * Random numbers in [0, 1) that are the same for the same words: FNV-1a makes a number of them, mulberry32 (Tommy
 * Ettinger, public domain) a sequence of it. For made-up data only.
 */
export function seededRandom(words: string): Random {
  let state = 0x811c9dc5
  for (const character of words) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

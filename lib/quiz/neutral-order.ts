import type { Option } from "@/lib/quiz/options"
import { AUTHORS_ORDER, shuffle } from "@/lib/quiz/shuffle"

/**
 * In the order of their words. Where the author's own order is, or hints at, the right answer, this is where a shuffle
 * begins: what comes out depends on the words and the seed, and on nothing that the author did.
 */
export const inTextOrder = <T extends Option>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => compareTexts(a.text, b.text) || compareTexts(a.id, b.id))

/** By code units, so that every machine agrees. */
const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** One sitting's order of things whose stored order may say too much. Without a shuffle it is that of their words. */
export const neutralOrder = <T extends Option>(list: readonly T[], seed: number): T[] =>
  shuffle(inTextOrder(list), seed)

/**
 * The same for things that have to be put in order: years in the order of their words would be the answer. A sitting
 * without a shuffle gets the one that the words themselves give, the same for everybody.
 */
export const scatteredOrder = <T extends Option>(list: readonly T[], seed: number): T[] =>
  neutralOrder(list, seed === AUTHORS_ORDER ? seedOf(inTextOrder(list)) : seed)

/** FNV-1a over the words; never the seed that stands for no shuffle. */
function seedOf(list: readonly Option[]): number {
  let hash = 0x811c9dc5
  for (const character of list.map(({ text }) => text).join("\n"))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return (hash & 0x7fffffff) + 1
}

import type { FairItem } from "@/lib/quiz/fairness/fair-item"
import { type Finding, findingOn } from "@/lib/quiz/fairness/finding"
import { plainWords } from "@/lib/quiz/fairness/word-lists"
import { normaliseAnswer } from "@/lib/quiz/normalise-answer"

/**
 * Options that say the same, once case, articles and marks are left away. Needs no word list. "Keep choices independent":
 * Haladyna, Downing and Rodriguez, Applied Measurement in Education 15(3), 2002, 309-334.
 */
export function findSameOptions(item: FairItem): Finding[] {
  return item.lists.flatMap(({ choices }) => {
    const pair = firstPair(
      choices.map(({ text }) => text),
      (one, other) => bare(one) === bare(other),
    )
    return pair ? [findingOn(item, "sameOptions", pair)] : []
  })
}

/** Two ranges that share a number: "10-20" and "20-30". Needs no word list. */
export function findOverlappingRanges(item: FairItem): Finding[] {
  return item.lists.flatMap(({ choices }) => {
    const pair = firstPair(
      choices.map(({ text }) => text),
      shareANumber,
    )
    return pair ? [findingOn(item, "overlappingRanges", pair)] : []
  })
}

/** One option is a part of another: "a fence" beside "a fence and a wall", where choosing the second takes the first along. */
export function findOverlappingOptions(item: FairItem): Finding[] {
  if (item.type === "matching") return []
  return item.lists.flatMap(({ choices }) => {
    const pair = firstPair(
      choices.map(({ text }) => text),
      isPartOf,
    )
    return pair ? [findingOn(item, "overlappingOptions", pair)] : []
  })
}

/** The option as it is compared; "" for one without letters or digits, which is like nothing. */
const bare = (text: string): string =>
  normaliseAnswer(text, { ignoreCase: true, ignoreDiacritics: false })
    .replace(/[^\p{L}\p{N}+\-%=<>]+/gu, " ")
    .replace(/^(?:the|an?) /, "")
    .trim()

type Pair = { one: string; other: string }

function firstPair(texts: readonly string[], alike: (one: string, other: string) => boolean): Pair | null {
  const filled = texts.filter((text) => bare(text) !== "")
  for (const [at, one] of filled.entries())
    for (const other of filled.slice(at + 1)) if (alike(one, other)) return { one, other }
  return null
}

function isPartOf(one: string, other: string): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one]
  const parts = plainWords(longer)
    .replace(/^both /, "")
    .split(/,| and | or |;/)
    .map(bare)
  return parts.length > 1 && parts.includes(bare(shorter))
}

function shareANumber(one: string, other: string): boolean {
  const [first, second] = [rangeOf(one), rangeOf(other)]
  return first !== null && second !== null && first.low <= second.high && second.low <= first.high
}

/** "10-20", "10 to 20 %"; null for anything with other numbers or none. */
function rangeOf(text: string): { low: number; high: number } | null {
  const found = /^\D*?(\d+(?:\.\d+)?)\s*(?:[-\u2010-\u2015]|to|bis|à)\s*(\d+(?:\.\d+)?)\D*$/u.exec(text)
  if (!found) return null
  const [low, high] = [Number(found[1]), Number(found[2])]
  return low < high ? { low, high } : null
}

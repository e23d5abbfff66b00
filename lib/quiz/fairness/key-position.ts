import { chanceOfCounts } from "@/lib/quiz/fairness/even-places"
import { type FairItem, keyedList } from "@/lib/quiz/fairness/fair-item"
import type { Finding } from "@/lib/quiz/fairness/finding"
import { FEWEST_LISTS, UNLIKELY } from "@/lib/quiz/fairness/longest-key"

export type PositionMeasure = {
  /** How often the right option stands first, second, … among lists with so many options. */
  counts: number[]
  /** Lists counted: those with the most usual number of options. */
  n: number
  /** Lists with another number of options, left out. */
  others: number
  /** The chance of counts as uneven or more; null below `FEWEST_LISTS`. */
  chance: number | null
}

/**
 * Where the right option stands in the author's order. "Vary the location of the right answer": Haladyna, Downing and
 * Rodriguez, Applied Measurement in Education 15(3), 2002, 309-334. True or false, whose order is fixed, is not counted.
 */
export function measurePositions(items: readonly FairItem[]): PositionMeasure {
  const lists = items.flatMap(({ lists: own }) => own.filter((list) => keyedList(list) !== null))
  const size = mostUsual(lists.map(({ choices }) => choices.length))
  const usual = lists.filter(({ choices }) => choices.length === size)
  const counts = Array.from({ length: size }, () => 0)
  for (const { choices } of usual) {
    const at = choices.findIndex(({ isRight }) => isRight)
    counts[at] = (counts[at] ?? 0) + 1
  }
  const chance = usual.length < FEWEST_LISTS ? null : chanceOfCounts(counts)
  return { counts, n: usual.length, others: lists.length - usual.length, chance }
}

/** The number that comes most often, the smaller of two that do; 0 of none. */
function mostUsual(numbers: readonly number[]): number {
  const times = (number: number) => numbers.filter((one) => one === number).length
  return [...new Set(numbers)].sort((one, other) => times(other) - times(one) || one - other)[0] ?? 0
}

export function findKeyPosition({ counts, n, chance }: PositionMeasure): Finding[] {
  if (chance === null || chance > UNLIKELY) return []
  const most = Math.max(...counts)
  return [
    { code: "keyPosition", item: null, values: { place: letterOf(counts.indexOf(most)), count: most, n } },
  ]
}

/** 0 is "A". */
export const letterOf = (at: number): string => String.fromCharCode(65 + at)

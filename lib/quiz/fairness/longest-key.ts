import { atLeast } from "@/lib/quiz/fairness/exact-tail"
import { type ChoiceList, type FairItem, keyedList } from "@/lib/quiz/fairness/fair-item"
import { type Finding, findingOn } from "@/lib/quiz/fairness/finding"

/** How much longer than the mean of the others the right option must be to be said: by factor and in characters. */
const FACTOR = 1.5
const LEAST_DIFFERENCE = 10
/** Below this many lists of options nothing is said about the quiz. */
export const FEWEST_LISTS = 8
/** A chance of this or less is called unlikely. */
export const UNLIKELY = 0.05

/** "Keep the length of choices about equal": Haladyna, Downing and Rodriguez, Applied Measurement in Education 15(3), 2002, 309-334. */
export function findLongestKey(item: FairItem): Finding[] {
  return item.lists.flatMap((list) => {
    const keyed = keyedList(list)
    if (!keyed) return []
    const right = lengthOf(keyed.right.text)
    const mean = keyed.others.reduce((sum, { text }) => sum + lengthOf(text), 0) / keyed.others.length
    if (right < FACTOR * mean || right - mean < LEAST_DIFFERENCE) return []
    return [findingOn(item, "longestKey", { right, mean: Math.round(mean) })]
  })
}

export type LongestMeasure = {
  /** Lists with one right option and one that is longer than all others. */
  n: number
  /** Of these, where the longest is the right one. */
  longest: number
  /** How many would be by chance. */
  expected: number
  /** The chance of so many or more; null below `FEWEST_LISTS`. */
  chance: number | null
}

/**
 * How often the longest option is the right one, over the quiz. By chance it is in one of k for a list of k options; the
 * chance of so many or more is the exact upper tail of the sum of these unequal trials (Poisson binomial).
 */
export function measureLongest(items: readonly FairItem[]): LongestMeasure {
  const trials = items.flatMap(({ lists }) => lists.flatMap(trialOf))
  const longest = trials.filter(({ hit }) => hit).length
  const chances = trials.map(({ options }) => 1 / options)
  return {
    n: trials.length,
    longest,
    expected: chances.reduce((sum, chance) => sum + chance, 0),
    chance: trials.length < FEWEST_LISTS ? null : atLeast(longest, chances),
  }
}

export function findLongestOften(measure: LongestMeasure): Finding[] {
  if (measure.chance === null || measure.chance > UNLIKELY) return []
  return [{ code: "longestOften", item: null, values: { longest: measure.longest, n: measure.n } }]
}

function trialOf(list: ChoiceList): { options: number; hit: boolean }[] {
  const keyed = keyedList(list)
  if (!keyed) return []
  const lengths = list.choices.map(({ text }) => lengthOf(text))
  const most = Math.max(...lengths)
  if (lengths.filter((length) => length === most).length > 1) return []
  return [{ options: lengths.length, hit: lengthOf(keyed.right.text) === most }]
}

/** In characters as a reader sees them: an accent is no letter of its own. */
const lengthOf = (text: string): number => [...text.trim().normalize("NFC")].length

import type { AuthoredItem } from "@/lib/quiz/authored-item"
import { findAbsolutes } from "@/lib/quiz/fairness/absolutes"
import {
  findOverlappingOptions,
  findOverlappingRanges,
  findSameOptions,
} from "@/lib/quiz/fairness/alike-options"
import { findCatchAll } from "@/lib/quiz/fairness/catch-all"
import { findDoubleNegative } from "@/lib/quiz/fairness/double-negative"
import { type FairItem, fairItem } from "@/lib/quiz/fairness/fair-item"
import type { Finding } from "@/lib/quiz/fairness/finding"
import { findGrammarClue } from "@/lib/quiz/fairness/grammar-clue"
import { findKeyPosition, measurePositions, type PositionMeasure } from "@/lib/quiz/fairness/key-position"
import { findKeyedOpinion } from "@/lib/quiz/fairness/keyed-opinion"
import {
  findLongestKey,
  findLongestOften,
  type LongestMeasure,
  measureLongest,
} from "@/lib/quiz/fairness/longest-key"
import { findNegativeStem } from "@/lib/quiz/fairness/negative-stem"
import {
  findUnevenSides,
  type LevelMeasure,
  measureLevels,
  measureSides,
  type SideMeasure,
} from "@/lib/quiz/fairness/shares"
import { hasWordLists } from "@/lib/quiz/fairness/word-lists"

type Rule = (item: FairItem) => Finding[]

/** Rules that look at lengths, numbers and places: of any language. */
const RULES: readonly Rule[] = [findLongestKey, findSameOptions, findOverlappingRanges]

/** Rules that look for words: English so far. */
const WORD_RULES: readonly Rule[] = [
  findKeyedOpinion,
  findAbsolutes,
  findCatchAll,
  findNegativeStem,
  findDoubleNegative,
  findGrammarClue,
  findOverlappingOptions,
]

export type FairnessReport = {
  /** By item in the quiz's order; then those about the whole quiz. */
  findings: Finding[]
  positions: PositionMeasure
  longest: LongestMeasure
  sides: SideMeasure
  levels: LevelMeasure
  /** Whether the rules of words were run. */
  wordsChecked: boolean
  n: number
}

/**
 * What of a quiz may favour some students, or some view, for reasons that are not the matter. Nothing of it blocks: each
 * finding is a reason to look again. `language` is the text's (BCP 47).
 */
export function checkFairness(
  placed: readonly { position: number; item: AuthoredItem }[],
  language: string,
): FairnessReport {
  const items = placed.map(fairItem)
  const wordsChecked = hasWordLists(language)
  const rules = wordsChecked ? [...WORD_RULES, ...RULES] : RULES
  const [positions, longest, sides] = [measurePositions(items), measureLongest(items), measureSides(items)]
  const findings = [
    ...items.flatMap((item) => rules.flatMap((rule) => rule(item))),
    ...findLongestOften(longest),
    ...findKeyPosition(positions),
    ...findUnevenSides(sides),
  ]
  return { findings, positions, longest, sides, levels: measureLevels(items), wordsChecked, n: items.length }
}

import type { FairItem } from "@/lib/quiz/fairness/fair-item"
import { type Finding, findingOn } from "@/lib/quiz/fairness/finding"
import { plainWords } from "@/lib/quiz/fairness/word-lists"

const ALL =
  /^(?:all|both|each) (?:of )?(?:the above|these|them|the other (?:answers|options))\W*$|\ball of the above\b/
const NONE =
  /^(?:none|neither) (?:of )?(?:the above|these|them|the other (?:answers|options))\W*$|\bnone of the above\b/

/**
 * Options about the other options. Both are advised against, the first more strongly, in Haladyna, Downing and Rodriguez,
 * Applied Measurement in Education 15(3), 2002, 309-334. With options shuffled, "above" does not even hold.
 */
export function findCatchAll(item: FairItem): Finding[] {
  const texts = item.lists.flatMap(({ choices }) => choices.map(({ text }) => text))
  const all = texts.find((text) => ALL.test(plainWords(text)))
  const none = texts.find((text) => NONE.test(plainWords(text)))
  return [
    ...(all ? [findingOn(item, "allOfTheAbove", { option: all })] : []),
    ...(none ? [findingOn(item, "noneOfTheAbove", { option: none })] : []),
  ]
}

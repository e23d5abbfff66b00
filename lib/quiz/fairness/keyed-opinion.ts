import type { FairItem } from "@/lib/quiz/fairness/fair-item"
import { type Finding, findingOn } from "@/lib/quiz/fairness/finding"
import { plainWords } from "@/lib/quiz/fairness/word-lists"

const ASKS_THE_STUDENT =
  /\b(?:do|would) you (?:agree|disagree|think|believe|feel|support|prefer)\b|\bin your (?:own )?(?:opinion|view)\b|\byour (?:own )?(?:opinion|view)\b|\bhow do you feel\b|\bdo you find\b/

const SHOULD = /\b(?:should|ought to)\b/
/** "Should" of somebody else's making: what the text says ought to be is a matter of reading. */
const SAID_BY_THE_TEXT =
  /\b(?:according to|author|writer|columnist|editor|editors|text|article|passage|column|paragraph|sentence|sa(?:y|ys|id)|argue[sd]?|claim(?:s|ed)?|suggest(?:s|ed)?|conclude[sd]?|think(?:s)?|believe[sd]?|want(?:s|ed)?|reader|readers)\b/

/**
 * A question for the student's own view that has a right answer. "Avoid opinion-based items": T. M. Haladyna,
 * S. M. Downing and M. C. Rodriguez, Applied Measurement in Education 15(3), 2002, 309-334.
 */
export function findKeyedOpinion(item: FairItem): Finding[] {
  if (item.level === "my_view") return []
  const plain = plainWords(item.prompt)
  const own = ASKS_THE_STUDENT.exec(plain)?.[0]
  if (own) return [findingOn(item, "keyedOpinion", { words: own })]
  const should = plain.includes("?") && !SAID_BY_THE_TEXT.test(plain) ? SHOULD.exec(plain)?.[0] : undefined
  return should ? [findingOn(item, "keyedOpinion", { words: should })] : []
}

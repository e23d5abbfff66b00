import type { FairItem } from "@/lib/quiz/fairness/fair-item"
import { type Finding, findingOn } from "@/lib/quiz/fairness/finding"

const CHOICE_TYPES = new Set(["single", "multiple", "evidence-pair", "evidence"])
/** "Which … not", "except": an exception is asked for. "Why did they not vote?" asks for none. */
const UNMARKED = /\b(?:which|what|who|whom)\b[^?.!]*?(?:\b(not|least)\b|(n['\u2019]t)\b)|\b(except)\b/
/** Written so that nobody reads over it. */
const MARKED =
  /\b(?:NOT|EXCEPT|LEAST)\b|\*\*?[^*]*\b(?:not|except|least)\b[^*]*\*|_[^_]*\b(?:not|except|least)\b[^_]*_/

/**
 * A question for the exception that does not say so loudly. "Word the stem positively"; where a negative cannot be
 * helped, it stands in capitals: Haladyna, Downing and Rodriguez, Applied Measurement in Education 15(3), 2002, 309-334.
 */
export function findNegativeStem(item: FairItem): Finding[] {
  if (!CHOICE_TYPES.has(item.type) || MARKED.test(item.prompt)) return []
  const found = UNMARKED.exec(item.prompt.replace(/^./, (first) => first.toLowerCase()))
  if (!found) return []
  return [findingOn(item, "negativeStem", { word: found[2] ? "not" : (found[1] ?? "except") })]
}

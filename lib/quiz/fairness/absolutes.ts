import { type FairItem, keyedList } from "@/lib/quiz/fairness/fair-item"
import { type Finding, findingOn } from "@/lib/quiz/fairness/finding"
import { absoluteIn } from "@/lib/quiz/fairness/word-lists"

/**
 * Words that admit no exception, where they tell the answer: in wrong options and no right one, or in a statement that
 * is false. "Specific determiners" in Haladyna, Downing and Rodriguez, Applied Measurement in Education 15(3), 2002, 309-334.
 */
export function findAbsolutes(item: FairItem): Finding[] {
  if (item.type === "true-false") {
    const word = item.holds === false ? absoluteIn(item.prompt) : null
    return word ? [findingOn(item, "absoluteStatement", { word })] : []
  }
  return item.lists.flatMap((list) => {
    const keyed = keyedList(list)
    if (!keyed || absoluteIn(keyed.right.text)) return []
    const told = keyed.others.find(({ text }) => absoluteIn(text) !== null && !isCatchAll(text))
    const word = told ? absoluteIn(told.text) : null
    return told && word ? [findingOn(item, "absoluteDistractor", { word, option: told.text })] : []
  })
}

/** Has a rule of its own. */
const isCatchAll = (text: string): boolean => /^(?:all|none) of (?:the above|these|them)\b/i.test(text.trim())

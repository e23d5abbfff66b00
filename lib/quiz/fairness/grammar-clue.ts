import { type FairItem, keyedList } from "@/lib/quiz/fairness/fair-item"
import { type Finding, findingOn } from "@/lib/quiz/fairness/finding"
import { plainWords } from "@/lib/quiz/fairness/word-lists"

/** The article that options go on from: at the end of the words before a gap, or of an unfinished question. */
const ENDS_WITH_ARTICLE = /(?:^|\s)(an?)\s*(?:[_…:]|\.{2,})*\s*$/

/** Words whose sound is not their letter's. */
const SOUNDS_OPEN = /^(?:hour|honest|honou?r|heir|[fhlmnrsx](?:\b|[-.]))/
const SOUNDS_CLOSED = /^(?:one\b|once\b|eu|ewe|uni(?!n|m)|use|usu|u[bk]\b|ut(?:il|o))/

/**
 * "a" or "an" before the gap, that fits the right option and not all of the others. "Grammatical inconsistencies" in
 * Haladyna, Downing and Rodriguez, Applied Measurement in Education 15(3), 2002, 309-334.
 */
export function findGrammarClue(item: FairItem): Finding[] {
  return item.lists.flatMap((list) => {
    const article = ENDS_WITH_ARTICLE.exec(plainWords(list.leadIn))?.[1]
    const keyed = keyedList(list)
    if (!article || !keyed || !fits(article, keyed.right.text)) return []
    const misfit = keyed.others.find(({ text }) => !fits(article, text))
    return misfit ? [findingOn(item, "grammarClue", { article, option: misfit.text })] : []
  })
}

function fits(article: string, text: string): boolean {
  const word = plainWords(text).replace(/^[^\p{L}\p{N}]+/u, "")
  const open = SOUNDS_OPEN.test(word) || (/^(?:[aeiou]|8|11\b|18\b)/.test(word) && !SOUNDS_CLOSED.test(word))
  return open === (article === "an")
}

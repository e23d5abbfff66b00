import { evidenceProblems } from "@/lib/quiz/evidence"
import { defineItemType } from "@/lib/quiz/item-type"
import { optionProblems } from "@/lib/quiz/options"
import { singleProgress } from "@/lib/quiz/types/single/progress"
import { content, key, response } from "@/lib/quiz/types/true-false/shapes"

/**
 * A statement that holds or does not. The words for both are the author's, because "true" is not always the word, nor
 * English the language. They are never shuffled: true stands first for everybody, whatever the key.
 */
export const trueFalse = defineItemType({
  name: "true-false",
  content,
  response,
  key,
  present: (shown) => shown,
  check: ({ options }, chosen) => {
    const known = chosen.option === null || options.some(({ id }) => id === chosen.option)
    return known ? singleProgress(chosen) : "invalid"
  },
  score: ({ answer }, chosen) => {
    const right = chosen.option === answer
    return { share: { numerator: right ? 1 : 0, denominator: 1 }, finding: { answer: right } }
  },
  problems: (draft, sentenceIds) => [
    ...optionProblems(draft.content.options, draft.key?.answer),
    ...(draft.key ? evidenceProblems(draft.key.evidence, sentenceIds) : []),
  ],
  blank: (newOptionId) => {
    const options = ["True", "False"].map((text) => ({ id: newOptionId(), text }))
    return { content: { options }, key: null }
  },
  options: (shown) => shown.options,
  told: ({ option }) => ({ optionIds: option === null ? [] : [option] }),
  toldKey: ({ answer }) => ({ optionIds: [answer] }),
})

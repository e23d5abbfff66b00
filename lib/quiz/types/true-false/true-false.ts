import { evidenceProblems } from "@/lib/quiz/evidence"
import { defineItemType } from "@/lib/quiz/item-type"
import { checkOption, scoreOption, toldOption } from "@/lib/quiz/one-option"
import { optionProblems } from "@/lib/quiz/options"
import { mendTrueFalse } from "@/lib/quiz/types/true-false/mend"
import { content, key, response } from "@/lib/quiz/types/true-false/shapes"

/**
 * A statement that holds or does not. The words for both are the author's, because "true" is not always the word, nor
 * English the language. They are never shuffled: true stands first for everybody, whatever the key.
 */
export const trueFalse = defineItemType({
  name: "true-false",
  mend: mendTrueFalse,
  content,
  response,
  key,
  present: (shown) => shown,
  check: ({ options }, chosen) => checkOption(options, chosen),
  score: (right, chosen) => scoreOption(right, chosen),
  problems: (draft, sentenceIds) => [
    ...optionProblems(draft.content.options, draft.key?.answer),
    ...(draft.key ? evidenceProblems(draft.key.evidence, sentenceIds) : []),
  ],
  blank: (newOptionId) => {
    const options = ["True", "False"].map((text) => ({ id: newOptionId(), text }))
    return { content: { options }, key: null }
  },
  options: (shown) => shown.options,
  told: toldOption,
  toldKey: ({ answer }) => ({ optionIds: [answer] }),
})

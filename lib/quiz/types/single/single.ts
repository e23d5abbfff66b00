import { evidenceProblems } from "@/lib/quiz/evidence"
import { defineItemType } from "@/lib/quiz/item-type"
import { checkOption, halfOptions, scoreOption, toldOption, wholeOptions } from "@/lib/quiz/one-option"
import { optionProblems, shareProblems } from "@/lib/quiz/options"
import { shuffle } from "@/lib/quiz/shuffle"
import { mendSingle } from "@/lib/quiz/types/single/mend"
import { content, key, response } from "@/lib/quiz/types/single/shapes"

/** One right option of several; others may earn a part of the points where the author says so. */
export const single = defineItemType({
  name: "single",
  mend: mendSingle,
  content,
  response,
  key,
  present: ({ options }, seed) => ({ options: shuffle(options, seed) }),
  check: ({ options }, chosen) => checkOption(options, chosen),
  score: (right, chosen) => scoreOption(right, chosen),
  problems: (draft, sentenceIds) => [
    ...optionProblems(draft.content.options, draft.key?.answer),
    ...shareProblems(draft.key?.shares, draft.content.options),
    ...(draft.key ? evidenceProblems(draft.key.evidence, sentenceIds) : []),
  ],
  blank: (newOptionId) => {
    const options = Array.from({ length: 4 }, () => ({ id: newOptionId(), text: "" }))
    return { content: { options }, key: null }
  },
  options: (shown) => shown.options,
  told: toldOption,
  toldKey: (right) => ({ optionIds: wholeOptions(right), ...halfOptions(right.shares, wholeOptions(right)) }),
})

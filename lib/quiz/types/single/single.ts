import { evidenceProblems } from "@/lib/quiz/evidence"
import { defineItemType } from "@/lib/quiz/item-type"
import { optionProblems } from "@/lib/quiz/options"
import { shuffle } from "@/lib/quiz/shuffle"
import { singleProgress } from "@/lib/quiz/types/single/progress"
import { content, key, response } from "@/lib/quiz/types/single/shapes"

/** One right option of several. All or nothing. */
export const single = defineItemType({
  name: "single",
  content,
  response,
  key,
  present: ({ options }, seed) => ({ options: shuffle(options, seed) }),
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
    const options = Array.from({ length: 4 }, () => ({ id: newOptionId(), text: "" }))
    return { content: { options }, key: null }
  },
  options: (shown) => shown.options,
  told: ({ option }) => ({ optionIds: option === null ? [] : [option] }),
  toldKey: ({ answer }) => ({ optionIds: [answer] }),
})

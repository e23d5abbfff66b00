import { evidenceProblems } from "@/lib/quiz/evidence"
import { defineItemType } from "@/lib/quiz/item-type"
import { checkOption, scoreOption, toldOption } from "@/lib/quiz/one-option"
import { optionProblems } from "@/lib/quiz/options"
import { shuffle } from "@/lib/quiz/shuffle"
import { content, key, response } from "@/lib/quiz/types/single/shapes"

/** One right option of several. All or nothing. */
export const single = defineItemType({
  name: "single",
  content,
  response,
  key,
  present: ({ options }, seed) => ({ options: shuffle(options, seed) }),
  check: ({ options }, chosen) => checkOption(options, chosen),
  score: ({ answer }, chosen) => scoreOption(answer, chosen),
  problems: (draft, sentenceIds) => [
    ...optionProblems(draft.content.options, draft.key?.answer),
    ...(draft.key ? evidenceProblems(draft.key.evidence, sentenceIds) : []),
  ],
  blank: (newOptionId) => {
    const options = Array.from({ length: 4 }, () => ({ id: newOptionId(), text: "" }))
    return { content: { options }, key: null }
  },
  options: (shown) => shown.options,
  told: toldOption,
  toldKey: ({ answer }) => ({ optionIds: [answer] }),
})

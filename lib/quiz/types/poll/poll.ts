import { defineItemType } from "@/lib/quiz/item-type"
import { checkOption, toldOption } from "@/lib/quiz/one-option"
import { optionProblems } from "@/lib/quiz/options"
import { content, key, response } from "@/lib/quiz/types/poll/shapes"

/**
 * Where does the class stand? Asked, counted for the teacher, never keyed and never scored. Its options keep the author's
 * order, because many are steps of a scale. Students see no counts, so that nobody's answer leans on another's.
 */
export const poll = defineItemType({
  name: "poll",
  content,
  response,
  key,
  levels: ["my_view"],
  present: (shown) => shown,
  check: ({ options }, chosen) => checkOption(options, chosen),
  score: (nothing: never) => nothing,
  problems: (draft) => optionProblems(draft.content.options, undefined),
  blank: (newOptionId) => {
    const options = Array.from({ length: 3 }, () => ({ id: newOptionId(), text: "" }))
    return { content: { options }, key: null }
  },
  options: (shown) => shown.options,
  told: toldOption,
  toldKey: () => ({}),
})

import { defineItemType } from "@/lib/quiz/item-type"
import { content, key, response } from "@/lib/quiz/types/note/shapes"

/**
 * A text between questions: nothing is asked, answered or scored. Of the three levels it has the one that carries no key;
 * that it is no question at all is said by `isQuestion`.
 */
export const note = defineItemType({
  name: "note",
  content,
  response,
  key,
  levels: ["my_view"],
  present: (shown) => shown,
  check: () => "invalid",
  score: (nothing: never) => nothing,
  problems: () => [],
  blank: () => ({ content: {}, key: null }),
  told: () => ({}),
  toldKey: () => ({}),
})

import { evidenceProblems } from "@/lib/quiz/evidence"
import { type Fraction, fraction, NOTHING } from "@/lib/quiz/fraction"
import { defineItemType, type ItemProblem } from "@/lib/quiz/item-type"
import { optionProblems } from "@/lib/quiz/options"
import { shuffle } from "@/lib/quiz/shuffle"
import { multipleProgress } from "@/lib/quiz/types/multiple/progress"
import {
  content,
  key,
  type MultipleContent,
  type MultipleKey,
  type MultipleResponse,
  response,
} from "@/lib/quiz/types/multiple/shapes"

/** Several right options of many, with partial credit. */
export const multiple = defineItemType({
  name: "multiple",
  content,
  response,
  key,
  present: ({ options }, seed) => ({ options: shuffle(options, seed) }),
  check,
  score: ({ answers }, given, { options }) => {
    const share = shareOf(answers, given.options, options.length)
    return { share, finding: { answer: share.numerator === share.denominator } }
  },
  problems: (draft, sentenceIds) => [
    ...optionProblems(draft.content.options, undefined),
    ...(draft.key ? keyProblems(draft.key, draft.content) : []),
    ...(draft.key ? evidenceProblems(draft.key.evidence, sentenceIds) : []),
  ],
  blank: (newOptionId) => {
    const options = Array.from({ length: 5 }, () => ({ id: newOptionId(), text: "" }))
    return { content: { options }, key: null }
  },
  options: (shown) => shown.options,
  told: (given) => ({ optionIds: given.options }),
  toldKey: ({ answers }) => ({ optionIds: answers }),
})

function check({ options }: MultipleContent, given: MultipleResponse) {
  const isKnown = given.options.every((chosen) => options.some(({ id }) => id === chosen))
  const repeats = new Set(given.options).size < given.options.length
  return isKnown && !repeats ? multipleProgress(given) : "invalid"
}

/**
 * The share of the right options that were ticked, less the share of the wrong ones that were, and never below zero:
 * sensitivity plus specificity less one, as W. J. Youden proposed for judging yes-or-no decisions ("Index for rating
 * diagnostic tests", Cancer 3, 1950, p. 32). Ticking everything is worth exactly nothing, however many are right.
 */
function shareOf(answers: readonly string[], chosen: readonly string[], count: number): Fraction {
  const hits = chosen.filter((id) => answers.includes(id)).length
  const [right, wrong] = [answers.length, count - answers.length]
  // A key without a wrong option, or without a right one, is never given to a class; neither divides by zero here.
  if (right === 0) return NOTHING
  if (wrong <= 0) return fraction(hits, right)
  return fraction(Math.max(0, hits * wrong - (chosen.length - hits) * right), right * wrong)
}

function keyProblems({ answers }: MultipleKey, { options }: MultipleContent): ItemProblem[] {
  const isThere = (answer: string) => options.some(({ id }) => id === answer)
  if (answers.length === 0 || !answers.every(isThere)) return [{ field: "key", code: "noRightOptions" }]
  return answers.length >= options.length ? [{ field: "key", code: "noWrongOption" }] : []
}

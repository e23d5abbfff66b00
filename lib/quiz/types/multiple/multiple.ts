import { evidenceProblems } from "@/lib/quiz/evidence"
import { type Fraction, fraction, NOTHING } from "@/lib/quiz/fraction"
import { defineItemType, type ItemProblem } from "@/lib/quiz/item-type"
import { optionProblems, shareProblems } from "@/lib/quiz/options"
import { shareOfParts } from "@/lib/quiz/share"
import { shuffle } from "@/lib/quiz/shuffle"
import { mendMultiple } from "@/lib/quiz/types/multiple/mend"
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
  mend: mendMultiple,
  content,
  response,
  key,
  present: ({ options }, seed) => ({ options: shuffle(options, seed) }),
  check,
  score: ({ answers, shares }, given, { options }) => {
    const share = shares
      ? shareOfParts(given.options.map((id) => ({ percent: shares[id] ?? 0 })))
      : shareOf(answers, given.options, options.length)
    return { share, finding: { answer: share.numerator === share.denominator } }
  },
  problems: (draft, sentenceIds) => [
    ...optionProblems(draft.content.options, undefined),
    ...(draft.key ? keyProblems(draft.key, draft.content) : []),
    ...shareProblems(draft.key?.shares, draft.content.options),
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
 * Without shares of an author's own: the share of the right options that were ticked, less the share of the wrong ones that were, and never below zero:
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

function keyProblems({ answers, shares }: MultipleKey, { options }: MultipleContent): ItemProblem[] {
  const isThere = (answer: string) => options.some(({ id }) => id === answer)
  if (answers.length === 0 || !answers.every(isThere)) return [{ field: "key", code: "noRightOptions" }]
  // Shares of one's own are a choice: with them every option may earn something.
  if (shares) return reachesWhole(shares) ? [] : [{ field: "key", code: "sharesBelowWhole" }]
  return answers.length >= options.length ? [{ field: "key", code: "noWrongOption" }] : []
}

/** Whether the options that earn something earn everything together. */
function reachesWhole(shares: Readonly<Record<string, number>>): boolean {
  const earning = Object.values(shares).filter((percent) => percent > 0)
  const { numerator, denominator } = shareOfParts(earning.map((percent) => ({ percent })))
  return numerator === denominator
}

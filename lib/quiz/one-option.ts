import type { Fraction } from "@/lib/quiz/fraction"
import type { Finding, ResponseState } from "@/lib/quiz/item-type"
import type { Option } from "@/lib/quiz/options"
import { singleProgress } from "@/lib/quiz/types/single/progress"

/** What a single choice, true or false and a poll have in common: one option of a list is the answer. */

type Chosen = { option: string | null }

/** An option that the item does not have is no answer to it. */
export function checkOption(options: readonly Option[], chosen: Chosen): ResponseState {
  const known = chosen.option === null || options.some(({ id }) => id === chosen.option)
  return known ? singleProgress(chosen) : "invalid"
}

/** All or nothing. */
export function scoreOption(answer: string, { option }: Chosen): { share: Fraction; finding: Finding } {
  const right = option === answer
  return { share: { numerator: right ? 1 : 0, denominator: 1 }, finding: { answer: right } }
}

export const toldOption = ({ option }: Chosen) => ({ optionIds: option === null ? [] : [option] })

import type { Fraction } from "@/lib/quiz/fraction"
import type { Finding, ResponseState } from "@/lib/quiz/item-type"
import type { Option } from "@/lib/quiz/options"
import { isWholePercent, shareOfParts, WHOLE } from "@/lib/quiz/share"
import { singleProgress } from "@/lib/quiz/types/single/progress"

/** What a single choice, true or false and a poll have in common: one option of a list is the answer. */

type Chosen = { option: string | null }

/** An option that the item does not have is no answer to it. */
export function checkOption(options: readonly Option[], chosen: Chosen): ResponseState {
  const known = chosen.option === null || options.some(({ id }) => id === chosen.option)
  return known ? singleProgress(chosen) : "invalid"
}

type OneRight = { answer: string; shares?: Record<string, number> | undefined }

/** All for the right option; for another what it earns by the key, which is mostly nothing. */
export function scoreOption(
  { answer, shares = {} }: OneRight,
  { option }: Chosen,
): { share: Fraction; finding: Finding } {
  const percent = option === answer ? WHOLE : (shares[option ?? ""] ?? 0)
  const share = shareOfParts([{ percent }])
  return { share, finding: { answer: share.numerator === share.denominator } }
}

/** Options that earn everything: mostly one. */
export const wholeOptions = ({ answer, shares = {} }: OneRight): string[] => [
  answer,
  ...Object.keys(shares).filter((id) => id !== answer && isWholePercent(shares[id] ?? 0)),
]

export const toldOption = ({ option }: Chosen) => ({ optionIds: option === null ? [] : [option] })

/** Options that earn a part of the points by an author's own shares; nothing to tell where none does. */
export function halfOptions(
  shares: Readonly<Record<string, number>> | undefined,
  whole: readonly string[],
): { halfIds?: string[] } {
  const halfIds = Object.entries(shares ?? {}).flatMap(([id, percent]) =>
    percent > 0 && !whole.includes(id) ? id : [],
  )
  return halfIds.length > 0 ? { halfIds } : {}
}

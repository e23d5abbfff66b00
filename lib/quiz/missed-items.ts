import { compare, type Fraction } from "@/lib/quiz/fraction"
import type { ItemLevel } from "@/lib/quiz/item-type"
import { itemTypeOf } from "@/lib/quiz/item-types"

export type PractisableFacts = {
  type: string
  level: ItemLevel
  /** Of the type's key shape, or anything else where there is none. */
  key: unknown
}

const ALL: Fraction = { numerator: 1, denominator: 1 }

/** Whether an item can be practised: a machine can tell at once what is right. */
export const isPractisable = ({ type, level, key }: PractisableFacts): boolean =>
  level !== "my_view" && !itemTypeOf(type).isGradedByHand && itemTypeOf(type).isKey(key)

/** Wrong, half right or unanswered. */
export const isMissed = (share: Fraction | null): boolean => share === null || compare(share, ALL) < 0

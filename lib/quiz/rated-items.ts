import { isKeyed } from "@/lib/quiz/authored-item"
import { itemTypeOf } from "@/lib/quiz/item-types"
import type { PublicItem } from "@/lib/quiz/public-item"

/** The items of which it makes sense to ask how sure somebody is: where a rule can say what is right. */
export const ratedItems = (items: readonly PublicItem[]): string[] =>
  items.flatMap(({ itemId, level, type }) =>
    isKeyed(level) && !itemTypeOf(type).isGradedByHand ? itemId : [],
  )

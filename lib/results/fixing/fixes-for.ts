import { isKeyed } from "@/lib/quiz/authored-item"
import { itemTypeOf } from "@/lib/quiz/item-types"
import type { NamedBy } from "@/lib/quiz/mend"
import type { FixedItem, FixFacts } from "./fix-facts"
import type { FixKind } from "./fix-input"

export type OfferedFixes = {
  kinds: FixKind[]
  /** How right answers are named; null where the key cannot be put right. */
  namedBy: NamedBy | null
  /** It is drawn from a pool, so that only some students have it. */
  isDrawn: boolean
}

/**
 * What can be put right about an item. A view is never right or wrong. A key can be only where its type knows how, and has
 * one. Of a pool that is drawn from, every item is worth the same, so that all students are graded out of one total: taking one
 * out, or giving it other points, would end that.
 */
export function fixesFor(item: FixedItem, items: FixFacts["items"]): OfferedFixes {
  const { mends } = itemTypeOf(item.type)
  const isDrawn =
    item.pool !== null && items.filter(({ pool }) => pool?.id === item.pool?.id).length > item.pool.draw
  if (!isKeyed(item.level)) return { kinds: [], namedBy: null, isDrawn }
  const kinds: FixKind[] = []
  if (mends && item.heldKey) kinds.push("rekey")
  if (mends?.accepts && item.heldKey) kinds.push("accept")
  kinds.push("credit")
  if (!isDrawn) kinds.push("drop", "points")
  return { kinds, namedBy: mends?.namedBy ?? null, isDrawn }
}

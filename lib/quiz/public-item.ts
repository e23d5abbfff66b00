import type { ItemLevel } from "@/lib/quiz/item-type"
import { type ItemTypeName, itemTypeOf } from "@/lib/quiz/item-types"

/** What a browser may see of an item while it is being answered: nothing of the key, options in this sitting's order. */
export type PublicItem = {
  itemId: string
  /** From 1. */
  position: number
  type: ItemTypeName
  level: ItemLevel
  title: string | null
  prompt: string
  /** Shown when the student asks for it. */
  hint: string | null
  /** The type's public shape. */
  content: unknown
  points: number
}

/** An item version as it is stored; it never changes. */
export type StoredItem = {
  itemId: string
  itemVersionId: string
  type: string
  level: ItemLevel
  title: string | null
  prompt: string
  hint: string | null
  content: unknown
  points: number
}

/** One item of a sitting: each field by name, so that a column added to the table later does not slip into a browser. */
export function presentItem(item: StoredItem, place: { position: number; seed: number }): PublicItem {
  return {
    itemId: item.itemId,
    position: place.position,
    type: item.type as ItemTypeName,
    level: item.level,
    title: item.title,
    prompt: item.prompt,
    hint: item.hint,
    content: itemTypeOf(item.type).present(item.content, place.seed),
    points: item.points,
  }
}

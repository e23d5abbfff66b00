import type { ItemType } from "@/lib/quiz/item-type"
import { classification } from "@/lib/quiz/types/classification/classification"
import { evidence } from "@/lib/quiz/types/evidence/evidence"
import { evidencePair } from "@/lib/quiz/types/evidence-pair/evidence-pair"
import { gap } from "@/lib/quiz/types/gap/gap"
import { long } from "@/lib/quiz/types/long/long"
import { matching } from "@/lib/quiz/types/matching/matching"
import { multiple } from "@/lib/quiz/types/multiple/multiple"
import { note } from "@/lib/quiz/types/note/note"
import { numeric } from "@/lib/quiz/types/numeric/numeric"
import { ordering } from "@/lib/quiz/types/ordering/ordering"
import { poll } from "@/lib/quiz/types/poll/poll"
import { short } from "@/lib/quiz/types/short/short"
import { single } from "@/lib/quiz/types/single/single"
import { trueFalse } from "@/lib/quiz/types/true-false/true-false"

/** Every type of item there is. A new one is a folder of `types/`, a line here, and a line in components/quiz/types. */
export const itemTypes = {
  single,
  multiple,
  "true-false": trueFalse,
  numeric,
  evidence,
  poll,
  short,
  "evidence-pair": evidencePair,
  matching,
  classification,
  ordering,
  gap,
  long,
  note,
} satisfies Record<string, ItemType>

export type ItemTypeName = keyof typeof itemTypes

export const itemTypeNames = Object.keys(itemTypes) as ItemTypeName[]

/** The type of a stored item. Throws for a name that no folder stands behind: such a row is a bug, not an answer. */
export function itemTypeOf(name: string): ItemType {
  if (!Object.hasOwn(itemTypes, name)) throw new Error(`No item type is called ${name}`)
  return itemTypes[name as ItemTypeName]
}

import { openKey } from "@/lib/quiz/item-key"
import type { FixedItem } from "./fix-facts"
import type { ItemState } from "./item-state"

/** How an item counts in its assignment now, and by which key. */
export const currentState = ({ heldKey, dropped, credited, ownPoints }: FixedItem): ItemState => ({
  keyRevision: heldKey ? openKey(heldKey, "authoring").keyRevision : null,
  dropped,
  credited,
  points: ownPoints,
})

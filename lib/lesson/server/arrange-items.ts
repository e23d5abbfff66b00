import "server-only"
import type { Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { ArrangeItemsInput } from "@/lib/lesson/input"
import { editDraft, type SavedDraft } from "@/lib/lesson/server/edit-draft"
import { readLayout, writeLayout } from "@/lib/lesson/server/layout-store"

/** Puts the items of a lesson into another order; those left out are withdrawn from it. Pools stay together. */
export function arrangeItems(viewer: Viewer, input: ArrangeItemsInput): Promise<Decision<SavedDraft>> {
  return editDraft(viewer, input.base, async (tx, draft) => {
    const { places, pools } = await readLayout(tx, draft.id)
    const placeOf = new Map(places.map((place) => [place.itemId, place]))
    const kept = [...new Set(input.itemIds)].flatMap((itemId) => placeOf.get(itemId) ?? [])
    await writeLayout(tx, draft.id, { places: kept, pools })
    return null
  })
}

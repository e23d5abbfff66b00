import "server-only"
import type { Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { ArrangeItemsInput } from "@/lib/lesson/input"
import { editDraft, type SavedDraft } from "@/lib/lesson/server/edit-draft"

/** Puts the items of a lesson into another order; those left out are withdrawn from it. */
export function arrangeItems(viewer: Viewer, input: ArrangeItemsInput): Promise<Decision<SavedDraft>> {
  return editDraft(viewer, input.base, async (tx, draft) => {
    const placed = await tx.lessonVersionItem.findMany({
      where: { lessonVersionId: draft.id },
      include: { itemVersion: { select: { itemId: true } } },
    })
    const versionOf = new Map(
      placed.map((one): [string, string] => [one.itemVersion.itemId, one.itemVersionId]),
    )
    const kept = [...new Set(input.itemIds)].flatMap((itemId) => versionOf.get(itemId) ?? [])
    await tx.lessonVersionItem.deleteMany({ where: { lessonVersionId: draft.id } })
    await tx.lessonVersionItem.createMany({
      data: kept.map((itemVersionId, at) => ({
        lessonVersionId: draft.id,
        position: at + 1,
        itemVersionId,
      })),
    })
    return null
  })
}

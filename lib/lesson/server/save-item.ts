import "server-only"
import type { Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { SaveLessonItemInput } from "@/lib/lesson/input"
import { editDraft, type SavedDraft } from "@/lib/lesson/server/edit-draft"
import { writeItem } from "@/lib/quiz/server/item-store"

export type SavedItem = SavedDraft & { itemId: string }

/** Saves a question of a lesson: a new one at the end, or the next version of one that is there. */
export async function saveItem(
  viewer: Viewer,
  { base, item }: SaveLessonItemInput,
): Promise<Decision<SavedItem>> {
  let itemId = item.itemId ?? ""
  const saved = await editDraft(viewer, base, async (tx, draft) => {
    const written = await writeItem(tx, draft, { item, authorId: viewer.userId })
    if (!written.ok) return written.refusal
    itemId = written.value.itemId
    return null
  })
  return saved.ok ? { ok: true, value: { ...saved.value, itemId } } : saved
}

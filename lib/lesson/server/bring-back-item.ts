import "server-only"
import { type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { BringBackItemInput } from "@/lib/lesson/items-input"
import { editDraft, type SavedDraft } from "@/lib/lesson/server/edit-draft"
import { writeItem } from "@/lib/quiz/server/item-store"
import { loadAuthoredItem } from "@/lib/quiz/server/load-authored-items"

/** Makes an earlier version of a question, with its newest key, the newest again: as a version of its own, in its place. */
export function bringBackItem(
  viewer: Viewer,
  { base, itemId, itemVersionId }: BringBackItemInput,
): Promise<Decision<SavedDraft>> {
  return editDraft(viewer, base, async (tx, draft) => {
    const former = await tx.itemVersion.findFirst({
      where: { id: itemVersionId, itemId, item: { lessonId: draft.lessonId } },
      select: { id: true, lessons: { where: { lessonVersionId: draft.id }, select: { position: true } } },
    })
    if (!former) return refuse("missing", "lesson.noSuchItem").refusal
    if (former.lessons.length > 0) return refuse("conflict", "lesson.standsAlready").refusal
    const item = await loadAuthoredItem(tx, itemVersionId)
    const written = await writeItem(tx, draft, { item, authorId: viewer.userId })
    return written.ok ? null : written.refusal
  })
}

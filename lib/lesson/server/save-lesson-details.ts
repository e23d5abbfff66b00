import "server-only"
import type { Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { SaveLessonDetailsInput } from "@/lib/lesson/input"
import { editDraft, type SavedDraft } from "@/lib/lesson/server/edit-draft"

/** Saves a lesson's title, and whether the school's other teachers may assign and copy it. */
export function saveLessonDetails(
  viewer: Viewer,
  { base, title, shared }: SaveLessonDetailsInput,
): Promise<Decision<SavedDraft>> {
  return editDraft(viewer, base, async (tx, draft) => {
    await tx.lessonVersion.update({ where: { id: draft.id }, data: { title } })
    await tx.lesson.update({ where: { id: draft.lessonId }, data: { shared } })
    return null
  })
}

import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { CopyLessonInput } from "@/lib/lesson/input"
import { copyWords } from "@/lib/lesson/server/copy-version"
import { type CreatedLesson, insertLesson } from "@/lib/lesson/server/create-lesson"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { loadLesson } from "@/lib/lesson/server/load-lesson"
import { poolCopies } from "@/lib/lesson/server/pool-copies"
import { newId } from "@/lib/platform/ids"
import { writeNewItems } from "@/lib/quiz/server/item-store"
import { loadAuthoredItems } from "@/lib/quiz/server/load-authored-items"

/** A copy of a lesson on the same text, owned by the viewer, with items and keys of its own. Asked twice, made once. */
export async function copyLesson(
  viewer: Viewer,
  { requestId, lessonId }: CopyLessonInput,
  now: Date,
): Promise<Decision<CreatedLesson>> {
  const source = await loadLesson(viewer, lessonId, now)
  if (!source) return refuse("missing", "lesson.noLesson")
  // `loadLesson` gives only what is the viewer's own or shared, which are those one may copy.
  if (!can(viewer, "lesson.copy", { isShared: source.shared, isOwner: source.mayEdit }))
    return refuse("forbidden", "lesson.teachersOnly")
  const items = (await loadAuthoredItems(viewer, source.base.lessonVersionId)) ?? []
  return rollingBack(async (tx) => {
    const made = await insertLesson(tx, viewer, { lessonId: requestId, title: source.title })
    if (made === "foreign") return refuse("conflict", "lesson.changedMeanwhile")
    if (made === "there") return allow({ lessonId: requestId })
    const { title, revisionId, stanceStatement, packets } = source
    const draft = { id: newId(), lessonId: requestId, revisionId }
    await tx.lessonVersion.create({ data: { ...draft, number: 1, title, stanceStatement, ...packets } })
    await copyWords(tx, source.base.lessonVersionId, draft.id)
    const written = await writeNewItems(tx, draft, {
      items: items.map(({ item }) => ({ ...item, itemId: null })),
      authorId: viewer.userId,
    })
    if (!written.ok) return written
    await poolCopies(tx, draft.id, { sources: items, copies: written.value })
    return allow({ lessonId: requestId })
  })
}

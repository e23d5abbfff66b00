import "server-only"
import { validate } from "uuid"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { EditBase, ImportItemsInput } from "@/lib/lesson/input"
import { editDraft, type SavedDraft } from "@/lib/lesson/server/edit-draft"
import { database } from "@/lib/platform/database"
import { writeNewItems } from "@/lib/quiz/server/item-store"

/** Puts items from a file at the end of a lesson, all or none. */
export async function importItems(
  viewer: Viewer,
  { base, items }: ImportItemsInput,
): Promise<Decision<SavedDraft>> {
  return editDraft(viewer, base, async (tx, draft) => {
    const written = await writeNewItems(tx, draft, { items, authorId: viewer.userId })
    return written.ok ? null : written.refusal
  })
}

/** The newest version of a lesson, by its slug or id, as the base of an edit. Refuses with "missing" or "forbidden". */
export async function findEditBase(viewer: Viewer, lesson: string): Promise<Decision<EditBase>> {
  const newest = await findNewestVersion(viewer, lesson)
  if (!newest) return refuse("missing", "lesson.noLesson")
  if (!can(viewer, "lesson.edit", { isOwner: newest.ownerId === viewer.userId }))
    return refuse("forbidden", "lesson.notYours")
  return allow({ lessonVersionId: newest.id, editNumber: newest.editNumber })
}

/** The newest version of a lesson that the viewer may know of, by its slug or id; null where there is none. */
export async function findNewestVersion(
  viewer: Viewer,
  lesson: string,
): Promise<{ id: string; editNumber: number; ownerId: string } | null> {
  const found = await database().lesson.findFirst({
    where: {
      ...(validate(lesson) ? { id: lesson } : { slug: lesson }),
      OR: [{ ownerId: viewer.userId }, { shared: true }],
    },
    include: {
      versions: { select: { id: true, editNumber: true }, orderBy: { number: "desc" }, take: 1 },
    },
    relationLoadStrategy: "join",
  })
  const [newest] = found?.versions ?? []
  return found && newest ? { ...newest, ownerId: found.ownerId } : null
}

import "server-only"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import { database } from "@/lib/platform/database"
import type { AuthoredItem } from "@/lib/quiz/authored-item"
import type { ItemTypeName } from "@/lib/quiz/item-types"
import { loadAuthoredKeys } from "@/lib/quiz/server/key-store"

/** An item of a lesson version for its author: with the key. `position` counts from 1. */
export type PlacedItem = { position: number; itemVersionId: string; item: AuthoredItem }

/**
 * The items of a lesson version with their keys, for those who may see the lesson: its owner, and every teacher when it
 * is shared. Null for anybody else.
 */
export async function loadAuthoredItems(
  viewer: Viewer,
  lessonVersionId: string,
): Promise<PlacedItem[] | null> {
  const version = await database().lessonVersion.findFirst({
    where: { id: lessonVersionId, lesson: { OR: [{ ownerId: viewer.userId }, { shared: true }] } },
    select: {
      lesson: { select: { ownerId: true, shared: true } },
      items: { select: { position: true, itemVersion: true }, orderBy: { position: "asc" } },
    },
    relationLoadStrategy: "join",
  })
  if (!version) return null
  const { ownerId, shared } = version.lesson
  if (!can(viewer, "lesson.see", { isOwner: ownerId === viewer.userId, isShared: shared })) return null
  const keys = await loadAuthoredKeys(
    database(),
    version.items.map(({ itemVersion }) => itemVersion.id),
  )
  return version.items.map(({ itemVersion }, at) => {
    const { id, itemId, type, level, title, prompt, hint, points, skills, content } = itemVersion
    const held = keys.get(id)
    const open = {
      key: held?.key ?? null,
      feedback: held?.feedback ?? {},
      explanation: held?.explanation ?? null,
    }
    const item = {
      itemId,
      type: type as ItemTypeName,
      level,
      title,
      prompt,
      hint,
      points,
      skills,
      content,
      ...open,
    }
    return { position: at + 1, itemVersionId: id, item }
  })
}

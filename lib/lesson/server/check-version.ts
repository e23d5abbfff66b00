import "server-only"
import type { Viewer } from "@/lib/access/viewer"
import { checkLesson, type LessonCheck } from "@/lib/lesson/lesson-checks"
import { loadSentenceIds } from "@/lib/quiz/server/item-cache"
import { loadAuthoredItems, type PlacedItem } from "@/lib/quiz/server/load-authored-items"

export type CheckedVersion = { items: PlacedItem[]; checks: LessonCheck[] }

type Version = { id: string; revisionId: string; promptCount: number; hasStanceStatement: boolean }

/** The items of a version with their keys, and what of the version is not ready. Null: not the viewer's to see. */
export async function checkVersion(viewer: Viewer, version: Version): Promise<CheckedVersion | null> {
  const { id, revisionId, promptCount, hasStanceStatement } = version
  const [items, sentenceIds] = await Promise.all([loadAuthoredItems(viewer, id), loadSentenceIds(revisionId)])
  if (!items) return null
  return { items, checks: checkLesson({ items, promptCount, hasStanceStatement, sentenceIds }) }
}

import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { findNewestVersion } from "@/lib/lesson/server/import-items"
import type { AuthoredItem } from "@/lib/quiz/authored-item"
import { loadAuthoredItems } from "@/lib/quiz/server/load-authored-items"

/** The items of a lesson's newest version, keys included, for staff who may see it; else "missing". */
export async function loadItemsForExport(viewer: Viewer, lesson: string): Promise<Decision<AuthoredItem[]>> {
  const version = await findNewestVersion(viewer, lesson)
  const placed = version && (await loadAuthoredItems(viewer, version.id))
  return placed ? allow(placed.map(({ item }) => item)) : refuse("missing", "lesson.noLesson")
}

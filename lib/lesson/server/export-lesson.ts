import "server-only"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { EXTENSION } from "@/lib/lesson/exchange/lesson-file"
import { countQuestions } from "@/lib/lesson/exchange/read-items"
import { writeLessonFile } from "@/lib/lesson/exchange/write-lesson-file"
import { findLessonParts } from "@/lib/lesson/server/lesson-parts-store"
import { slugOf } from "@/lib/lesson/slug"

export type ExportedLesson = {
  lessonId: string
  slug: string
  title: string
  fileName: string
  /** How many of its items ask something. */
  questions: number
  text: string
}

/**
 * A lesson as one file, keys included: for its owner, and for every teacher where it is shared. `lesson`: its slug or id.
 * Refuses with "missing" where there is none the viewer may have.
 */
export async function exportLesson(viewer: Viewer, lesson: string): Promise<Decision<ExportedLesson>> {
  const stored = await findLessonParts(viewer, lesson)
  if (!stored) return refuse("missing", "lesson.noLesson")
  const { lessonId, slug, parts } = stored
  return allow({
    lessonId,
    slug,
    title: parts.title,
    fileName: `${slugOf(parts.title)}${EXTENSION}`,
    questions: countQuestions(parts.items),
    text: writeLessonFile(parts),
  })
}

import { notFound } from "next/navigation"
import { cache } from "react"
import type { Viewer } from "@/lib/access/viewer"
import { type CheckedVersion, checkVersion } from "@/lib/lesson/server/check-version"
import { type LessonView, loadLesson } from "@/lib/lesson/server/load-lesson"
import { type LessonSignOffs, loadSignOffs } from "@/lib/lesson/server/load-sign-offs"
import { now } from "@/lib/platform/clock"
import { requireViewer } from "@/lib/platform/session"
import type { RevisionView } from "@/lib/reading/sentences"
import { loadRevision } from "@/lib/reading/server/load-revision"

export type LoadedEditor = {
  viewer: Viewer
  lesson: LessonView
  revision: RevisionView
  signOffs: LessonSignOffs
} & CheckedVersion

/** A lesson with its text, its questions and their keys, and what is not ready; or "not found". */
export const loadEditor = cache(async (lessonId: string): Promise<LoadedEditor> => {
  const viewer = await requireViewer(["teacher", "administrator"])
  const lesson = await loadLesson(viewer, lessonId, now())
  if (!lesson) notFound()
  const [revision, checked, signOffs] = await Promise.all([
    loadRevision(lesson.revisionId),
    checkVersion(viewer, {
      id: lesson.base.lessonVersionId,
      revisionId: lesson.revisionId,
      promptCount: lesson.prompts.length,
      hasStanceStatement: lesson.stanceStatement !== null,
    }),
    loadSignOffs(viewer, lessonId),
  ])
  if (!revision || !checked) notFound()
  return { viewer, lesson, revision, signOffs, ...checked }
})

import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { ArchiveLessonInput } from "@/lib/lesson/input"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { appendEvent } from "@/lib/platform/events"

/** Puts a lesson away, or brings it back. Classes that have it keep it. */
export async function archiveLesson(
  viewer: Viewer,
  { lessonId, archived }: ArchiveLessonInput,
  now: Date,
): Promise<Decision<{ archived: boolean }>> {
  return rollingBack(async (tx) => {
    const seen = { id: lessonId, OR: [{ ownerId: viewer.userId }, { shared: true }] }
    const lesson = await tx.lesson.findFirst({ where: seen })
    if (!lesson) return refuse("missing", "lesson.noLesson")
    if (!can(viewer, "lesson.edit", { isOwner: lesson.ownerId === viewer.userId }))
      return refuse("forbidden", "lesson.notYours")
    await tx.lesson.update({ where: { id: lessonId }, data: { archivedAt: archived ? now : null } })
    const kind = archived ? "lesson.archived" : "lesson.restored"
    await appendEvent(tx, { kind, actorId: viewer.userId, subjectId: lessonId })
    return allow({ archived })
  })
}

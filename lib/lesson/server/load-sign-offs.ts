import "server-only"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import { newestSignOffs, type ShownSignOff } from "@/lib/lesson/sign-off"
import { database } from "@/lib/platform/database"

export type LessonSignOffs = {
  shown: ShownSignOff[]
  /** May the viewer sign: a colleague, of a lesson that is shared with them. */
  maySign: boolean
}

/** What colleagues have said of a lesson, for those who may see it. Empty for anybody else. */
export async function loadSignOffs(viewer: Viewer, lessonId: string): Promise<LessonSignOffs> {
  const lesson = await database().lesson.findFirst({
    where: { id: lessonId, OR: [{ ownerId: viewer.userId }, { shared: true }] },
    select: {
      ownerId: true,
      shared: true,
      archivedAt: true,
      versions: {
        select: {
          number: true,
          editNumber: true,
          signOffs: {
            select: {
              userId: true,
              editNumber: true,
              note: true,
              at: true,
              user: { select: { displayName: true } },
            },
          },
        },
        orderBy: { number: "desc" },
      },
    },
    relationLoadStrategy: "join",
  })
  const facts = { isOwner: lesson?.ownerId === viewer.userId, isShared: lesson?.shared }
  const newest = lesson?.versions[0]
  if (!lesson || !newest || !can(viewer, "lesson.see", facts)) return { shown: [], maySign: false }
  const all = lesson.versions.flatMap(({ number, signOffs }) =>
    signOffs.map(({ user, ...said }) => ({ ...said, number, name: user.displayName })),
  )
  const maySign = can(viewer, "lesson.signOff", facts) && lesson.archivedAt === null
  return { shown: newestSignOffs(all, newest), maySign }
}

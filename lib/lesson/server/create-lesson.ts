import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { CreateLessonInput } from "@/lib/lesson/input"
import { uniqueSlug } from "@/lib/lesson/slug"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"

export type CreatedLesson = { lessonId: string }

/** Makes a lesson on the newest revision of a reading. Asked twice with one `requestId`, makes it once. */
export async function createLesson(
  viewer: Viewer,
  input: CreateLessonInput,
): Promise<Decision<CreatedLesson>> {
  if (!can(viewer, "lesson.create")) return refuse("forbidden", "lesson.teachersOnly")
  return database().$transaction(async (tx: Transaction) => {
    const revision = await newestRevision(tx, input.readingId, viewer.userId)
    if (!revision) return refuse("missing", "lesson.noReading")
    const made = await insertLesson(tx, viewer, { lessonId: input.requestId, title: input.title })
    if (made === "foreign") return refuse("conflict", "lesson.changedMeanwhile")
    if (made === "new") await insertFirstVersion(tx, input, revision.id)
    return allow({ lessonId: input.requestId })
  })
}

/** Of a reading that is the viewer's own, or that a shared lesson already stands on. */
function newestRevision(tx: Transaction, readingId: string, userId: string) {
  const inSharedLesson = { lessonVersions: { some: { lesson: { shared: true, archivedAt: null } } } }
  return tx.readingRevision.findFirst({
    where: { readingId, OR: [{ reading: { ownerId: userId } }, inSharedLesson] },
    orderBy: { number: "desc" },
    select: { id: true },
  })
}

/** "there" when the same person has made it already, "foreign" when the id is somebody else's. */
export async function insertLesson(
  tx: Transaction,
  viewer: Viewer,
  { lessonId, title }: { lessonId: string; title: string },
): Promise<"new" | "there" | "foreign"> {
  const slug = uniqueSlug(title, lessonId)
  const { count } = await tx.lesson.createMany({
    data: [{ id: lessonId, slug, ownerId: viewer.userId }],
    skipDuplicates: true,
  })
  if (count === 1) {
    await appendEvent(tx, { kind: "lesson.created", actorId: viewer.userId, subjectId: lessonId })
    return "new"
  }
  const own = await tx.lesson.count({ where: { id: lessonId, ownerId: viewer.userId } })
  return own === 1 ? "there" : "foreign"
}

async function insertFirstVersion(
  tx: Transaction,
  input: CreateLessonInput,
  revisionId: string,
): Promise<void> {
  await tx.lessonVersion.create({
    data: {
      id: newId(),
      lessonId: input.requestId,
      number: 1,
      title: input.title,
      revisionId,
      stanceStatement: input.stanceStatement,
      prompts: { create: input.prompts.map((text, at) => ({ id: newId(), position: at + 1, text })) },
    },
  })
}

import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { SignOffInput, TakeBackSignOffInput } from "@/lib/lesson/items-input"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import type { Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

/**
 * Says that the viewer has gone through a colleague's lesson as it stands now. Refused where it was edited meanwhile: that is
 * not what they have seen. Said again, the note and the day are the new ones.
 */
export async function signOffLesson(
  viewer: Viewer,
  { base, note }: SignOffInput,
  now: Date,
): Promise<Decision<true>> {
  return rollingBack(async (tx): Promise<Decision<true>> => {
    await tx.$queryRaw`SELECT id FROM "LessonVersion" WHERE id = ${base.lessonVersionId}::uuid FOR UPDATE`
    const version = await findShared(tx, viewer, base.lessonVersionId)
    if (!version.ok) return version
    const { id: lessonVersionId, editNumber, lesson, _count } = version.value
    if (lesson.versions[0]?.id !== lessonVersionId || editNumber !== base.editNumber)
      return refuse("conflict", "lesson.editedMeanwhile")
    if (_count.items === 0) return refuse("conflict", "lesson.nothingToSign")
    const said = { editNumber, note, at: now }
    await tx.lessonSignOff.upsert({
      where: { lessonVersionId_userId: { lessonVersionId, userId: viewer.userId } },
      create: { lessonVersionId, userId: viewer.userId, ...said },
      update: said,
      select: { at: true },
    })
    await appendEvent(tx, {
      kind: "lesson.signedOff",
      actorId: viewer.userId,
      subjectId: lesson.id,
      data: { editNumber },
    })
    return allow(true)
  })
}

/** Takes back what the viewer has said of any version of a lesson. Nobody else's: the row is looked for by the viewer. */
export async function takeBackSignOff(
  viewer: Viewer,
  { lessonId }: TakeBackSignOffInput,
): Promise<Decision<true>> {
  return rollingBack(async (tx): Promise<Decision<true>> => {
    const lesson = await tx.lesson.findFirst({
      where: { id: lessonId, OR: [{ ownerId: viewer.userId }, { shared: true }] },
      select: { ownerId: true, shared: true },
    })
    if (!lesson) return refuse("missing", "lesson.noLesson")
    if (
      !can(viewer, "lesson.signOff", { isOwner: lesson.ownerId === viewer.userId, isShared: lesson.shared })
    )
      return refuse("forbidden", "lesson.colleaguesSign")
    const { count } = await tx.lessonSignOff.deleteMany({
      where: { userId: viewer.userId, lessonVersion: { lessonId } },
    })
    if (count > 0)
      await appendEvent(tx, { kind: "lesson.signOffTakenBack", actorId: viewer.userId, subjectId: lessonId })
    return allow(true)
  })
}

async function findShared(tx: Transaction, viewer: Viewer, id: string) {
  const version = await tx.lessonVersion.findFirst({
    where: { id, lesson: { OR: [{ ownerId: viewer.userId }, { shared: true }] } },
    include: {
      _count: { select: { items: true } },
      lesson: { include: { versions: { select: { id: true }, orderBy: { number: "desc" }, take: 1 } } },
    },
    relationLoadStrategy: "join",
  })
  if (!version) return refuse("missing", "lesson.noLesson")
  const { ownerId, shared, archivedAt } = version.lesson
  if (!can(viewer, "lesson.signOff", { isOwner: ownerId === viewer.userId, isShared: shared }))
    return refuse("forbidden", "lesson.colleaguesSign")
  return archivedAt ? refuse("conflict", "lesson.lessonArchived") : allow(version)
}

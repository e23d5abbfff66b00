import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { type AssignmentDates, decideDates } from "@/lib/lesson/decide-dates"
import type { AssignLessonInput } from "@/lib/lesson/input"
import { policyOf } from "@/lib/lesson/quiz-policy"
import { checkVersion } from "@/lib/lesson/server/check-version"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import type { Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"

export type AssignedLesson = { assignments: { id: string; classId: string }[] }

/**
 * Gives a lesson to one or several classes, all or none, and seals its version. Asked twice with one `clientKey`, it
 * makes each assignment once and answers the same.
 */
export async function assignLesson(
  viewer: Viewer,
  input: AssignLessonInput,
  now: Date,
): Promise<Decision<AssignedLesson>> {
  if (input.classIds.length === 0) return refuse("invalid", "lesson.chooseClass", { field: "classIds" })
  const dates = decideDates(input, viewer.school.timeZone, { now })
  if (!dates.ok) return dates
  return rollingBack(async (tx) => {
    const ready = await decideReady(tx, viewer, input.lessonVersionId)
    if (!ready.ok) return ready
    const classes = await taughtClasses(tx, viewer, input.classIds)
    if (classes.length !== new Set(input.classIds).size)
      return refuse("missing", "lesson.noClass", { field: "classIds" })
    await tx.lessonVersion.updateMany({
      where: { id: input.lessonVersionId, sealedAt: null },
      data: { sealedAt: now },
    })
    return allow({ assignments: await insertAssignments(tx, viewer, { input, dates: dates.value, classes }) })
  })
}

/** May this version be assigned by this person, as it stands? Locks it, so that nobody edits it while it is sealed. */
async function decideReady(tx: Transaction, viewer: Viewer, versionId: string): Promise<Decision<true>> {
  await tx.$queryRaw`SELECT id FROM "LessonVersion" WHERE id = ${versionId}::uuid FOR UPDATE`
  const version = await tx.lessonVersion.findFirst({
    where: { id: versionId, lesson: { OR: [{ ownerId: viewer.userId }, { shared: true }] } },
    include: {
      _count: { select: { prompts: true } },
      lesson: { include: { versions: { select: { id: true }, orderBy: { number: "desc" }, take: 1 } } },
    },
    relationLoadStrategy: "join",
  })
  if (!version) return refuse("missing", "lesson.noLesson")
  const { lesson } = version
  if (!can(viewer, "lesson.assign", { isOwner: lesson.ownerId === viewer.userId, isShared: lesson.shared }))
    return refuse("forbidden", "lesson.teachersOnly")
  if (lesson.archivedAt) return refuse("conflict", "lesson.lessonArchived")
  if (lesson.versions[0]?.id !== version.id) return refuse("conflict", "lesson.changedMeanwhile")
  const { id, revisionId, _count, stanceStatement } = version
  const matter = { id, revisionId, promptCount: _count.prompts, hasStanceStatement: stanceStatement !== null }
  const checked = await checkVersion(viewer, matter)
  const count = checked?.checks.filter(({ blocks }) => blocks).length ?? 0
  return count > 0 ? refuse("invalid", "lesson.notReady", { params: { count } }) : allow(true)
}

/** Those of the classes that the viewer teaches, now. */
function taughtClasses(tx: Transaction, viewer: Viewer, classIds: string[]): Promise<{ id: string }[]> {
  if (!can(viewer, "assignment.create", { classRole: "teacher" })) return Promise.resolve([])
  const teaching = { userId: viewer.userId, role: "teacher", state: "active", leftAt: null } as const
  return tx.class.findMany({
    where: { id: { in: classIds }, archivedAt: null, enrolments: { some: teaching } },
    select: { id: true },
  })
}

async function insertAssignments(
  tx: Transaction,
  viewer: Viewer,
  { input, dates, classes }: { input: AssignLessonInput; dates: AssignmentDates; classes: { id: string }[] },
): Promise<AssignedLesson["assignments"]> {
  const { clientKey, lessonVersionId, postNames } = input
  const made = await tx.assignment.createManyAndReturn({
    data: classes.map(({ id: classId }) => ({
      id: newId(),
      classId,
      clientKey,
      lessonVersionId,
      createdById: viewer.userId,
      ...dates,
      ...policyOf(input),
      postNames,
    })),
    skipDuplicates: true,
    select: { id: true, classId: true },
  })
  for (const { id, classId } of made)
    await appendEvent(tx, { kind: "assignment.created", actorId: viewer.userId, classId, assignmentId: id })
  return tx.assignment.findMany({
    where: { clientKey, createdById: viewer.userId },
    select: { id: true, classId: true },
  })
}

import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, type Refusal, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { EditBase } from "@/lib/lesson/input"
import { copyVersion } from "@/lib/lesson/server/copy-version"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"

/** The version now being edited, and how many changes it has: the base of the next edit. */
export type SavedDraft = EditBase & { number: number }

export type Draft = { id: string; lessonId: string; revisionId: string }

type Change = (tx: Transaction, draft: Draft) => Promise<Refusal | null>

/**
 * Every change of a lesson goes through here. The newest version is changed in place while no assignment has it; a
 * sealed one is left alone and the change is made in its successor (`data-model.md` 1). An edit that was based on
 * something else than what stands now is refused: nobody overwrites what another tab or person has just saved.
 */
export async function editDraft(
  viewer: Viewer,
  base: EditBase,
  change: Change,
): Promise<Decision<SavedDraft>> {
  return rollingBack(async (tx) => {
    const version = await lockVersion(tx, base.lessonVersionId, viewer.userId)
    if (!version) return refuse("missing", "lesson.noLesson")
    if (!can(viewer, "lesson.edit", { isOwner: version.lesson.ownerId === viewer.userId }))
      return refuse("forbidden", "lesson.notYours")
    if (version.lesson.archivedAt) return refuse("conflict", "lesson.lessonArchived")
    const newest = version.lesson.versions[0]?.id === version.id
    if (!newest || version.editNumber !== base.editNumber)
      return refuse("conflict", "lesson.changedMeanwhile")
    const draft = await writable(tx, version)
    const refusal = await change(tx, draft)
    if (refusal) return { ok: false, refusal }
    await appendEvent(tx, {
      kind: "lesson.edited",
      actorId: viewer.userId,
      subjectId: draft.lessonId,
      data: { number: draft.number },
    })
    return allow({ lessonVersionId: draft.id, editNumber: draft.editNumber, number: draft.number })
  })
}

/** The version, locked against a second editor, if the viewer may know of its lesson. */
async function lockVersion(tx: Transaction, id: string, userId: string) {
  await tx.$queryRaw`SELECT id FROM "LessonVersion" WHERE id = ${id}::uuid FOR UPDATE`
  return tx.lessonVersion.findFirst({
    where: { id, lesson: { OR: [{ ownerId: userId }, { shared: true }] } },
    include: {
      lesson: { include: { versions: { select: { id: true }, orderBy: { number: "desc" }, take: 1 } } },
    },
    relationLoadStrategy: "join",
  })
}

type LockedVersion = NonNullable<Awaited<ReturnType<typeof lockVersion>>>

/** The version itself, one change on; or, where it is sealed, its successor. */
async function writable(tx: Transaction, version: LockedVersion) {
  if (version.sealedAt) return copyVersion(tx, version.id, { number: version.number + 1 })
  return tx.lessonVersion.update({
    where: { id: version.id },
    data: { editNumber: { increment: 1 } },
    select: { id: true, lessonId: true, revisionId: true, number: true, editNumber: true },
  })
}

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code)
  }
}

/** Runs a transaction whose refusal undoes everything it has written. `timeout` in milliseconds, where much is written. */
export async function rollingBack<T>(
  work: (tx: Transaction) => Promise<Decision<T>>,
  options: { timeout?: number } = {},
): Promise<Decision<T>> {
  try {
    return await database().$transaction(async (tx: Transaction) => {
      const decision = await work(tx)
      if (!decision.ok) throw new Refused(decision.refusal)
      return decision
    }, options)
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    throw error
  }
}

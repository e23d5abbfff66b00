import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { AddWatchWordInput, RemoveWatchWordInput } from "@/lib/discussion/input"
import { decideWatchWord } from "@/lib/discussion/moderation/decide-watch-word"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"

/** Somebody watches a word: a teacher in their class, an administrator in the whole school. Posts that stand are not searched. */
export async function addWatchWord(
  viewer: Viewer,
  { classId, ...asked }: AddWatchWordInput,
  now: Date,
): Promise<Decision<null>> {
  return database().$transaction(async (tx) => {
    const mayEdit = await mayEditList(tx, viewer, classId)
    if (mayEdit === null) return refuse("missing", "discussion.noSuchClass")
    const known = await tx.watchWord.findMany({ where: { classId }, select: { word: true } })
    const decision = decideWatchWord({ mayEdit, words: known.map(({ word }) => word) }, asked)
    if (!decision.ok) return decision
    const id = newId()
    await tx.watchWord.create({
      data: { id, classId, ...decision.value, createdById: viewer.userId, createdAt: now },
    })
    await appendEvent(tx, { kind: "watchWord.added", actorId: viewer.userId, classId, subjectId: id })
    return allow(null)
  })
}

/** Somebody takes a word off a list of theirs. Flags that it raised stay. */
export async function removeWatchWord(
  viewer: Viewer,
  { wordId }: RemoveWatchWordInput,
): Promise<Decision<null>> {
  return database().$transaction(async (tx) => {
    const word = await tx.watchWord.findUnique({ where: { id: wordId }, select: { classId: true } })
    const mayEdit = word && (await mayEditList(tx, viewer, word.classId))
    if (!word || mayEdit === null) return refuse("missing", "discussion.noSuchWatchWord")
    if (!mayEdit) return refuse("forbidden", "discussion.mayNotEditWatchList")
    const { classId } = word
    const { count } = await tx.watchWord.deleteMany({ where: { id: wordId } })
    const about = { actorId: viewer.userId, classId, subjectId: wordId }
    if (count > 0) await appendEvent(tx, { kind: "watchWord.removed", ...about })
    return allow(null)
  })
}

/** Null where there is no such class for this viewer. The list is locked against a second word at the same time. */
async function mayEditList(tx: Transaction, viewer: Viewer, classId: string | null): Promise<boolean | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`watch-list ${classId ?? "school"}`}))`
  if (classId === null) return can(viewer, "watchList.editSchool")
  const where = { classId, userId: viewer.userId, state: "active" as const, leftAt: null }
  const mine = await tx.enrolment.findFirst({ where, select: { role: true } })
  const facts = { classRole: mine?.role ?? null }
  return can(viewer, "watchList.see", facts) ? can(viewer, "watchList.edit", facts) : null
}

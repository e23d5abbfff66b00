import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { LockThreadInput, ThreadPlaceInput } from "@/lib/discussion/input"
import { decideWhy } from "@/lib/discussion/moderation/decide-moderation"
import { appendAct } from "@/lib/discussion/server/ledger-store"
import { factsOf, PLACE_COLUMNS, type Place, THROUGH_CLASS } from "@/lib/discussion/server/place"
import { threadTopic } from "@/lib/discussion/thread/thread-topic"
import { database, pool, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { newId } from "@/lib/platform/ids"
import { announce } from "@/lib/platform/notifications"

const AT_PROMPT = `
  SELECT ${PLACE_COLUMNS} FROM ${THROUGH_CLASS}
  JOIN "Prompt" p ON p.id = $3 AND p."lessonVersionId" = a."lessonVersionId" WHERE a.id = $2`

/** Staff of the class stop writing at one question, also where nobody has written yet; they themselves still post there. */
export async function lockThread(viewer: Viewer, input: LockThreadInput, now: Date): Promise<Decision<null>> {
  const place = await placeToLock(viewer, input)
  if (!place.ok) return place
  const why = decideWhy(input.reason)
  if (!why.ok) return why
  const { assignmentId, promptId } = input
  await database().$transaction(async (tx) => {
    await makeThreads(tx, place.value, promptId)
    const data = { lockedAt: now, lockedFor: why.value }
    const { count } = await tx.thread.updateMany({ where: { assignmentId, promptId, lockedAt: null }, data })
    if (count > 0)
      await keepTurn(tx, { viewer, place: place.value, promptId, kind: "locked", reason: why.value, now })
  })
  return allow(null)
}

/** Staff of the class let it go on. */
export async function unlockThread(
  viewer: Viewer,
  input: ThreadPlaceInput,
  now: Date,
): Promise<Decision<null>> {
  const place = await placeToLock(viewer, input)
  if (!place.ok) return place
  const { assignmentId, promptId } = input
  await database().$transaction(async (tx) => {
    const where = { assignmentId, promptId, lockedAt: { not: null } }
    const { count } = await tx.thread.updateMany({ where, data: { lockedAt: null, lockedFor: null } })
    if (count > 0)
      await keepTurn(tx, { viewer, place: place.value, promptId, kind: "unlocked", reason: "", now })
  })
  return allow(null)
}

async function placeToLock(viewer: Viewer, at: ThreadPlaceInput): Promise<Decision<Place>> {
  const place = (await pool().query<Place>(AT_PROMPT, [viewer.userId, at.assignmentId, at.promptId])).rows[0]
  if (!place || !can(viewer, "post.see", factsOf(place))) return refuse("missing", "discussion.noSuchPrompt")
  return can(viewer, "thread.lock", factsOf(place))
    ? allow(place)
    : refuse("forbidden", "discussion.mayNotLock")
}

type Turn = {
  viewer: Viewer
  place: Place
  promptId: string
  kind: "locked" | "unlocked"
  reason: string
  now: Date
}

async function keepTurn(
  tx: Transaction,
  { viewer, place, promptId, kind, reason, now }: Turn,
): Promise<void> {
  const { classId, assignmentId } = place
  const actorId = viewer.userId
  await appendAct(tx, { kind, about: { classId, assignmentId, promptId }, actorId, reason, now })
  await appendEvent(tx, { kind: `thread.${kind}`, actorId, classId, assignmentId, subjectId: promptId })
  const threads = await tx.thread.findMany({ where: { assignmentId, promptId }, select: { groupId: true } })
  for (const { groupId } of threads) await announce(tx, threadTopic({ assignmentId, promptId, groupId }))
}

/** The threads of a question, of the class and of each group, also where nobody has written yet. */
async function makeThreads(
  tx: Transaction,
  { classId, assignmentId }: Place,
  promptId: string,
): Promise<void> {
  const groups = await tx.group.findMany({ where: { classId, removedAt: null }, select: { id: true } })
  const data = [null, ...groups.map(({ id }) => id)].map((groupId) => ({
    id: newId(),
    assignmentId,
    promptId,
    groupId,
  }))
  await tx.thread.createMany({ data, skipDuplicates: true })
}

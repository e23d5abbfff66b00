import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { FreezeClassInput, UnfreezeClassInput } from "@/lib/discussion/input"
import { decideWhy } from "@/lib/discussion/moderation/decide-moderation"
import { countVisible } from "@/lib/discussion/posts/visible-text"
import { keptFacts, loadKeptClass } from "@/lib/discussion/server/keeping-place"
import { appendAct } from "@/lib/discussion/server/ledger-store"
import { database, type Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import { CHANNEL } from "@/lib/platform/notifications"

/**
 * Staff of a class stop all its discussions at once: from the commit on nobody posts, edits, takes back or puts back.
 * Posts that are being written to the disk come first, and this waits for them.
 */
export async function freezeClass(
  viewer: Viewer,
  input: FreezeClassInput,
  now: Date,
): Promise<Decision<null>> {
  const may = await mayFreeze(viewer, input.classId)
  if (!may.ok) return may
  const why = countVisible(input.reason) === 0 ? allow("") : decideWhy(input.reason)
  if (!why.ok) return why
  const frozen = {
    discussionsFrozenAt: now,
    discussionsFrozenFor: why.value,
    discussionsFrozenById: viewer.userId,
  }
  await database().$transaction(async (tx) => {
    const where = { id: input.classId, discussionsFrozenAt: null }
    if ((await tx.class.updateMany({ where, data: frozen })).count === 0) return
    await keepTurn(tx, { viewer, classId: input.classId, kind: "frozen", reason: why.value, now })
  })
  return allow(null)
}

/** Staff of a class let its discussions go on. */
export async function unfreezeClass(
  viewer: Viewer,
  { classId }: UnfreezeClassInput,
  now: Date,
): Promise<Decision<null>> {
  const may = await mayFreeze(viewer, classId)
  if (!may.ok) return may
  const open = { discussionsFrozenAt: null, discussionsFrozenFor: null, discussionsFrozenById: null }
  await database().$transaction(async (tx) => {
    const where = { id: classId, discussionsFrozenAt: { not: null } }
    if ((await tx.class.updateMany({ where, data: open })).count === 0) return
    await keepTurn(tx, { viewer, classId, kind: "unfrozen", reason: "", now })
  })
  return allow(null)
}

async function mayFreeze(viewer: Viewer, classId: string): Promise<Decision<null>> {
  const kept = await loadKeptClass(viewer, classId)
  if (!kept) return refuse("missing", "discussion.noSuchClass")
  return can(viewer, "class.freeze", keptFacts(kept))
    ? allow(null)
    : refuse("forbidden", "discussion.mayNotFreeze")
}

type Turn = { viewer: Viewer; classId: string; kind: "frozen" | "unfrozen"; reason: string; now: Date }

async function keepTurn(tx: Transaction, { viewer, classId, kind, reason, now }: Turn): Promise<void> {
  const actorId = viewer.userId
  await appendAct(tx, { kind, about: { classId }, actorId, reason, now })
  await appendEvent(tx, { kind: `discussion.${kind}`, actorId, classId })
  // Every open page of the class hears of it: as threadTopic names each thread.
  await tx.$executeRaw`
    SELECT pg_notify(${CHANNEL}, 'thread ' || a.id || ' ' || p.id)
    FROM "Assignment" a JOIN "Prompt" p ON p."lessonVersionId" = a."lessonVersionId"
    WHERE a."classId" = ${classId}::uuid AND a."archivedAt" IS NULL`
}

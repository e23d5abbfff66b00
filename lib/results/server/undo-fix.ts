import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { database, type Transaction } from "@/lib/platform/database"
import { type KeyContent, openKey } from "@/lib/quiz/item-key"
import { loadKeyRevision } from "@/lib/quiz/server/key-store"
import type { UndoFixInput } from "@/lib/results/fixing/fix-input"
import { type FixBatch, newestStanding } from "@/lib/results/fixing/history"
import type { ItemState } from "@/lib/results/fixing/item-state"
import { planUndo } from "@/lib/results/fixing/plan-undo"
import { currentState } from "@/lib/results/fixing/state-of"
import { LONGEST_FIX } from "@/lib/results/server/apply-fix"
import { lockFixRow } from "@/lib/results/server/fix-store"
import { writeBatch } from "@/lib/results/server/write-batch"

export type UndoneFix = { batchId: string; changed: number }

/**
 * Takes a fix back, as a batch of its own beside it: the scores that stood, the key and how the item counted are as before.
 * Only the last that still holds, because what came after was worked out of what it left. Refuses with "missing",
 * "forbidden", or "conflict" where it is not the last, or taken back already.
 */
export async function undoFix(viewer: Viewer, input: UndoFixInput, now: Date): Promise<Decision<UndoneFix>> {
  const { assignmentId, itemId, batchId } = input
  return database().$transaction(async (tx) => {
    const row = await lockFixRow(tx, { userId: viewer.userId, assignmentId, itemId })
    if (!row) return refuse("missing", "results.noAssignment")
    if (!can(viewer, "results.regrade", { classRole: row.results.classRole }))
      return refuse("forbidden", "results.fixTeachersOnly")
    const { facts, batches } = row
    const batch = batches.find((one) => one.batchId === batchId)
    if (!facts || !batch) return refuse("missing", "results.fixNoBatch")
    const refusal = undoRefusal(batches, batch)
    if (refusal || !batch.before || !batch.kind) return refusal ?? refuse("missing", "results.fixNoBatch")
    const { before, kind } = batch
    const oldKey = await changedKey(tx, facts.item.itemVersionId, batch)
    const plan = planUndo(facts, { batchId, before, oldKey })
    const { lines, possible, scorings } = plan
    const after: ItemState = { ...before, keyRevision: currentState(facts.item).keyRevision }
    const undoneId = await writeBatch(tx, {
      viewer,
      assignmentId,
      classId: row.results.assignment.classId,
      itemId,
      itemVersionId: facts.item.itemVersionId,
      kind,
      reason: "",
      undoesBatchId: batchId,
      before: currentState(facts.item),
      after,
      newKey: oldKey,
      scorings,
      changes: { lines, possible },
      now,
    })
    return allow({ batchId: undoneId, changed: lines.length })
  }, LONGEST_FIX)
}

function undoRefusal(batches: readonly FixBatch[], batch: FixBatch) {
  const undoing = batches.find(({ undoesBatchId }) => undoesBatchId === batch.batchId)
  if (undoing) return refuse("conflict", "results.fixUndone", { params: { name: undoing.by } })
  const newest = newestStanding(batches)
  return newest?.batchId === batch.batchId
    ? null
    : refuse("conflict", "results.fixNotNewest", { params: { name: newest?.by ?? "" } })
}

/** The key that held before, where the batch changed it. */
async function changedKey(
  tx: Transaction,
  itemVersionId: string,
  { before, after }: FixBatch,
): Promise<KeyContent | null> {
  if (!before || before.keyRevision === null || before.keyRevision === after?.keyRevision) return null
  const key = await loadKeyRevision(tx, itemVersionId, before.keyRevision)
  return key && openKey(key, "authoring")
}

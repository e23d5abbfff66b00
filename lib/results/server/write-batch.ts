import "server-only"
import type { Viewer } from "@/lib/access/viewer"
import type { Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import type { Prisma } from "@/lib/platform/generated/client"
import { newId } from "@/lib/platform/ids"
import { addAssignmentKey } from "@/lib/quiz/server/key-store"
import type { ScoreChanges } from "@/lib/results/fixing/compare-scores"
import type { FixKind } from "@/lib/results/fixing/fix-input"
import type { BatchAfter, ItemState } from "@/lib/results/fixing/item-state"
import type { MendedKey } from "@/lib/results/fixing/mend-key"
import type { NewScoring } from "@/lib/results/fixing/rescore"

export type NewBatch = {
  viewer: Viewer
  assignmentId: string
  classId: string
  itemId: string
  itemVersionId: string
  kind: FixKind
  reason: string
  undoesBatchId: string | null
  before: ItemState
  after: ItemState
  /** Null where the key stays. */
  newKey: MendedKey | null
  /** Rows that get the new key's revision; others say their own. */
  scorings: readonly (NewScoring & { byNewKey: boolean })[]
  changes: Pick<ScoreChanges, "lines"> & Pick<BatchAfter, "possible">
  now: Date
}

/** Writes what was put right as one: the key, how the item counts, the scores, and the event. Nothing is written over. */
export async function writeBatch(tx: Transaction, batch: NewBatch): Promise<string> {
  const { viewer, assignmentId, itemId, itemVersionId, newKey, before, changes } = batch
  const keyRevision = newKey
    ? await addAssignmentKey(tx, assignmentId, { ...newKey, itemVersionId, createdById: viewer.userId })
    : before.keyRevision
  const after: ItemState = { ...batch.after, keyRevision }
  await writeState(tx, batch)
  const lines = changes.lines.map(({ enrolmentId, before: was, after: is }) => ({
    enrolmentId,
    before: was,
    after: is,
  }))
  const id = newId()
  const { kind, reason, undoesBatchId, now } = batch
  const remembered: BatchAfter = { ...after, lines, possible: changes.possible }
  await tx.scoringBatch.create({
    data: {
      id,
      reason,
      assignmentId,
      itemId,
      kind,
      before,
      after: remembered,
      createdById: viewer.userId,
      createdAt: now,
      undoesBatchId,
    },
    select: { id: true },
  })
  await tx.scoring.createMany({
    data: batch.scorings.map(({ byNewKey, ...row }) => ({
      ...row,
      keyRevision: byNewKey ? (keyRevision ?? row.keyRevision) : row.keyRevision,
      finding: row.finding as Prisma.InputJsonValue,
      source: "regrade" as const,
      batchId: id,
    })),
  })
  await record(tx, batch, id)
  return id
}

/** No row is needed where the item counts as its lesson says; one that is there stays, and says so. */
async function writeState(tx: Transaction, { assignmentId, itemId, after }: NewBatch): Promise<void> {
  const { dropped, credited, points } = after
  const state = { dropped, credited, points }
  const where = { assignmentId_itemId: { assignmentId, itemId } }
  await tx.assignmentItem.upsert({
    where,
    create: { assignmentId, itemId, ...state },
    update: state,
    select: { itemId: true },
  })
}

/** That something was put right, and of how many; not what is right. */
const record = (tx: Transaction, batch: NewBatch, batchId: string) =>
  appendEvent(tx, {
    kind: batch.undoesBatchId ? "item.fixUndone" : "item.fixed",
    actorId: batch.viewer.userId,
    classId: batch.classId,
    assignmentId: batch.assignmentId,
    subjectId: batchId,
    data: { itemId: batch.itemId, kind: batch.kind, scores: batch.changes.lines.length },
  })

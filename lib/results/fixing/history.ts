import type { FixKind } from "./fix-input"
import type { BatchAfter, ItemState } from "./item-state"

/** Something that was put right about an item, or taken back. */
export type FixBatch = {
  batchId: string
  /** Null for what takes another back. */
  kind: FixKind | null
  reason: string
  at: Date
  by: string
  undoesBatchId: string | null
  /** Null where what is stored cannot be read: then it cannot be taken back. */
  before: ItemState | null
  after: BatchAfter | null
}

export type HistoryLine = Omit<FixBatch, "before" | "kind"> & {
  kind: FixKind
  undone: { by: string; at: Date } | null
  /** Only the last that still holds: what came after it was worked out of what it left. */
  canUndo: boolean
}

/** What was done to an item, newest first, each with whether it still holds. Takes batches newest first. */
export function buildHistory(batches: readonly FixBatch[]): HistoryLine[] {
  const undoings = new Map(batches.flatMap((one) => (one.undoesBatchId ? [[one.undoesBatchId, one]] : [])))
  const newest = newestStanding(batches)
  return batches.flatMap(({ before: _, kind, ...batch }) => {
    if (!kind || batch.undoesBatchId) return []
    const undoing = undoings.get(batch.batchId)
    const undone = undoing ? { by: undoing.by, at: undoing.at } : null
    return [{ ...batch, kind, undone, canUndo: batch.batchId === newest?.batchId && newest.before !== null }]
  })
}

/** The newest that nobody has taken back; null where none is. */
export function newestStanding(batches: readonly FixBatch[]): FixBatch | null {
  const undone = new Set(batches.map(({ undoesBatchId }) => undoesBatchId))
  return batches.find((one) => one.undoesBatchId === null && !undone.has(one.batchId)) ?? null
}

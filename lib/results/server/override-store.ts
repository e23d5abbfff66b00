import "server-only"
import type { Viewer } from "@/lib/access/viewer"
import type { Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import type { Score } from "@/lib/results/gradebook/cell-standing"
import type { CellInput } from "@/lib/results/gradebook/gradebook-input"

/** The newest row of a cell's history, and whether a score stands by it. The caller holds the assignment's lock. */
export async function newestOverride(
  tx: Transaction,
  { assignmentId, enrolmentId }: Pick<CellInput, "assignmentId" | "enrolmentId">,
): Promise<{ id: string; stands: boolean } | null> {
  const row = await tx.gradeOverride.findFirst({
    where: { assignmentId, enrolmentId },
    orderBy: { id: "desc" },
    select: { id: true, possible: true },
  })
  return row && { id: String(row.id), stands: row.possible !== null }
}

export type NewOverride = {
  cell: CellInput
  from: Score | null
  /** Null: what was set is taken back. */
  to: Score | null
  reason: string
  reasonShown: boolean
  now: Date
}

/** Adds to the history, which nothing else writes. What was given and why stays in its row, out of the log. */
export async function appendOverride(tx: Transaction, viewer: Viewer, made: NewOverride): Promise<string> {
  const { cell, from, to, reason, reasonShown, now } = made
  const { classId, assignmentId, enrolmentId } = cell
  const { id } = await tx.gradeOverride.create({
    data: {
      assignmentId,
      enrolmentId,
      earnedNumerator: to?.earned.numerator ?? null,
      earnedDenominator: to?.earned.denominator ?? null,
      possible: to?.possible ?? null,
      fromNumerator: from?.earned.numerator ?? null,
      fromDenominator: from?.earned.denominator ?? null,
      fromPossible: from?.possible ?? null,
      reason: reason.trim(),
      reasonShown,
      createdById: viewer.userId,
      createdAt: now,
    },
    select: { id: true },
  })
  await appendEvent(tx, {
    kind: to ? "grade.overridden" : "grade.overrideTakenBack",
    actorId: viewer.userId,
    classId,
    assignmentId,
    subjectId: enrolmentId,
    data: { overrideId: String(id) },
  })
  return String(id)
}

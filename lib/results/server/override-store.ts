import "server-only"
import type { Viewer } from "@/lib/access/viewer"
import type { Transaction } from "@/lib/platform/database"
import { appendEvent } from "@/lib/platform/events"
import type { Score } from "@/lib/results/gradebook/cell-standing"
import type { CellInput } from "@/lib/results/gradebook/gradebook-input"

type Role = "student" | "assistant" | "teacher"

/** Holds a student's cell against a second one who changes it, and says what the viewer is in its class now; null: not there. */
export async function lockCell(tx: Transaction, userId: string, cell: CellInput): Promise<Role | null> {
  const { assignmentId, enrolmentId } = cell
  await tx.$queryRaw`SELECT id FROM "Enrolment" WHERE id = ${enrolmentId}::uuid FOR UPDATE`
  const rows = await tx.$queryRaw<{ role: Role }[]>`
    SELECT me.role::text AS role FROM "Assignment" a
    JOIN "Enrolment" e ON e."classId" = a."classId" AND e.id = ${enrolmentId}::uuid
    JOIN "Enrolment" me ON me."classId" = a."classId" AND me."userId" = ${userId}::uuid
      AND me.state = 'active' AND me."leftAt" IS NULL
    WHERE a.id = ${assignmentId}::uuid`
  return rows[0]?.role ?? null
}

/** The newest row of a cell's history, and whether a score stands by it. The caller holds the cell. */
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

import "server-only"
import { can, type Permission } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { releaseFactsOf } from "@/lib/lesson/own-release"
import { recallSince } from "@/lib/lesson/recall-due"
import { FACT_COLUMNS, FACT_JOINS, type FactRow, termsOf } from "@/lib/lesson/server/step-facts"
import type { Transaction } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import { decideRelease, firstReleasedAt, type Release } from "@/lib/quiz/release"
import { loadShownAttempt } from "@/lib/quiz/server/load-shown-attempt"

/** A student's own finished quiz, whose results they may see now. */
export type OwnResults = {
  release: Release
  assignmentId: string
  classId: string
  enrolmentId: string
  revisionId: string
  /** The attempt that counts. */
  attemptId: string
  /** From when weeks are counted: see `recallSince`. */
  since: Date
}

type Row = FactRow & {
  assignmentId: string
  classId: string
  enrolmentId: string
  classRole: "student" | "assistant" | "teacher"
}

/**
 * The viewer's own results of an assignment, for acts that follow them. Refuses with "missing" (not in the class, or the
 * assignment was put away), "forbidden" (not a student's own work) or "conflict" (nothing handed in, or not released).
 */
export async function ownResults(
  tx: Transaction,
  viewer: Viewer,
  { assignmentId, permission, now }: { assignmentId: string; permission: Permission; now: Date },
): Promise<Decision<OwnResults>> {
  const row = await findRow(tx, viewer.userId, assignmentId)
  if (!row) return refuse("missing", "quiz.noSuchAssignment")
  // The row was found through the viewer's own enrolment: whatever is in it is theirs.
  if (!can(viewer, permission, { classRole: row.classRole, isOwner: true }))
    return refuse("forbidden", "quiz.notYourResults")
  const terms = termsOf(row)
  const facts = releaseFactsOf(row, terms)
  const decision = decideRelease(facts, now)
  const { classId, enrolmentId, revisionId } = row
  const shown = decision.released
    ? await loadShownAttempt(tx, { assignmentId, enrolmentId, policy: row, dueAt: terms.dueAt })
    : null
  if (!decision.released || !shown) return refuse("conflict", "quiz.resultsNotReleased")
  const since = recallSince(shown.submittedAt, firstReleasedAt(facts, now))
  return allow({
    release: decision.release,
    assignmentId,
    classId,
    enrolmentId,
    revisionId,
    attemptId: shown.id,
    since,
  })
}

async function findRow(tx: Transaction, userId: string, assignmentId: string): Promise<Row | null> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT ${Prisma.raw(FACT_COLUMNS)}, a."classId", e.id AS "enrolmentId", e.role::text AS "classRole"
    FROM "Assignment" a
    JOIN "Enrolment" e ON e."classId" = a."classId" AND e."userId" = ${userId}::uuid
      AND e.state = 'active' AND e."leftAt" IS NULL
    ${Prisma.raw(FACT_JOINS)}
    WHERE a.id = ${assignmentId}::uuid AND a."archivedAt" IS NULL`
  return rows[0] ?? null
}

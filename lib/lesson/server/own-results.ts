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
  countedId: string | null
  handedInAt: Date | null
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
  const facts = releaseFactsOf(row, termsOf(row))
  const decision = decideRelease(facts, now)
  if (!decision.released || !row.countedId || !row.handedInAt)
    return refuse("conflict", "quiz.resultsNotReleased")
  const { classId, enrolmentId, revisionId, countedId: attemptId } = row
  const since = recallSince(row.handedInAt, firstReleasedAt(facts, now))
  return allow({
    release: decision.release,
    assignmentId,
    classId,
    enrolmentId,
    revisionId,
    attemptId,
    since,
  })
}

async function findRow(tx: Transaction, userId: string, assignmentId: string): Promise<Row | null> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT ${Prisma.raw(FACT_COLUMNS)}, a."classId", e.id AS "enrolmentId", e.role::text AS "classRole",
      done.id AS "countedId", done."submittedAt" AS "handedInAt"
    FROM "Assignment" a
    JOIN "Enrolment" e ON e."classId" = a."classId" AND e."userId" = ${userId}::uuid
      AND e.state = 'active' AND e."leftAt" IS NULL
    ${Prisma.raw(FACT_JOINS)}
    LEFT JOIN LATERAL (
      SELECT f.id, f."submittedAt" FROM "Attempt" f
      WHERE f."assignmentId" = a.id AND f."enrolmentId" = e.id AND f.state = 'submitted'
      ORDER BY f.number DESC LIMIT 1) done ON true
    WHERE a.id = ${assignmentId}::uuid AND a."archivedAt" IS NULL`
  return rows[0] ?? null
}

import "server-only"
import { pool } from "@/lib/platform/database"
import { fraction } from "@/lib/quiz/fraction"
import type { Release } from "@/lib/quiz/release"
import type { Score } from "@/lib/results/gradebook/cell-standing"

/** What a student is told of a score that was set by hand; the reason only where it was written for them. */
export type OwnOverride = Score & { reason: string | null }

type Row = {
  numerator: string | null
  denominator: string | null
  possible: number | null
  reason: string | null
}

const NEWEST = `
  SELECT o."earnedNumerator" AS numerator, o."earnedDenominator" AS denominator, o.possible,
    CASE WHEN o."reasonShown" THEN o.reason END AS reason
  FROM "GradeOverride" o
  WHERE o."assignmentId" = $1 AND o."enrolmentId" = $2
    AND NOT EXISTS (SELECT FROM "AssignmentException" x WHERE x."assignmentId" = $1 AND x."enrolmentId" = $2 AND x.excused)
  ORDER BY o.id DESC LIMIT 1`

/** The score a teacher set for this student, with the released results and not before: asks for the release. Null: none. */
export async function loadOwnOverride(call: {
  assignmentId: string
  enrolmentId: string
  release: Release
}): Promise<OwnOverride | null> {
  const { rows } = await pool().query<Row>({
    name: "own-override",
    text: NEWEST,
    values: [call.assignmentId, call.enrolmentId],
  })
  const [row] = rows
  if (!row?.numerator || !row.denominator || row.possible === null) return null
  const earned = fraction(Number(row.numerator), Number(row.denominator))
  return { earned, possible: row.possible, reason: row.reason }
}

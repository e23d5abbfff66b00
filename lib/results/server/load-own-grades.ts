import "server-only"
import { pool } from "@/lib/platform/database"
import { type Fraction, fraction } from "@/lib/quiz/fraction"
import type { Release } from "@/lib/quiz/release"
import type { Grade, Rubric } from "@/lib/quiz/rubric"
import type { Score } from "@/lib/results/gradebook/cell-standing"

/** What a student is told of a score that was set by hand; the reason only where it was written for them. */
export type OwnOverride = Score & { reason: string | null }

/** What a student is told of their part in the discussion, by the rubric of its time: nothing of who graded it. */
export type OwnDiscussionGrade = Grade & { share: Fraction; rubric: Rubric }

/** What teachers gave a student beside the quiz. Null: nothing. */
export type OwnGrades = { override: OwnOverride | null; discussion: OwnDiscussionGrade | null }

type Row = {
  override: {
    numerator: number | null
    denominator: number | null
    possible: number | null
    reason: string | null
  } | null
  discussion: (Grade & Fraction & { rubric: Rubric }) | null
}

/** The newest of each. Who is excused has no score, whatever was set. */
const OWN = `
  SELECT
    (SELECT json_build_object('numerator', o."earnedNumerator", 'denominator', o."earnedDenominator", 'possible', o.possible,
        'reason', CASE WHEN o."reasonShown" THEN o.reason END)
      FROM "GradeOverride" o
      WHERE o."assignmentId" = $1 AND o."enrolmentId" = $2
        AND NOT EXISTS (SELECT FROM "AssignmentException" x WHERE x."assignmentId" = $1 AND x."enrolmentId" = $2 AND x.excused)
      ORDER BY o.id DESC LIMIT 1) AS override,
    (SELECT json_build_object('levels', g.levels, 'comment', g.comment, 'numerator', g.numerator, 'denominator', g.denominator,
        'rubric', r.rubric)
      FROM "DiscussionGrade" g
      JOIN "DiscussionRubric" r ON r."assignmentId" = g."assignmentId" AND r.number = g."rubricNumber"
      WHERE g."assignmentId" = $1 AND g."enrolmentId" = $2
      ORDER BY g.id DESC LIMIT 1) AS discussion`

/**
 * With the released results and not before: asks for the release that allows it, without which nothing is even read. The
 * caller has found the enrolment to be the reader's. One trip: every student of a class makes it at the bell.
 */
export async function loadOwnGrades({
  assignmentId,
  enrolmentId,
}: {
  assignmentId: string
  enrolmentId: string
  release: Release
}): Promise<OwnGrades> {
  const values = [assignmentId, enrolmentId]
  const row = (await pool().query<Row>({ name: "own-grades", text: OWN, values })).rows[0]
  return { override: overrideOf(row?.override ?? null), discussion: discussionOf(row?.discussion ?? null) }
}

/** A score that was taken back is a row without one. */
function overrideOf(row: Row["override"]): OwnOverride | null {
  if (!row || row.numerator === null || row.denominator === null || row.possible === null) return null
  return { earned: fraction(row.numerator, row.denominator), possible: row.possible, reason: row.reason }
}

function discussionOf(row: Row["discussion"]): OwnDiscussionGrade | null {
  if (!row) return null
  const { numerator, denominator, ...grade } = row
  return { ...grade, share: { numerator, denominator } }
}

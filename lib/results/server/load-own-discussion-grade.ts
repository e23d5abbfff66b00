import "server-only"
import { pool } from "@/lib/platform/database"
import type { Fraction } from "@/lib/quiz/fraction"
import type { Release } from "@/lib/quiz/release"
import type { Grade, Rubric } from "@/lib/quiz/rubric"

/** What a student is told of their part in the discussion: nothing of who graded it. */
export type OwnDiscussionGrade = Grade & { share: Fraction; rubric: Rubric }

type Row = Grade & Fraction & { rubric: Rubric }

const OWN = `
  SELECT g.levels, g.comment, g.numerator, g.denominator, r.rubric
  FROM "DiscussionGrade" g
  JOIN "DiscussionRubric" r ON r."assignmentId" = g."assignmentId" AND r.number = g."rubricNumber"
  WHERE g."assignmentId" = $1 AND g."enrolmentId" = $2
  ORDER BY g.id DESC LIMIT 1`

/**
 * The newest grade of a student's own, by the rubric of its time. Asks for the release that allows it: without one it is
 * not even read. The caller has found the enrolment to be the reader's. Null where none was given.
 */
export async function loadOwnDiscussionGrade({
  assignmentId,
  enrolmentId,
}: {
  assignmentId: string
  enrolmentId: string
  release: Release
}): Promise<OwnDiscussionGrade | null> {
  const values = [assignmentId, enrolmentId]
  const row = (await pool().query<Row>({ name: "own-discussion-grade", text: OWN, values })).rows[0]
  if (!row) return null
  const { numerator, denominator, ...grade } = row
  return { ...grade, share: { numerator, denominator } }
}

import "server-only"

/**
 * SQL: whether scoring `s` is a teacher's grade that its student is not to see yet: grades are held, or two graders are
 * asked for and have not both given one, or differ and nobody has settled. The same rule as `gradeStanding` of results.
 * `assignmentId` is an SQL expression of the caller's own making, never input.
 */
export const isHeldGrade = (s: string, assignmentId: string): string => `(
  ${s}.source = 'teacher' AND ${s}.finding ? 'grade' AND EXISTS (
    SELECT FROM "AssignmentGrading" hg WHERE hg."assignmentId" = ${assignmentId} AND (
      hg.holds AND hg."releasedAt" IS NULL
      OR hg."asksSecond" AND NOT coalesce((
        SELECT sg."saveNumber" IS NOT DISTINCT FROM ${s}."saveNumber"
          AND (sg."againstId" <> ${s}.id OR sg.grade->'levels' = ${s}.finding->'grade'->'levels')
        FROM "SecondGrade" sg
        WHERE sg."attemptId" = ${s}."attemptId" AND sg."itemId" = ${s}."itemId"
        ORDER BY sg.id DESC LIMIT 1), false))))`

/**
 * SQL: whether scoring `s` is a first grade that waits for a second by somebody else than it is shown to, where two are
 * asked for: the same rule as `isKeptFrom` of results. `viewerId` as above.
 */
export const isKeptFromGrader = (s: string, viewerId: string): string => `(
  ${s}.source = 'teacher' AND ${s}.finding ? 'grade' AND ${s}."createdById" IS DISTINCT FROM ${viewerId} AND NOT coalesce((
    SELECT sg."saveNumber" IS NOT DISTINCT FROM ${s}."saveNumber"
    FROM "SecondGrade" sg WHERE sg."attemptId" = ${s}."attemptId" AND sg."itemId" = ${s}."itemId"
    ORDER BY sg.id DESC LIMIT 1), false))`

import "server-only"

/**
 * How an item counts in an assignment, as columns "points", "dropped" and "credited" for `HowItCounts`: pieces of SQL for
 * every statement that reads points of attempts, so that none of them forgets what a teacher put right. Aliases are the
 * caller's own, never input; `ci` is taken.
 */
export const countedColumns = (version: string): string => `
  coalesce(ci.points, ${version}.points) AS points, coalesce(ci.dropped, false) AS dropped,
  coalesce(ci.credited, false) AS credited`

/** The join those columns need. Both arguments are SQL expressions: an assignment's id, and an item version's alias. */
export const countedJoin = (assignmentId: string, version: string): string => `
  LEFT JOIN "AssignmentItem" ci ON ci."assignmentId" = ${assignmentId} AND ci."itemId" = ${version}."itemId"`

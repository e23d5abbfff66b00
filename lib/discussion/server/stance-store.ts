import "server-only"

/**
 * Stances, behind their wall: the only file that reads or writes "StanceSubject", "Stance" and "StanceSummary".
 * Nothing here takes a time or writes an event.
 */

/**
 * Which moments a person has completed in an assignment, as text[]; "prefers not to say" counts. Never what was said.
 * Both arguments are SQL expressions of the caller's own making, never input.
 */
export const momentsGiven = (userId: string, assignmentId: string): string => `ARRAY(
  SELECT st.moment::text FROM "StanceSubject" ss JOIN "Stance" st ON st."subjectId" = ss.id
  WHERE ss."userId" = ${userId} AND ss."assignmentId" = ${assignmentId} ORDER BY st.moment)`

import "server-only"

/**
 * Posts that wait for staff, or were given back. Pieces of SQL for statements of this room and of others; arguments are
 * SQL of the caller's own making, never input.
 */

/** Has a post ever stood in its thread? One that has not has no number, and to everybody else there is no such post. */
export const hasStood = (post: string): string => `${post}.seq IS NOT NULL`

/** The state of a post to its readers: what waits and what was given back is as if hidden. */
export const shownState = (post: string): string =>
  `CASE WHEN ${post}.state IN ('held', 'returned') THEN 'hidden' ELSE ${post}.state::text END`

/** Why a post was given back to its author, or null. */
export const returnReason = (postId: string): string => `(
  SELECT r.reason FROM "PostReturn" r WHERE r."postId" = ${postId} AND r."resentAt" IS NULL
  ORDER BY r."returnedAt" DESC LIMIT 1)`

/** How many posts of an assignment wait for staff. */
export const waitingCount = (assignmentId: string): string => `(
  SELECT count(*)::int FROM "Post" po JOIN "Thread" wt ON wt.id = po."threadId"
  WHERE wt."assignmentId" = ${assignmentId} AND po.state = 'held')`

/** How many posts of an assignment have a flag that nobody of the staff has cleared. */
export const flaggedCount = (assignmentId: string): string => `(
  SELECT count(DISTINCT f."postId")::int FROM "PostFlag" f
  JOIN "Post" po ON po.id = f."postId" JOIN "Thread" ft ON ft.id = po."threadId"
  WHERE ft."assignmentId" = ${assignmentId} AND f."clearedAt" IS NULL)`

/** The words that are watched in a class, its own and the school's, as WatchedWord. */
export const watchedIn = (classId: string): string => `(
  SELECT coalesce(json_agg(json_build_object('word', w.word, 'note', w.note) ORDER BY w.id), '[]')
  FROM "WatchWord" w WHERE w."classId" IS NULL OR w."classId" = ${classId})`

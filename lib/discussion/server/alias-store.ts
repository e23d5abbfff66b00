import "server-only"

/**
 * Who stands behind a post: the only file that reads or writes "PostAlias". Other statements, of this room and of
 * others, take the pieces of SQL below; every argument is an SQL expression of the caller's own making, never input.
 */

/** How many posts of this enrolment stand in an assignment, over all its threads. */
export const ownPostCount = (enrolmentId: string, assignmentId: string): string => `(
  SELECT count(*)::int FROM "PostAlias" pa JOIN "Post" po ON po."aliasId" = pa.id AND po.state <> 'deleted'
  WHERE pa."enrolmentId" = ${enrolmentId} AND pa."assignmentId" = ${assignmentId})`

/** Has this enrolment a post at the top of a thread? What post-first asks. */
export const hasPostedIn = (threadId: string, enrolmentId: string): string => `EXISTS (
  SELECT 1 FROM "PostAlias" pa JOIN "Post" po ON po."aliasId" = pa.id
  WHERE pa."enrolmentId" = ${enrolmentId} AND po."threadId" = ${threadId}
    AND po."parentId" IS NULL AND po.state <> 'deleted')`

import "server-only"

/** The norms of a class and who said that they keep to them. Pieces of SQL; arguments are SQL, never input. */

/** The norms of a class as they stand, as NormsView. */
export const currentNorms = (classId: string): string => `coalesce((
  SELECT jsonb_build_object('number', n.number, 'list', n.list) FROM "DiscussionNorms" n
  WHERE n."classId" = ${classId} ORDER BY n.number DESC LIMIT 1), '{"number": 0, "list": null}'::jsonb)`

/** Has this enrolment accepted the norms since everybody was last asked? */
export const hasAcceptedNorms = (enrolmentId: string, classId: string): string => `EXISTS (
  SELECT 1 FROM "NormsAcceptance" na WHERE na."enrolmentId" = ${enrolmentId} AND na.number >= coalesce((
    SELECT max(n.number) FROM "DiscussionNorms" n WHERE n."classId" = ${classId} AND n."asksAgain"), 0))`

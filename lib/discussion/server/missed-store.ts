import "server-only"
import { hasPostedIn } from "@/lib/discussion/server/alias-store"
import { ownPostIsOver } from "@/lib/discussion/server/place"

/**
 * Who has no post at the top of a prompt though their own time for it is over, as JSON: [{position, count, keys}] by
 * prompt, whichever group they were in then, for staff's results. `keys` are enrolments, null where names may not be seen. Arguments are SQL, never input.
 */
export const missedOwnPosts = (assignmentId: string, seesNames: string): string => `(
  SELECT coalesce(json_agg(json_build_object('position', m.position, 'count', m.count, 'keys', m.keys)
                           ORDER BY m.position), '[]')
  FROM (
    SELECT p.position, count(*)::int AS count, CASE WHEN ${seesNames} THEN array_agg(e.id) END AS keys
    FROM "Assignment" a
    JOIN "Class" c ON c.id = a."classId"
    JOIN "Enrolment" e ON e."classId" = c.id AND e.role = 'student' AND e.state = 'active' AND e."leftAt" IS NULL
    LEFT JOIN "Accommodation" ac ON ac."userId" = e."userId"
    LEFT JOIN "AssignmentException" ex ON ex."assignmentId" = a.id AND ex."enrolmentId" = e.id
    JOIN "Prompt" p ON p."lessonVersionId" = a."lessonVersionId"
    WHERE a.id = ${assignmentId} AND NOT coalesce(ex.excused, false)
      AND ${ownPostIsOver("now()")} AND NOT EXISTS (
        SELECT 1 FROM "Thread" t
        WHERE t."assignmentId" = a.id AND t."promptId" = p.id AND ${hasPostedIn("t.id", "e.id")})
    GROUP BY p.position) m)`

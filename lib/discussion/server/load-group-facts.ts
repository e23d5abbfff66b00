import "server-only"
import { validate } from "uuid"
import type { Viewer } from "@/lib/access/viewer"
import type { GroupFacts } from "@/lib/discussion/groups/group-facts"
import { pool } from "@/lib/platform/database"

const POSTS = (which: string) => `
  (SELECT count(*)::int FROM "Thread" t JOIN "Post" po ON po."threadId" = t.id AND po.state <> 'deleted'
   WHERE t."assignmentId" = a.id AND t."groupId" ${which})`

const FACTS = `
  SELECT
    (SELECT count(*)::int FROM "Group" g WHERE g."classId" = a."classId" AND g."removedAt" IS NULL) AS groups,
    (SELECT coalesce(json_agg(u."displayName" ORDER BY u."displayName", e.id), '[]')
     FROM "Enrolment" e JOIN "User" u ON u.id = e."userId"
     WHERE e."classId" = a."classId" AND e.role = 'student' AND e.state = 'active' AND e."leftAt" IS NULL
       AND NOT EXISTS (SELECT 1 FROM "GroupMember" gm WHERE gm."enrolmentId" = e.id)) AS ungrouped,
    ${POSTS("IS NULL")} AS "commonPosts", ${POSTS("IS NOT NULL")} AS "groupPosts"
  FROM "Assignment" a
  JOIN "Enrolment" me ON me."classId" = a."classId" AND me."userId" = $1 AND me.state = 'active' AND me."leftAt" IS NULL
    AND me.role = 'teacher'
  WHERE a.id = $2`

/** How groups stand to an assignment, for teachers of its class; null for everybody else. One trip. */
export async function loadGroupFacts(viewer: Viewer, assignmentId: string): Promise<GroupFacts | null> {
  if (viewer.role === "student" || !validate(assignmentId)) return null
  const statement = { name: "group-facts", text: FACTS, values: [viewer.userId, assignmentId] }
  return (await pool().query<GroupFacts>(statement)).rows[0] ?? null
}

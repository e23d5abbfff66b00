import "server-only"
import type { Viewer } from "@/lib/access/viewer"
import { authoredPosts } from "@/lib/discussion/server/alias-store"
import { pool } from "@/lib/platform/database"

/** What hangs on the groups of a class. */
export type GroupWork = {
  /** Assignments whose discussion is held in groups. */
  assignments: { assignmentId: string; title: string }[]
  /** Students who have written in a thread of the group they are in; how many posts. */
  posts: { enrolmentId: string; posts: number }[]
}

// How much somebody has written tells who a pseudonym is: only to teachers, and not where names are sealed for them too.
const WORK = `
  SELECT
    (SELECT coalesce(json_agg(json_build_object('assignmentId', a.id, 'title', lv.title) ORDER BY a."opensAt", a.id), '[]')
     FROM "Assignment" a
     JOIN "DiscussionRules" dr ON dr."assignmentId" = a.id AND dr."byGroups"
     JOIN "LessonVersion" lv ON lv.id = a."lessonVersionId"
     WHERE a."classId" = me."classId" AND a."archivedAt" IS NULL) AS assignments,
    (SELECT coalesce(json_agg(json_build_object('enrolmentId', w."enrolmentId", 'posts', w.posts)), '[]') FROM (
       SELECT ap."enrolmentId", count(*)::int AS posts
       FROM "Assignment" a
       JOIN LATERAL ${authoredPosts("a.id")} ap ON me.role = 'teacher'
       JOIN "Post" po ON po.id = ap."postId" AND po.state <> 'deleted'
       JOIN "Thread" t ON t.id = po."threadId"
       JOIN "GroupMember" gm ON gm."enrolmentId" = ap."enrolmentId" AND gm."groupId" = t."groupId"
       WHERE a."classId" = me."classId" AND a."postNames" <> 'sealed' GROUP BY ap."enrolmentId") w) AS posts
  FROM "Enrolment" me
  WHERE me."classId" = $2 AND me."userId" = $1 AND me.state = 'active' AND me."leftAt" IS NULL AND me.role <> 'student'`

/** For staff of the class; an administrator who does not teach it learns nothing of its work. One trip. */
export async function loadGroupWork(viewer: Viewer, classId: string): Promise<GroupWork> {
  const none: GroupWork = { assignments: [], posts: [] }
  if (viewer.role === "student") return none
  const { rows } = await pool().query<GroupWork>({
    name: "group-work",
    text: WORK,
    values: [viewer.userId, classId],
  })
  return rows[0] ?? none
}

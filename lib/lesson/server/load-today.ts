import "server-only"
import type { Viewer } from "@/lib/access/viewer"
import { flaggedCount, waitingCount } from "@/lib/discussion/server/held-store"
import { openReportCount } from "@/lib/discussion/server/moderation-store"
import { pool } from "@/lib/platform/database"
import type { ReleasePolicy } from "@/lib/quiz/release"

/** An assignment of a class the viewer teaches or assists in. Counts are of its present students. */
export type TaughtAssignment = {
  assignmentId: string
  title: string
  classId: string
  className: string
  opensAt: Date
  dueAt: Date
  closesAt: Date
  releasePolicy: ReleasePolicy
  releasedAt: Date | null
  /** May the viewer release and edit: a teacher of the class. */
  mayEdit: boolean
  hasQuiz: boolean
  students: number
  started: number
  submitted: number
  /** Posts with a report that nobody has answered. */
  openReports: number
  /** Posts that wait for staff to let them through. */
  heldPosts: number
  /** Posts that were flagged, and nobody has looked at. */
  flaggedPosts: number
  /** Appeals against scores that nobody has decided. */
  openAppeals: number
  /** Students' replies to comments that no teacher has read. */
  unreadReplies: number
}

// Against attempts that may count, as on the page that lists them.
const OPEN_APPEALS = `
  (SELECT count(*)::int FROM "Appeal" p JOIN "Attempt" pt ON pt.id = p."attemptId"
   WHERE pt."assignmentId" = a.id AND pt.state = 'submitted' AND p.state = 'open' AND (a."countedAttempt" <> 'newest' OR NOT EXISTS (
     SELECT 1 FROM "Attempt" n WHERE n."assignmentId" = a.id AND n."enrolmentId" = pt."enrolmentId"
       AND n.state = 'submitted' AND n.number > pt.number)))`

// Of students who are here, and about attempts that may count: the page that shows them has no others.
const UNREAD_REPLIES = `
  (SELECT count(*)::int FROM "GradeReply" y JOIN "Attempt" yt ON yt.id = y."attemptId"
   JOIN "Enrolment" ye ON ye.id = yt."enrolmentId" AND ye."leftAt" IS NULL
   WHERE yt."assignmentId" = a.id AND y."fromStudent" AND y."readAt" IS NULL AND yt.state = 'submitted'
     AND (a."countedAttempt" <> 'newest' OR NOT EXISTS (
       SELECT 1 FROM "Attempt" n WHERE n."assignmentId" = a.id AND n."enrolmentId" = yt."enrolmentId"
         AND n.state = 'submitted' AND n.number > yt.number)))`

const TODAY = `
  SELECT a.id AS "assignmentId", lv.title, c.id AS "classId", c.name AS "className",
         a."opensAt", a."dueAt", a."closesAt", a."releasePolicy", a."releasedAt", mine.role = 'teacher' AS "mayEdit",
         EXISTS (SELECT 1 FROM "LessonVersionItem" i WHERE i."lessonVersionId" = lv.id) AS "hasQuiz",
         count(s.id)::int AS students,
         count(s.id) FILTER (WHERE rp."enrolmentId" IS NOT NULL OR t.begun)::int AS started,
         count(s.id) FILTER (WHERE t.submitted)::int AS submitted,
         ${openReportCount("a.id")} AS "openReports",
         ${waitingCount("a.id")} AS "heldPosts",
         ${flaggedCount("a.id")} AS "flaggedPosts",
         ${OPEN_APPEALS} AS "openAppeals",
         ${UNREAD_REPLIES} AS "unreadReplies"
  FROM "Enrolment" mine
  JOIN "Class" c ON c.id = mine."classId" AND c."archivedAt" IS NULL
  JOIN "Assignment" a ON a."classId" = c.id AND a."archivedAt" IS NULL AND a."closesAt" > $2
  JOIN "LessonVersion" lv ON lv.id = a."lessonVersionId"
  LEFT JOIN "Enrolment" s
    ON s."classId" = c.id AND s.role = 'student' AND s.state = 'active' AND s."leftAt" IS NULL
  LEFT JOIN "ReadingProgress" rp ON rp."assignmentId" = a.id AND rp."enrolmentId" = s.id
  LEFT JOIN LATERAL (
    SELECT count(*) > 0 AS begun, bool_or(x.state = 'submitted') AS submitted FROM "Attempt" x
    WHERE x."assignmentId" = a.id AND x."enrolmentId" = s.id) t ON true
  WHERE mine."userId" = $1 AND mine.role IN ('teacher', 'assistant') AND mine.state = 'active'
    AND mine."leftAt" IS NULL
  GROUP BY a.id, lv.id, c.id, mine.role
  ORDER BY a."dueAt", a.id`

const DAYS_BACK = 14

/** What the viewer's classes have been given and is open, comes, or has closed in the last two weeks. By due date. */
export async function loadToday(viewer: Viewer, now: Date): Promise<TaughtAssignment[]> {
  const since = new Date(now.getTime() - DAYS_BACK * 86_400_000)
  const statement = { name: "today", text: TODAY, values: [viewer.userId, since] }
  return (await pool().query<TaughtAssignment>(statement)).rows
}

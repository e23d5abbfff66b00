import "server-only"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import type { WorryView } from "@/lib/discussion/moderation/worry"
import { pool } from "@/lib/platform/database"

const MOST = 20

// Asked on every staff page: the index of untaken worries holds a handful of rows in the whole school.
const WORRIES = `
  SELECT po."publicId" AS "postId", a.id AS "assignmentId", lv.title, c.name AS "className", p.position AS "promptPosition",
         (extract(epoch FROM min(r."createdAt")) * 1000)::float8 AS at, e.role AS "classRole"
  FROM "PostReport" r
  JOIN "Post" po ON po.id = r."postId"
  JOIN "Thread" t ON t.id = po."threadId"
  JOIN "Prompt" p ON p.id = t."promptId"
  JOIN "Assignment" a ON a.id = t."assignmentId"
  JOIN "LessonVersion" lv ON lv.id = a."lessonVersionId"
  JOIN "Class" c ON c.id = a."classId"
  JOIN "Enrolment" e ON e."classId" = c.id AND e."userId" = $1 AND e.role <> 'student' AND e.state = 'active' AND e."leftAt" IS NULL
  WHERE r.kind = 'worried' AND r."takenAt" IS NULL
  GROUP BY po."publicId", a.id, lv.title, c.name, p.position, e.role
  ORDER BY at LIMIT ${MOST}`

type Row = WorryView & { classRole: "assistant" | "teacher" }

/** The worries in this viewer's classes that nobody has taken, the longest waiting first. One trip. */
export async function loadWorries(viewer: Viewer): Promise<WorryView[]> {
  if (viewer.role === "student") return []
  const { rows } = await pool().query<Row>({ name: "worries", text: WORRIES, values: [viewer.userId] })
  return rows
    .filter(({ classRole }) => can(viewer, "worry.take", { classRole }))
    .map(({ classRole: _, ...worry }) => worry)
}

import "server-only"
import type { Viewer } from "@/lib/access/viewer"
import type { ClashStudent } from "@/lib/lesson/find-clashes"
import { pool } from "@/lib/platform/database"

export type AssignableClass = {
  classId: string
  name: string
  students: number
  hasIt: boolean
  /** Students with an accommodation: whom dates could clash with. */
  granted: Omit<ClashStudent, "exception">[]
}

const CLASSES = `
  SELECT c.id AS "classId", c.name,
         (SELECT count(*)::int FROM "Enrolment" s WHERE s."classId" = c.id AND s.role = 'student'
            AND s.state = 'active' AND s."leftAt" IS NULL) AS students,
         EXISTS (SELECT 1 FROM "Assignment" a JOIN "LessonVersion" v ON v.id = a."lessonVersionId"
                 WHERE a."classId" = c.id AND v."lessonId" = $2 AND a."archivedAt" IS NULL AND a."closesAt" > $3)
           AS "hasIt",
         coalesce((SELECT json_agg(json_build_object('id', u.id, 'name', u."displayName", 'accommodation',
             json_build_object('timeMultiplier', ac."timeMultiplier", 'extraMinutes', ac."extraMinutes",
               'noTimeLimit', ac."noTimeLimit", 'extraAttempts', ac."extraAttempts", 'extraDays', ac."extraDays",
               'timeZone', (SELECT z."timeZone" FROM "School" z))))
           FROM "Enrolment" s JOIN "User" u ON u.id = s."userId" JOIN "Accommodation" ac ON ac."userId" = u.id
           WHERE s."classId" = c.id AND s.role = 'student' AND s.state = 'active' AND s."leftAt" IS NULL), '[]')
           AS granted
  FROM "Enrolment" mine
  JOIN "Class" c ON c.id = mine."classId" AND c."archivedAt" IS NULL
  WHERE mine."userId" = $1 AND mine.role = 'teacher' AND mine.state = 'active' AND mine."leftAt" IS NULL
  ORDER BY c.name, c.id`

/** The classes a lesson could be given to: those the viewer teaches. Says where it is running already. */
export async function loadAssignableClasses(
  viewer: Viewer,
  { lessonId, now }: { lessonId: string; now: Date },
): Promise<AssignableClass[]> {
  const statement = { name: "assignable-classes", text: CLASSES, values: [viewer.userId, lessonId, now] }
  return (await pool().query<AssignableClass>(statement)).rows
}

import "server-only"
import type { Viewer } from "@/lib/access/viewer"
import type { ClassRole } from "@/lib/classroom/roles"
import { pool } from "@/lib/platform/database"

export type ClassSummary = {
  classId: string
  publicId: string
  name: string
  archived: boolean
  /** The viewer's own role there; null where an administrator looks in from outside. */
  role: ClassRole | null
  students: number
  waiting: number
  /** Names of its teachers, as one list. */
  teachers: string[]
}

const CLASSES = `
  SELECT c.id AS "classId", c."publicId", c.name, c."archivedAt" IS NOT NULL AS archived, mine.role,
         count(*) FILTER (WHERE e.role = 'student' AND e.state = 'active')::int AS students,
         count(*) FILTER (WHERE e.state = 'pending')::int AS waiting,
         coalesce(array_agg(u."displayName" ORDER BY u."displayName") FILTER (WHERE e.role = 'teacher'), '{}') AS teachers
  FROM "Class" c
  LEFT JOIN "Enrolment" mine
    ON mine."classId" = c.id AND mine."userId" = $1 AND mine.state = 'active' AND mine."leftAt" IS NULL
  LEFT JOIN "Enrolment" e ON e."classId" = c.id AND e."leftAt" IS NULL
  LEFT JOIN "User" u ON u.id = e."userId"
  WHERE mine.role IN ('teacher', 'assistant') OR $2
  GROUP BY c.id, mine.role
  ORDER BY c."archivedAt" IS NOT NULL, c.name, c.id`

/** The classes this viewer teaches or assists in; every class, to an administrator. */
export async function loadClasses(viewer: Viewer): Promise<ClassSummary[]> {
  const values = [viewer.userId, viewer.role === "administrator"]
  return (await pool().query<ClassSummary>({ name: "classes", text: CLASSES, values })).rows
}

export type MyClass = { classId: string; name: string; state: "pending" | "active"; teachers: string[] }

const MY_CLASSES = `
  SELECT c.id AS "classId", c.name, mine.state,
         coalesce(array_agg(u."displayName" ORDER BY u."displayName") FILTER (WHERE u.id IS NOT NULL), '{}') AS teachers
  FROM "Enrolment" mine
  JOIN "Class" c ON c.id = mine."classId" AND c."archivedAt" IS NULL
  LEFT JOIN "Enrolment" e
    ON e."classId" = c.id AND e.role = 'teacher' AND e.state = 'active' AND e."leftAt" IS NULL
  LEFT JOIN "User" u ON u.id = e."userId"
  WHERE mine."userId" = $1 AND mine."leftAt" IS NULL
  GROUP BY c.id, mine.state
  ORDER BY c.name, c.id`

/** The classes a person is in or waits to be let into, for their home. */
export async function loadMyClasses(viewer: Viewer): Promise<MyClass[]> {
  return (await pool().query<MyClass>({ name: "my-classes", text: MY_CLASSES, values: [viewer.userId] })).rows
}

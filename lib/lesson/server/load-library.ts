import "server-only"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import { pool } from "@/lib/platform/database"

/** A lesson as the library lists it, by its newest version. */
export type LibraryLesson = {
  lessonId: string
  title: string
  readingTitle: string
  ownerName: string
  isOwn: boolean
  shared: boolean
  archived: boolean
  wordCount: number
  itemCount: number
  promptCount: number
  /** Assignments to classes of the viewer's that are not closed. */
  running: number
}

const LIBRARY = `
  SELECT l.id AS "lessonId", v.title, r.title AS "readingTitle", u."displayName" AS "ownerName",
         l."ownerId" = $1 AS "isOwn", l.shared, l."archivedAt" IS NOT NULL AS archived, r."wordCount",
         (SELECT count(*)::int FROM "LessonVersionItem" i WHERE i."lessonVersionId" = v.id) AS "itemCount",
         (SELECT count(*)::int FROM "Prompt" p WHERE p."lessonVersionId" = v.id) AS "promptCount",
         (SELECT count(*)::int FROM "Assignment" a
          JOIN "LessonVersion" av ON av.id = a."lessonVersionId" AND av."lessonId" = l.id
          JOIN "Enrolment" e ON e."classId" = a."classId" AND e."userId" = $1 AND e.role = 'teacher'
               AND e.state = 'active' AND e."leftAt" IS NULL
          WHERE a."archivedAt" IS NULL AND a."closesAt" > $2) AS running
  FROM "Lesson" l
  JOIN "User" u ON u.id = l."ownerId"
  JOIN LATERAL (SELECT * FROM "LessonVersion" x WHERE x."lessonId" = l.id ORDER BY x.number DESC LIMIT 1) v ON true
  JOIN "ReadingRevision" r ON r.id = v."revisionId"
  WHERE l."ownerId" = $1 OR (l.shared AND l."archivedAt" IS NULL)
  ORDER BY l."archivedAt" IS NOT NULL, l."ownerId" <> $1, lower(v.title), l.id`

/** The viewer's own lessons and those that are shared; none for who does not teach. */
export async function loadLibrary(viewer: Viewer, now: Date): Promise<LibraryLesson[]> {
  if (!can(viewer, "lesson.create")) return []
  const statement = { name: "library", text: LIBRARY, values: [viewer.userId, now] }
  return (await pool().query<LibraryLesson>(statement)).rows
}

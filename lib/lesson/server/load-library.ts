import "server-only"
import { can } from "@/lib/access/permissions"
import type { Viewer } from "@/lib/access/viewer"
import { fakeNeutrality } from "@/lib/lesson/content/fake-neutrality"
import { pool } from "@/lib/platform/database"
import { asksSomething } from "@/lib/quiz/question"

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

export type LibraryShelf = {
  lessons: LibraryLesson[]
  /** The lesson that comes with the program stands in this school, seen by the viewer or not. */
  hasFirstLesson: boolean
}

const LESSONS = `
  SELECT l.id AS "lessonId", v.title, r.title AS "readingTitle", u."displayName" AS "ownerName",
         l."ownerId" = $1 AS "isOwn", l.shared, l."archivedAt" IS NOT NULL AS archived, r."wordCount",
         (SELECT count(*)::int FROM "LessonVersionItem" i JOIN "ItemVersion" iv ON iv.id = i."itemVersionId"
          WHERE i."lessonVersionId" = v.id AND ${asksSomething("iv")}) AS "itemCount",
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

const LIBRARY = `
  SELECT EXISTS (SELECT 1 FROM "Lesson" WHERE slug = $3) AS "hasFirstLesson",
         COALESCE((SELECT json_agg(listed) FROM (${LESSONS}) listed), '[]') AS lessons`

/** The viewer's own lessons and those that are shared; nothing for who does not teach. */
export async function loadLibrary(viewer: Viewer, now: Date): Promise<LibraryShelf> {
  if (!can(viewer, "lesson.create")) return { lessons: [], hasFirstLesson: true }
  const values = [viewer.userId, now, fakeNeutrality.slug]
  const { rows } = await pool().query<LibraryShelf>({ name: "library", text: LIBRARY, values })
  return rows[0] as LibraryShelf
}

import type { Pool } from "pg"
import type { RouteLine } from "@/tests/support/route-matrix"

/** Ids by the name that folders of app/ give them. */
export type Ids = Record<string, string>

/** The demonstration's own assignment, class, lesson and so on, under the names the folders of app/ give them. There is no such post. */
export async function idsOfDemonstration(db: Pool): Promise<Ids> {
  const { rows } = await db.query<Ids>(
    `SELECT a.id AS "assignmentId", c."publicId", a."classId", lv."lessonId", rr."readingId",
       (SELECT p.id FROM "Prompt" p WHERE p."lessonVersionId" = lv.id ORDER BY p.position LIMIT 1) AS "promptId",
       (SELECT rs."sentenceId" FROM "RevisionSentence" rs WHERE rs."revisionId" = rr.id LIMIT 1) AS "sentenceId",
       (SELECT iv."itemId" FROM "LessonVersionItem" li JOIN "ItemVersion" iv ON iv.id = li."itemVersionId"
        WHERE li."lessonVersionId" = lv.id ORDER BY li.position LIMIT 1) AS "itemId",
       gen_random_uuid() AS "postId", 'quiz' AS step, t.id AS "attemptId", t."enrolmentId"
     FROM "Assignment" a
     JOIN "Class" c ON c.id = a."classId"
     JOIN "LessonVersion" lv ON lv.id = a."lessonVersionId"
     JOIN "ReadingRevision" rr ON rr.id = lv."revisionId"
     JOIN "Attempt" t ON t."assignmentId" = a.id AND t.state = 'submitted'
     ORDER BY t.id LIMIT 1`,
  )
  if (!rows[0]) throw new Error("the demonstration class has no attempt")
  return rows[0]
}

/** A line of the route matrix with ids in the place of names. */
export function fillLine(line: RouteLine, ids: Ids): RouteLine {
  const named = (text: string) => text.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name) => ids[name] ?? "nothing")
  const body = line.body === undefined ? undefined : JSON.parse(named(JSON.stringify(line.body)))
  return { ...line, route: named(line.route), body }
}

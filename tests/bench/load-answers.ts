import { pool } from "@/lib/platform/database"
import type { AuthoredItem } from "@/lib/quiz/authored-item"
import { someAnswer } from "@/tests/support/factories-item-types"
import type { Answers } from "./bell"

type Row = Pick<AuthoredItem, "type" | "content"> & { itemId: string; sentenceId: string }

/** One well-formed answer to each item of an assignment: its first option, its first sentence, a word. */
export async function loadAnswers(assignmentId: string): Promise<Answers> {
  const { rows } = await pool().query<Row>(
    `SELECT iv."itemId", iv.type, iv.content,
       (SELECT rs."sentenceId" FROM "RevisionSentence" rs WHERE rs."revisionId" = lv."revisionId"
        ORDER BY rs.paragraph, rs.ordinal LIMIT 1) AS "sentenceId"
     FROM "Assignment" a
     JOIN "LessonVersion" lv ON lv.id = a."lessonVersionId"
     JOIN "LessonVersionItem" li ON li."lessonVersionId" = lv.id
     JOIN "ItemVersion" iv ON iv.id = li."itemVersionId"
     WHERE a.id = $1 ORDER BY li.position`,
    [assignmentId],
  )
  return rows.map(({ itemId, sentenceId, ...item }) => ({
    itemId,
    value: someAnswer(item, Array(4).fill(sentenceId)),
  }))
}

import { pool } from "@/lib/platform/database"
import type { Answers } from "./bell"

type Row = { itemId: string; type: string; content: { options?: { id: string }[] }; sentenceId: string }

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
  return rows.map((row) => ({ itemId: row.itemId, value: answerTo(row) }))
}

function answerTo({ type, content, sentenceId }: Row): unknown {
  const option = content.options?.[0]?.id
  if (type === "short") return { text: "thirty-five" }
  if (type === "evidence-pair") return { option, sentences: [sentenceId] }
  return { option }
}

import type { Staging } from "@/tests/shots/page-entry"
import { closed } from "@/tests/shots/stagings"

/** The student stands elsewhere after the discussion than before it, and is asked what moved them. */
export const movedByDiscussion: Staging = async (db, { assignmentId, student }) => {
  const of = `"subjectId" IN (SELECT ss.id FROM "StanceSubject" ss JOIN "User" u ON u.id = ss."userId"
    WHERE ss."assignmentId" = $1 AND u."userName" = $2) AND moment >= 'after_reading'`
  const values = [assignmentId, student]
  const before = await db.query<Record<string, unknown>>(`SELECT * FROM "Stance" WHERE ${of}`, values)
  await db.query(
    `UPDATE "Stance" SET position = CASE moment WHEN 'after_reading' THEN 1 ELSE -1 END, confidence = 3,
       "movedBy" = NULL, "movedBySentenceId" = NULL, "movedByPostId" = NULL WHERE ${of}`,
    values,
  )
  return async () => {
    for (const row of before.rows)
      await db.query(
        `UPDATE "Stance" SET position = $3, confidence = $4, reason = $5, "movedBy" = $6, "movedBySentenceId" = $7,
           "movedByPostId" = $8 WHERE "subjectId" = $1 AND moment = $2`,
        [
          row.subjectId,
          row.moment,
          row.position,
          row.confidence,
          row.reason,
          row.movedBy,
          row.movedBySentenceId,
          row.movedByPostId,
        ],
      )
  }
}

/** All have closed, and enough of them moved: by two sentences while reading, by a post while discussing. */
export const classMoved: Staging = async (db, scene) => {
  const { assignmentId, promptId } = scene
  const reopen = await closed(db, scene)
  await db.query(`DELETE FROM "StanceSummary" WHERE "assignmentId" = $1`, [assignmentId])
  const sentences = await db.query<{ id: string }>(
    `SELECT rs."sentenceId" AS id FROM "Assignment" a JOIN "LessonVersion" lv ON lv.id = a."lessonVersionId"
     JOIN "RevisionSentence" rs ON rs."revisionId" = lv."revisionId"
     WHERE a.id = $1 ORDER BY rs.paragraph, rs.ordinal OFFSET 12 LIMIT 2`,
    [assignmentId],
  )
  const post = await db.query<{ id: string }>(
    `SELECT p.id FROM "Post" p JOIN "Thread" t ON t.id = p."threadId"
     WHERE t."assignmentId" = $1 AND t."promptId" = $2 AND p.state = 'visible' ORDER BY p.seq LIMIT 1`,
    [assignmentId, promptId],
  )
  const [one, two] = sentences.rows.map(({ id }) => ({ kind: "sentence", id }))
  const reading = [
    { ...one, people: 7 },
    { ...two, people: 5 },
  ]
  const discussing = post.rows.map(({ id }) => ({ kind: "post", id, people: 6 }))
  const summaries = [
    ["before_reading", "after_reading", { toward: null, stayed: 12, away: 19 }, reading],
    ["after_reading", "after_discussion", { toward: null, stayed: 15, away: 13 }, discussing],
  ] as const
  for (const [from, to, shift, away] of summaries)
    await db.query(
      `INSERT INTO "StanceSummary" ("assignmentId", "fromMoment", "toMoment", summary) VALUES ($1, $2, $3, $4)`,
      [assignmentId, from, to, JSON.stringify({ answered: 36, ...shift, moved: { toward: [], away } })],
    )
  return async () => {
    await db.query(`DELETE FROM "StanceSummary" WHERE "assignmentId" = $1`, [assignmentId])
    await reopen()
  }
}

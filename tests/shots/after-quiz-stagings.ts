import type { Pool } from "pg"
import type { Staging } from "@/tests/shots/page-entry"

// What comes after the results: appeals and practice, for one picture only.

/** The practice that is staged. */
export const REHEARSAL = "0190a0a0-0000-7000-8000-00000000a001"

const REASONS = [
  "Sentence 3.2 says the same as what I chose, only with other words.",
  "The question asks for the author’s view, and he gives two. I think both must count.",
  "یہ جواب درست ہے، متن کے دوسرے پیراگراف میں یہی لکھا ہے۔",
]

const forgetAppeals = (db: Pool) => async () => {
  await db.query('DELETE FROM "Appeal"')
}

/** Three against one question; of the student's own two, one is decided. */
export const appealed: Staging = async (db, { assignmentId, enrolmentId, teacher }) => {
  const wrong = await db.query<{ itemId: string }>(
    `SELECT i."itemId" FROM "Attempt" t JOIN "AttemptItem" i ON i."attemptId" = t.id
     JOIN "Response" r ON r."attemptId" = t.id AND r."itemId" = i."itemId"
     JOIN "ItemVersion" v ON v.id = i."itemVersionId" AND v.level <> 'my_view'
     WHERE t."enrolmentId" = $1 AND t."assignmentId" = $2 AND t.state = 'submitted'
     ORDER BY (SELECT count(*) FROM "Scoring" s JOIN "Attempt" o ON o.id = s."attemptId"
       WHERE o."assignmentId" = $2 AND s."itemId" = i."itemId" AND s.numerator = 0) DESC, i.position`,
    [enrolmentId, assignmentId],
  )
  const [first, second] = wrong.rows.map(({ itemId }) => itemId)
  await db.query(
    `INSERT INTO "Appeal" ("attemptId", "itemId", reason, "createdAt")
     SELECT x.id, $1, ($2::text[])[x.n], now() - x.n * interval '2 hours' FROM (
       SELECT t.id, row_number() OVER (ORDER BY t."enrolmentId" = $4 DESC, s.numerator, t.id) AS n FROM "Attempt" t
       JOIN "Scoring" s ON s."attemptId" = t.id AND s."itemId" = $1
       WHERE t."assignmentId" = $3 AND t.state = 'submitted') x WHERE x.n <= 3`,
    [first, REASONS, assignmentId, enrolmentId],
  )
  await db.query(
    `INSERT INTO "Appeal" ("attemptId", "itemId", reason, "createdAt", state, answer, "decidedAt", "decidedById")
     SELECT t.id, $1, $2, now() - interval '3 days', 'declined', 'Read 4.1 again: there he says whose words these are.',
       now() - interval '1 day', (SELECT id FROM "User" WHERE "userName" = $5)
     FROM "Attempt" t WHERE t."enrolmentId" = $3 AND t."assignmentId" = $4 AND t.state = 'submitted'`,
    [second, REASONS[1], enrolmentId, assignmentId, teacher],
  )
  return forgetAppeals(db)
}

/** A practice of four questions of the student's quiz, of which so many are answered with what the student once gave. */
const practising =
  (answered: number, kind: "retry" | "one_week"): Staging =>
  async (db, { assignmentId, enrolmentId }) => {
    await db.query(
      `INSERT INTO "Rehearsal" (id, "attemptId", kind, "startedAt", "endedAt")
       SELECT $1, id, $4::"RehearsalKind", now() - interval '5 minutes', CASE WHEN $5 THEN now() END FROM "Attempt"
       WHERE "enrolmentId" = $2 AND "assignmentId" = $3 AND state = 'submitted' ORDER BY number DESC LIMIT 1`,
      [REHEARSAL, enrolmentId, assignmentId, kind, answered === 4],
    )
    await db.query(
      `INSERT INTO "RehearsalAnswer" ("rehearsalId", position, "itemId", "optionSeed", value, numerator, denominator, "answeredAt")
       SELECT $1, x.n, x."itemId", 4711 + x.n, CASE WHEN x.n <= $2 THEN x.value END,
         CASE WHEN x.n <= $2 THEN x.numerator END, CASE WHEN x.n <= $2 THEN x.denominator END,
         CASE WHEN x.n <= $2 THEN now() END
       FROM (SELECT i."itemId", r.value, s.numerator, s.denominator, row_number() OVER (ORDER BY i.position) AS n
         FROM "Rehearsal" h JOIN "AttemptItem" i ON i."attemptId" = h."attemptId"
         JOIN "ItemVersion" v ON v.id = i."itemVersionId" AND v.level <> 'my_view'
         JOIN "Response" r ON r."attemptId" = h."attemptId" AND r."itemId" = i."itemId"
         JOIN "Scoring" s ON s."attemptId" = h."attemptId" AND s."itemId" = i."itemId"
         WHERE h.id = $1) x WHERE x.n <= 4`,
      [REHEARSAL, answered],
    )
    return async () => {
      await db.query('DELETE FROM "Rehearsal"')
    }
  }

export const practiceBegun = practising(1, "retry")
export const practiceDone = practising(4, "one_week")
export const recallBegun = practising(0, "one_week")

/** The quiz was handed in nine days ago. */
export const handedInLongAgo: Staging = async (db, { assignmentId, enrolmentId }) => {
  const own = '"enrolmentId" = $1 AND "assignmentId" = $2 AND state = \'submitted\''
  const { rows } = await db.query<{ id: string; submittedAt: Date }>(
    `SELECT id, "submittedAt" FROM "Attempt" WHERE ${own}`,
    [enrolmentId, assignmentId],
  )
  await db.query(`UPDATE "Attempt" SET "submittedAt" = now() - interval '9 days' WHERE ${own}`, [
    enrolmentId,
    assignmentId,
  ])
  return async () => {
    for (const { id, submittedAt } of rows)
      await db.query('UPDATE "Attempt" SET "submittedAt" = $2 WHERE id = $1', [id, submittedAt])
  }
}

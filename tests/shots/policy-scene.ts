import type { Pool } from "pg"
import type { Staging } from "@/tests/shots/page-entry"

// A quiz with every rule that is not as usual.

const AS_IT_WAS = `UPDATE "Assignment" SET "countedAttempt" = 'newest', "attemptsAllowed" = 1, "coolDownMinutes" = 0, "graceMinutes" = 0,
  "latePercentPerDay" = 0, "teacherStarts" = false, "quizStartedAt" = NULL, "itemOrder" = 'free',
  "asksConfidence" = false, "releasedAt" = $2 WHERE id = $1`

const RULES = `UPDATE "Assignment" SET "countedAttempt" = 'best', "attemptsAllowed" = 3, "coolDownMinutes" = 20, "graceMinutes" = 2,
  "latePercentPerDay" = 10, "latePercentMost" = 50, "itemOrder" = 'one_way', "asksConfidence" = true WHERE id = $1`

const releasedAt = async (db: Pool, assignmentId: string): Promise<Date | null> =>
  (await db.query('SELECT "releasedAt" FROM "Assignment" WHERE id = $1', [assignmentId])).rows[0]?.releasedAt

/** One way, three attempts of which the best counts, a rest between them, something off for lateness. */
export const withRules: Staging = async (db, { assignmentId }) => {
  const before = await releasedAt(db, assignmentId)
  await db.query(RULES, [assignmentId])
  return async () => {
    await db.query(AS_IT_WAS, [assignmentId, before])
  }
}

/** The same, and its teacher has not begun it. */
export const withRulesWaiting: Staging = async (db, scene) => {
  const undo = await withRules(db, scene)
  await db.query('UPDATE "Assignment" SET "teacherStarts" = true WHERE id = $1', [scene.assignmentId])
  return undo
}

/** A second, later and better attempt of who has done everything, and how sure they were. */
export const secondAttempt: Staging = async (db, scene) => {
  const undo = await withRules(db, scene)
  await db.query('UPDATE "Assignment" SET "releasedAt" = now() WHERE id = $1', [scene.assignmentId])
  const id = "00000000-0000-7000-8000-00000000a77e"
  const own = [scene.assignmentId, scene.enrolmentId]
  await db.query(
    `INSERT INTO "Attempt" (id, "assignmentId", "enrolmentId", number, state, "startedAt", "submittedAt", "endedBy")
     SELECT '${id}', $1, $2, 2, 'submitted', a."dueAt", a."dueAt" + interval '3 hours', 'student'
     FROM "Assignment" a WHERE a.id = $1`,
    own,
  )
  const first = `FROM "Attempt" f WHERE f."assignmentId" = $1 AND f."enrolmentId" = $2 AND f.number = 1`
  await db.query(
    `INSERT INTO "AttemptItem" ("attemptId", position, "itemId", "itemVersionId", "optionSeed")
     SELECT '${id}', i.position, i."itemId", i."itemVersionId", i."optionSeed"
     FROM "AttemptItem" i WHERE i."attemptId" = (SELECT f.id ${first})`,
    own,
  )
  await db.query(
    `INSERT INTO "Response" ("attemptId", "itemId", "saveNumber", value, "savedAt", confidence)
     SELECT '${id}', r."itemId", 1, r.value, r."savedAt", 1 + length(r.value::text) % 3
     FROM "Response" r WHERE r."attemptId" = (SELECT f.id ${first})`,
    own,
  )
  await db.query(
    `INSERT INTO "Scoring" ("attemptId", "itemId", "saveNumber", "keyRevision", numerator, denominator, finding, source)
     SELECT DISTINCT ON (s."itemId") '${id}'::uuid, s."itemId", 1, 1, s.denominator, s.denominator,
       s.finding || '{"answer": true}', 'automatic'
     FROM "Scoring" s WHERE s."attemptId" = (SELECT f.id ${first}) AND s.denominator IS NOT NULL
     ORDER BY s."itemId", s.id DESC`,
    own,
  )
  return async () => {
    await db.query(`DELETE FROM "Attempt" WHERE id = '${id}'`)
    await undo()
  }
}

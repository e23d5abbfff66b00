import { randomUUID } from "node:crypto"
import type { Pool } from "pg"

type Big = {
  classId: string
  teacherId: string
  lessonVersionId: string
  students: number
  works: number
  /** Of a hundred cells, in how many something was handed in. */
  handedIn: number
}

const FIRST = ["Amina", "Bilal", "Chloé", "Dmitri", "Elif", "Farid", "Grace", "Hamza", "Iris", "Jonas"]
const LAST = [
  "Ahmed",
  "Brandt",
  "Çelik",
  "Duarte",
  "Eriksen",
  "Fischer",
  "Gill",
  "Haddad",
  "Ivanova",
  "Joshi",
]

/**
 * Fills a class by statements of the database: students, the same lesson given many times, and for most of both an attempt
 * with an answer and a score of every item. Every tenth is late. The same class comes out each time, but for ids.
 */
export async function fillGradebook(db: Pool, big: Big): Promise<void> {
  const { classId, teacherId, lessonVersionId, students, works, handedIn } = big
  const prefix = `big.${randomUUID().slice(0, 8)}.`
  await db.query(
    `INSERT INTO "User" (id, "userName", "displayName", role, demonstration)
     SELECT gen_random_uuid(), $2 || n, ($3::text[])[1 + n % 10] || ' ' || ($4::text[])[1 + n / 10 % 10] || ' ' || n, 'student', true
     FROM generate_series(1, $1::int) n`,
    [students, prefix, FIRST, LAST],
  )
  await db.query(
    `INSERT INTO "Enrolment" (id, "classId", "userId", role)
     SELECT gen_random_uuid(), $1, u.id, 'student' FROM "User" u WHERE starts_with(u."userName", $2)`,
    [classId, prefix],
  )
  await db.query(
    `INSERT INTO "Assignment" (id, "lessonVersionId", "classId", "createdById", "opensAt", "dueAt", "closesAt", "releasePolicy",
       "latePercentPerDay")
     SELECT gen_random_uuid(), $1, $2, $3, now() - make_interval(days => 3 * (w + 4)), now() - make_interval(days => 3 * w + 2),
       now() - make_interval(days => 3 * w), (ARRAY['on_submit', 'by_teacher', 'after_close']::"ReleasePolicy"[])[1 + w % 3], w % 2 * 5
     FROM generate_series(0, $4::int - 1) w`,
    [lessonVersionId, classId, teacherId, works],
  )
  await db.query(
    `INSERT INTO "Attempt" (id, "assignmentId", "enrolmentId", number, state, "startedAt", "submittedAt", "endedBy")
     SELECT gen_random_uuid(), a.id, e.id, 1, 'submitted', a."opensAt",
       a."dueAt" + CASE WHEN (e.n + a.n) % 10 = 0 THEN interval '30 hours' ELSE interval '-5 hours' END, 'student'
     FROM (SELECT id, "opensAt", "dueAt", row_number() OVER (ORDER BY "dueAt", id) AS n FROM "Assignment" WHERE "classId" = $1) a
     CROSS JOIN (SELECT e.id, row_number() OVER (ORDER BY u."userName") AS n
       FROM "Enrolment" e JOIN "User" u ON u.id = e."userId" WHERE e."classId" = $1 AND e.role = 'student') e
     WHERE (e.n * 37 + a.n * 61) % 100 < $2`,
    [classId, handedIn],
  )
  await fillAttempts(db, classId)
  await db.query("ANALYZE")
}

/** An answer and a score to every item, right, half right or wrong by the turn of things; an attempt's together, as on handing in. */
async function fillAttempts(db: Pool, classId: string): Promise<void> {
  await db.query(
    `INSERT INTO "AttemptItem" ("attemptId", position, "itemId", "itemVersionId", "optionSeed")
     SELECT t.id, x.position, v."itemId", v.id, 1
     FROM "Assignment" a JOIN "Attempt" t ON t."assignmentId" = a.id
     JOIN "LessonVersionItem" x ON x."lessonVersionId" = a."lessonVersionId" JOIN "ItemVersion" v ON v.id = x."itemVersionId"
     WHERE a."classId" = $1`,
    [classId],
  )
  await db.query(
    `INSERT INTO "Response" ("attemptId", "itemId", "saveNumber", value, "savedAt")
     SELECT i."attemptId", i."itemId", 1, '{"text": "silence"}', t."submittedAt"
     FROM "Assignment" a JOIN "Attempt" t ON t."assignmentId" = a.id JOIN "AttemptItem" i ON i."attemptId" = t.id
     WHERE a."classId" = $1`,
    [classId],
  )
  await db.query(
    `INSERT INTO "Scoring" ("attemptId", "itemId", "keyRevision", numerator, denominator, source)
     SELECT i."attemptId", i."itemId", 1, top % (bottom + 1), bottom, 'automatic'
     FROM "Assignment" a JOIN "Attempt" t ON t."assignmentId" = a.id JOIN "AttemptItem" i ON i."attemptId" = t.id
     CROSS JOIN LATERAL (SELECT abs(hashtext(t.id::text || i.position)) AS top, 1 + (i.position + t.number) % 4 AS bottom) s
     WHERE a."classId" = $1 ORDER BY t.id, i.position`,
    [classId],
  )
}

import type { Staging } from "@/tests/shots/page-entry"

const GRADED = `FROM "Scoring" s JOIN "Attempt" t ON t.id = s."attemptId"
  WHERE t."assignmentId" = $1 AND s.source = 'teacher'`

/** Grades are held, a second grader is asked for, and one has given the lowest of everything. */
export const gradesDiffer: Staging = async (db, { gradingAssignmentId: id, newTeacher }) => {
  await db.query(
    `INSERT INTO "AssignmentGrading" ("assignmentId", "asksSecond", holds) VALUES ($1, true, true)`,
    [id],
  )
  await db.query(
    `INSERT INTO "SecondGrade" ("attemptId", "itemId", "againstId", "saveNumber", "keyRevision", numerator, denominator,
       grade, "graderId")
     SELECT s."attemptId", s."itemId", s.id, s."saveNumber", s."keyRevision", 0, 1,
       jsonb_build_object('comment', 'It says so twice, and never says why.', 'levels', (
         SELECT jsonb_object_agg(c->>'id', c->'levels'->0->>'id')
         FROM "ItemKey" k JOIN "AttemptItem" i ON i."itemVersionId" = k."itemVersionId" AND i."attemptId" = t.id,
           jsonb_array_elements(k.key->'rubric'->'criteria') c)),
       (SELECT u.id FROM "User" u WHERE u."userName" = $2) ${GRADED}`,
    [id, newTeacher],
  )
  return async () => {
    await db.query(
      `DELETE FROM "SecondGrade" g USING "Attempt" t WHERE t.id = g."attemptId" AND t."assignmentId" = $1`,
      [id],
    )
    await db.query('DELETE FROM "AssignmentGrading" WHERE "assignmentId" = $1', [id])
  }
}

/** Whose answer is graded has said something to the comment. */
export const gradeReplied: Staging = async (db, { gradingAssignmentId: id }) => {
  await db.query(
    `INSERT INTO "GradeReply" (id, "attemptId", "itemId", "fromStudent", "authorId", body, "createdAt")
     SELECT gen_random_uuid(), s."attemptId", s."itemId", true, e."userId",
       'The one about the grain, in the fourth paragraph. I thought it was clear from the paragraph before.',
       now() - interval '20 minutes'
     FROM "Scoring" s JOIN "Attempt" t ON t.id = s."attemptId" JOIN "Enrolment" e ON e.id = t."enrolmentId"
     WHERE t."assignmentId" = $1 AND s.source = 'teacher'`,
    [id],
  )
  return async () => {
    await db.query(
      `DELETE FROM "GradeReply" g USING "Attempt" t WHERE t.id = g."attemptId" AND t."assignmentId" = $1`,
      [id],
    )
  }
}

const comments = [
  "Which sentence says so? Cite it.",
  "You say what the column thinks. What do you think, and why?",
  "Good: the strongest case against you is in it.",
]

/** The teacher has kept a few comments. */
export const bankFilled: Staging = async (db, { teacher }) => {
  await db.query(
    `INSERT INTO "BankComment" (id, "userId", body)
     SELECT gen_random_uuid(), u.id, b.body FROM "User" u, unnest($2::text[]) AS b(body) WHERE u."userName" = $1`,
    [teacher, comments],
  )
  return async () => {
    await db.query('DELETE FROM "BankComment"')
  }
}

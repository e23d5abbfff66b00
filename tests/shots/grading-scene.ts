import { randomUUID } from "node:crypto"
import type { Pool } from "pg"
import type { Rubric } from "@/lib/quiz/rubric"

type Ground = { lessonVersionId: string; classId: string; teacherId: string }

const level = (text: string, points: number) => ({ id: randomUUID(), text, points })

const rubric: Rubric = {
  guidelines:
    "A good answer says whose act it calls neutral, and by what. Both sides can be argued well: grade how it is proved, not which it takes.\n\nOne cited sentence that is used is worth more than three that only stand there.",
  criteria: [
    {
      id: randomUUID(),
      title: "Takes a position and keeps to it",
      levels: [
        level("No position, or several", 0),
        level("A position", 1),
        level("A position, kept to the end", 2),
      ],
    },
    {
      id: randomUUID(),
      title: "Proves it from the text",
      levels: [
        level("Nothing from the text", 0),
        level("Words of the text, not cited", 1),
        level("Cited and used", 2),
      ],
    },
  ],
}

const answers = [
  "No. A state that buys grain from one side and sells arms to nobody is not neutral, it is only quiet.\n\nThe briefing says as much about the votes: to abstain is to let the stronger side go on.",
  "I think it was neutral in what it said and not in what it did. The visit took place on the day of the attack, and nobody made him stay.",
  "Neutral, because nobody was helped.",
  "It depends on who asks. For a small state neutrality can be the only way to stay out of a war it cannot stop, and the letter of the 23 countries asked it to give that up.",
]

/** An assignment whose one question is a long answer: four of them handed in, the first graded. */
export async function addLongAnswers(
  db: Pool,
  { lessonVersionId, classId, teacherId }: Ground,
): Promise<string> {
  const ids = { item: randomUUID(), version: randomUUID(), assignment: randomUUID() }
  await db.query(
    `INSERT INTO "Item" (id, "lessonId") SELECT $1, "lessonId" FROM "LessonVersion" WHERE id = $2`,
    [ids.item, lessonVersionId],
  )
  await db.query(
    `INSERT INTO "ItemVersion" (id, "itemId", number, type, level, prompt, content, points, skills)
     VALUES ($1, $2, 1, 'long', 'evidence_holds', 'Was the visit to Moscow a neutral act? Say what you think, and prove it from the text.',
       '{"maxLength": 5000, "cite": 3}', 4, '{RI.8}')`,
    [ids.version, ids.item],
  )
  await db.query(
    `INSERT INTO "ItemKey" (id, "itemVersionId", "keyRevision", key, "createdById") VALUES ($1, $2, 1, $3, $4)`,
    [randomUUID(), ids.version, { rubric, evidence: { quotes: [], sentenceIds: [] } }, teacherId],
  )
  await db.query(
    `INSERT INTO "LessonVersionItem" ("lessonVersionId", position, "itemVersionId") VALUES ($1, 1, $2)`,
    [lessonVersionId, ids.version],
  )
  await db.query(
    `INSERT INTO "Assignment" (id, "lessonVersionId", "classId", "createdById", "opensAt", "dueAt", "closesAt", "releasePolicy")
     VALUES ($1, $2, $3, $4, now() - interval '9 days', now() - interval '2 days', now() + interval '1 day', 'by_teacher')`,
    [ids.assignment, lessonVersionId, classId, teacherId],
  )
  const attempts = await handIn(db, { ...ids, lessonVersionId, classId })
  const given = rubric.criteria.map(({ id, levels }) => [id, levels[1]?.id])
  const grade = { levels: Object.fromEntries(given), comment: "Which sentence says so? Cite it." }
  await db.query(
    `INSERT INTO "Scoring" ("attemptId", "itemId", "saveNumber", "keyRevision", numerator, denominator, finding, source, "createdById")
     VALUES ($1, $2, 1, 1, 1, 2, $3, 'teacher', $4)`,
    [attempts[0], ids.item, { answer: null, grade }, teacherId],
  )
  return ids.assignment
}

type Made = { item: string; version: string; assignment: string; lessonVersionId: string; classId: string }

/** One attempt for each answer, of the class's first students. */
async function handIn(db: Pool, made: Made): Promise<string[]> {
  const students = await db.query<{ id: string }>(
    `SELECT id FROM "Enrolment" WHERE "classId" = $1 AND role = 'student' AND "leftAt" IS NULL ORDER BY id LIMIT $2`,
    [made.classId, answers.length],
  )
  const sentences = await db.query<{ id: string }>(
    `SELECT s."sentenceId" AS id FROM "RevisionSentence" s
     JOIN "LessonVersion" v ON v."revisionId" = s."revisionId" WHERE v.id = $1 ORDER BY s.paragraph, s.ordinal LIMIT 12`,
    [made.lessonVersionId],
  )
  return Promise.all(
    students.rows.map(async ({ id: enrolmentId }, at) => {
      const attemptId = randomUUID()
      const cited = sentences.rows.slice(at * 2, at * 2 + 2).map(({ id }) => id)
      await db.query(
        `INSERT INTO "Attempt" (id, "assignmentId", "enrolmentId", number, state, "submittedAt", "endedBy")
         VALUES ($1, $2, $3, 1, 'submitted', now() - interval '3 days', 'student')`,
        [attemptId, made.assignment, enrolmentId],
      )
      await db.query(
        `INSERT INTO "AttemptItem" ("attemptId", position, "itemId", "itemVersionId", "optionSeed") VALUES ($1, 1, $2, $3, 7)`,
        [attemptId, made.item, made.version],
      )
      await db.query(
        `INSERT INTO "Response" ("attemptId", "itemId", "saveNumber", value, "savedAt")
         VALUES ($1, $2, 1, $3, now() - interval '3 days')`,
        [attemptId, made.item, { text: answers[at], sentences: cited }],
      )
      return attemptId
    }),
  )
}

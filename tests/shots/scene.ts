import { createHash, randomBytes, randomUUID } from "node:crypto"
import { readFileSync } from "node:fs"
import path from "node:path"
import type { Pool } from "pg"
import { sealSecret } from "@/lib/classroom/server/factor-secret"
import { hashPassword } from "@/lib/classroom/server/hash-password"
import { type DemonstrationStage, demonstrationStudents } from "@/lib/lesson/content/demonstration-class"
import { addBigClass } from "@/tests/shots/gradebook-scene"
import { addLongAnswers } from "@/tests/shots/grading-scene"
import { addUrduReading } from "@/tests/shots/urdu-scene"

const PASSWORD = "quiet kestrel on a wire"

/** Who and what the pictures show: the demonstration class, and people and things that have nothing yet. */
export type Scene = {
  /** User names. */
  teacher: string
  assistant: string
  administrator: string
  /** Has done everything. */
  student: string
  /** Has begun nothing. */
  newStudent: string
  /** Has taken the first stance and opened nothing. */
  beginner: string
  /** Is in the middle of the text. */
  reader: string
  /** Is in the middle of the quiz. */
  sitter: string
  /** Has posted, and not reflected yet. */
  poster: string
  /** Belongs to no class. */
  strayStudent: string
  /** Has no class, no reading, no lesson. */
  newTeacher: string
  /** Must set a password of their own first. */
  newcomer: string
  /** A teacher with a second step at sign-in. */
  twoStepTeacher: string
  /** Of the new teacher and of the teacher with a second step. */
  password: string
  assignmentId: string
  /** Given to the demonstration class just now: nobody has begun it. */
  untouchedAssignmentId: string
  /** Asks for a long answer, of which some are graded. */
  gradingAssignmentId: string
  classId: string
  /** The demonstration teacher's, with nobody in it. */
  emptyClassId: string
  /** Teaches a class of two hundred with sixty assignments, and nothing else. */
  bigTeacher: string
  bigClassId: string
  /** Of somebody in it who has done nothing. */
  bigEnrolmentId: string
  lessonId: string
  /** The demonstration teacher's, with a text and nothing else. */
  emptyLessonId: string
  readingId: string
  /** The demonstration teacher's, in Urdu. */
  urduReadingId: string
  promptId: string
  /** The last prompt, which who has done everything has not answered. */
  unansweredPromptId: string
  /** In the demonstration class, of who has done everything. */
  enrolmentId: string
  /** Of somebody who answered the long question. */
  gradedEnrolmentId: string
  /** A question of the demonstration lesson for every type there is. */
  itemIds: ReadonlyMap<string, string>
  joinCode: string
  /** Of a link that still opens the set-up page. */
  setUpToken: string
  /** No such thing: for addresses that lead nowhere. */
  nowhere: string
}

type People = { role: string; userName: string }[]

/** Sets the scene on a fresh demonstration school. `people` and `joinCode` are its printed sign-ins. */
export async function setScene(db: Pool, signIns: { people: People; joinCode: string }): Promise<Scene> {
  const named = (role: string) => signIns.people.find((person) => person.role === role)?.userName ?? ""
  const made = await findDemonstration(db)
  const teacherId = await userId(db, named("teacher"))
  const gradingAssignmentId = await addGrading(db, teacherId, made)
  const newTeacher = await addPerson(db, "okafor", "Chidi Okafor", "teacher")
  const bigTeacher = await addPerson(db, "moretti", "Lia Moretti", "teacher")
  const twoStepTeacher = await addPerson(db, "ruth", "Ruth Abrams", "teacher")
  await giveSecondStep(db, { passwordFor: [newTeacher, twoStepTeacher], stepFor: twoStepTeacher })
  return {
    teacher: named("teacher"),
    assistant: named("assistant"),
    administrator: named("administrator"),
    student: named("student"),
    newStudent: named("newStudent"),
    beginner: atStage("stance"),
    reader: atStage("reading"),
    sitter: atStage("quizOpen"),
    poster: atStage("posted"),
    strayStudent: await addPerson(db, "noor", "Noor Haddad", "student"),
    newTeacher,
    twoStepTeacher,
    password: PASSWORD,
    newcomer: await addPerson(db, "lina", "Lina Berg", "student", true),
    ...made,
    untouchedAssignmentId: await copyAssignment(db, made.assignmentId),
    urduReadingId: await addUrduReading(teacherId),
    gradingAssignmentId,
    gradedEnrolmentId: await lastToAnswer(db, gradingAssignmentId),
    itemIds: await findItems(db, made.lessonId),
    emptyClassId: await addEmptyClass(db, teacherId),
    bigTeacher,
    ...(await addBigClass(db, bigTeacher, made.assignmentId)),
    emptyLessonId: await addEmptyLesson(db, teacherId, made.lessonId),
    enrolmentId: await enrolmentOf(db, made.classId, named("student")),
    joinCode: signIns.joinCode,
    setUpToken: await addSetUpLink(db),
    nowhere: randomUUID(),
  }
}

type Demonstration = Pick<
  Scene,
  "assignmentId" | "classId" | "lessonId" | "readingId" | "promptId" | "unansweredPromptId"
>

async function findDemonstration(db: Pool): Promise<Demonstration> {
  return one<Demonstration>(
    db,
    `SELECT a.id AS "assignmentId", a."classId", v."lessonId", r."readingId", p[1] AS "promptId", p[cardinality(p)] AS "unansweredPromptId"
     FROM "Assignment" a
     JOIN "LessonVersion" v ON v.id = a."lessonVersionId"
     JOIN "ReadingRevision" r ON r.id = v."revisionId"
     CROSS JOIN LATERAL (
       SELECT array_agg(id ORDER BY position) FROM "Prompt" WHERE "lessonVersionId" = v.id) AS prompts (p)
     ORDER BY (SELECT count(*) FROM "Attempt" t WHERE t."assignmentId" = a.id) DESC, a.id
     LIMIT 1`,
  )
}

/** Somebody of the demonstration class who has come this far. */
function atStage(stage: DemonstrationStage): string {
  const person = demonstrationStudents.find((student) => student.stage === stage)
  if (!person) throw new Error(`nobody of the demonstration class is at ${stage}`)
  return person.userName
}

async function enrolmentOf(db: Pool, classId: string, userName: string): Promise<string> {
  const found = await one<{ id: string }>(
    db,
    'SELECT e.id FROM "Enrolment" e JOIN "User" u ON u.id = e."userId" WHERE e."classId" = $1 AND u."userName" = $2',
    [classId, userName],
  )
  return found.id
}

async function addSetUpLink(db: Pool): Promise<string> {
  const token = randomUUID()
  await db.query(`INSERT INTO "SetupLink" ("tokenHash", "expiresAt") VALUES ($1, now() + interval '1 day')`, [
    createHash("sha256").update(token).digest(),
  ])
  return token
}

/** Passwords for some; for one of them, a second step whose codes nobody has. */
async function giveSecondStep(
  db: Pool,
  { passwordFor, stepFor }: { passwordFor: string[]; stepFor: string },
) {
  const passwordHash = await hashPassword(PASSWORD)
  await db.query('UPDATE "User" SET "passwordHash" = $1 WHERE "userName" = ANY($2)', [
    passwordHash,
    passwordFor,
  ])
  const secrets = readFileSync(path.join(process.env.COLLOQUY_DATA ?? "", "secrets.json"), "utf8")
  process.env.COLLOQUY_FACTOR_KEY = JSON.parse(secrets).factorKey
  const id = await userId(db, stepFor)
  await db.query(
    `INSERT INTO "SecondFactor" ("userId", secret, "confirmedAt") VALUES ($1, $2, now() - interval '20 days')
     ON CONFLICT DO NOTHING`,
    [id, sealSecret(randomBytes(20), id)],
  )
}

async function lastToAnswer(db: Pool, assignmentId: string): Promise<string> {
  const found = await one<{ id: string }>(
    db,
    'SELECT "enrolmentId" AS id FROM "Attempt" WHERE "assignmentId" = $1 ORDER BY "enrolmentId" DESC LIMIT 1',
    [assignmentId],
  )
  return found.id
}

async function findItems(db: Pool, lessonId: string): Promise<Map<string, string>> {
  const { rows } = await db.query<{ type: string; id: string }>(
    `SELECT v.type, v."itemId" AS id FROM "ItemVersion" v JOIN "Item" i ON i.id = v."itemId" WHERE i."lessonId" = $1
     ORDER BY v.type, v.id DESC`,
    [lessonId],
  )
  return new Map(rows.map(({ type, id }) => [type, id]))
}

const userId = async (db: Pool, userName: string): Promise<string> =>
  (await one<{ id: string }>(db, 'SELECT id FROM "User" WHERE "userName" = $1', [userName])).id

async function addPerson(db: Pool, userName: string, name: string, role: string, mustChange = false) {
  await db.query(
    `INSERT INTO "User" (id, "userName", "displayName", role, "mustChangePassword", demonstration)
     VALUES ($1, $2, $3, $4::"SchoolRole", $5, true) ON CONFLICT ("userName") DO NOTHING`,
    [randomUUID(), userName, name, role, mustChange],
  )
  return userName
}

async function addEmptyClass(db: Pool, teacherId: string): Promise<string> {
  const id = randomUUID()
  await db.query(
    `INSERT INTO "Class" (id, "publicId", name, "joinCode", "createdById") VALUES ($1, $2, 'Debate club', $3, $4)`,
    [id, id.slice(0, 8), `SHOTS${id.slice(0, 3).toUpperCase()}`, teacherId],
  )
  await db.query(
    `INSERT INTO "Enrolment" (id, "classId", "userId", role, state) VALUES ($1, $2, $3, 'teacher', 'active')`,
    [randomUUID(), id, teacherId],
  )
  return id
}

async function addGrading(
  db: Pool,
  teacherId: string,
  { lessonId, classId }: Demonstration,
): Promise<string> {
  const lesson = await addEmptyLesson(db, teacherId, lessonId)
  const version = await one<{ id: string }>(db, 'SELECT id FROM "LessonVersion" WHERE "lessonId" = $1', [
    lesson,
  ])
  return addLongAnswers(db, { lessonVersionId: version.id, classId, teacherId })
}

async function addEmptyLesson(db: Pool, teacherId: string, like: string): Promise<string> {
  const id = randomUUID()
  await db.query('INSERT INTO "Lesson" (id, slug, "ownerId") VALUES ($1, $2, $3)', [
    id,
    `untitled-${id.slice(0, 8)}`,
    teacherId,
  ])
  await db.query(
    `INSERT INTO "LessonVersion" (id, "lessonId", number, title, "revisionId")
     SELECT $1, $2, 1, 'A lesson without questions', "revisionId" FROM "LessonVersion" WHERE "lessonId" = $3 LIMIT 1`,
    [randomUUID(), id, like],
  )
  return id
}

async function copyAssignment(db: Pool, like: string): Promise<string> {
  const id = randomUUID()
  await db.query(
    `INSERT INTO "Assignment" (id, "lessonVersionId", "classId", "createdById", "opensAt", "dueAt", "closesAt")
     SELECT $1, "lessonVersionId", "classId", "createdById", now() - interval '1 minute',
            now() + interval '6 days', now() + interval '7 days'
     FROM "Assignment" WHERE id = $2`,
    [id, like],
  )
  return id
}

async function one<Row extends object>(db: Pool, statement: string, values: unknown[] = []): Promise<Row> {
  const { rows } = await db.query<Row>(statement, values)
  const row = rows[0]
  if (!row) throw new Error(`nothing found by: ${statement}`)
  return row
}

import { randomBytes } from "node:crypto"
import { encode } from "next-auth/jwt"
import { fakeNeutrality } from "@/lib/lesson/content/fake-neutrality"
import { installLesson } from "@/lib/lesson/server/install-lesson"
import { database, pool } from "@/lib/platform/database"
import { settings } from "@/lib/platform/environment"
import { newId, newRandomId } from "@/lib/platform/ids"
import { hashToken } from "@/lib/platform/session-cookie"
import { PLAIN_COOKIE } from "@/lib/platform/session-cookie-names"
import { makeClass, makeViewer } from "@/tests/support/factories"

export type BenchStudent = {
  userId: string
  userName: string
  enrolmentId: string
  cookie: string
  tokenHash: Buffer
}
export type BenchSchool = { assignmentId: string; lessonVersionId: string; students: BenchStudent[] }

/**
 * A class of `size` signed-in students with a lesson ("Fake neutrality?" unless another is given) assigned and open. They have taken their first
 * stance and read, so that the quiz is open to them, and see results at once.
 */
export async function makeBenchSchool(size: number, lesson = fakeNeutrality): Promise<BenchSchool> {
  const teacher = await makeViewer("teacher")
  const room = await makeClass(teacher.userId)
  const installed = await installLesson(teacher, lesson, new Date())
  if (!installed.ok) throw new Error(`the lesson could not be installed: ${installed.refusal.code}`)
  const assignmentId = newId()
  const { lessonVersionId } = installed.value
  const hour = 3_600_000
  await database().assignment.create({
    data: {
      id: assignmentId,
      clientKey: newId(),
      lessonVersionId,
      classId: room.id,
      createdById: teacher.userId,
      opensAt: new Date(Date.now() - hour),
      dueAt: new Date(Date.now() + 24 * hour),
      closesAt: new Date(Date.now() + 48 * hour),
      attemptsAllowed: 1,
      releasePolicy: "on_submit",
    },
  })
  const students = Array.from({ length: size }, () => ({
    id: newId(),
    enrolmentId: newId(),
    token: randomBytes(32).toString("base64url"),
  }))
  await insertStudents({ classId: room.id, assignmentId }, students)
  return { assignmentId, lessonVersionId, students: await Promise.all(students.map(signedIn)) }
}

const USER_NAME = "bench."

type NewStudent = { id: string; enrolmentId: string; token: string }

type Ground = { classId: string; assignmentId: string }

async function insertStudents(ground: Ground, students: readonly NewStudent[]): Promise<void> {
  const { classId, assignmentId } = ground
  const ids = students.map(({ id }) => id)
  const enrolments = students.map(({ enrolmentId }) => enrolmentId)
  await pool().query(
    `INSERT INTO "User" (id, "userName", "displayName", role)
     SELECT id, $2 || id, 'Student ' || n, 'student' FROM unnest($1::uuid[]) WITH ORDINALITY AS s(id, n)`,
    [ids, USER_NAME],
  )
  await pool().query(
    `INSERT INTO "Enrolment" (id, "classId", "userId", role)
     SELECT e, $1, u, 'student' FROM unnest($2::uuid[], $3::uuid[]) AS s(e, u)`,
    [classId, enrolments, ids],
  )
  await pool().query(
    `INSERT INTO "NormsAcceptance" ("enrolmentId", number) SELECT e, 0 FROM unnest($1::uuid[]) e`,
    [enrolments],
  )
  await pool().query(
    `INSERT INTO "Session" (id, "tokenHash", "userId", "expiresAt")
     SELECT i, h, u, now() + interval '1 day' FROM unnest($1::uuid[], $2::bytea[], $3::uuid[]) AS s(i, h, u)`,
    [ids.map(() => newId()), students.map(({ token }) => hashToken(token)), ids],
  )
  await pool().query(
    `INSERT INTO "ReadingProgress" ("assignmentId", "enrolmentId", "sentencesRead", "finishedAt")
     SELECT $1, e, 40, now() FROM unnest($2::uuid[]) e`,
    [assignmentId, enrolments],
  )
  await insertStances(assignmentId, ids)
}

/** Everybody preferred not to say. */
async function insertStances(assignmentId: string, userIds: readonly string[]): Promise<void> {
  const subjects = userIds.map(() => newRandomId())
  await pool().query(
    `INSERT INTO "StanceSubject" (id, "userId", "assignmentId")
     SELECT s, u, $1 FROM unnest($2::uuid[], $3::uuid[]) AS x(s, u)`,
    [assignmentId, subjects, userIds],
  )
  await pool().query(
    `INSERT INTO "Stance" ("subjectId", moment) SELECT s, 'before_reading' FROM unnest($1::uuid[]) s`,
    [subjects],
  )
}

async function signedIn({ id, enrolmentId, token }: NewStudent): Promise<BenchStudent> {
  const value = await encode({
    token: { sub: id, sessionToken: token },
    secret: settings().NEXTAUTH_SECRET,
    maxAge: 86_400,
  })
  const who = { userId: id, userName: `${USER_NAME}${id}`, enrolmentId }
  return { ...who, cookie: `${PLAIN_COOKIE}=${value}`, tokenHash: hashToken(token) }
}

import { randomBytes } from "node:crypto"
import { encode } from "next-auth/jwt"
import { fakeNeutrality } from "@/lib/lesson/content/fake-neutrality"
import { installLesson } from "@/lib/lesson/server/install-lesson"
import { database, pool } from "@/lib/platform/database"
import { settings } from "@/lib/platform/environment"
import { newId } from "@/lib/platform/ids"
import { hashToken } from "@/lib/platform/session-cookie"
import { PLAIN_COOKIE } from "@/lib/platform/session-cookie-names"
import { makeClass, makeViewer } from "@/tests/support/factories"

export type BenchStudent = { cookie: string; tokenHash: Buffer }
export type BenchSchool = { assignmentId: string; students: BenchStudent[] }

/** A class of `size` signed-in students with the lesson "Fake neutrality?" assigned and open. */
export async function makeBenchSchool(size: number): Promise<BenchSchool> {
  const teacher = await makeViewer("teacher")
  const room = await makeClass(teacher.userId)
  const installed = await installLesson(teacher, fakeNeutrality, new Date())
  if (!installed.ok) throw new Error(`the lesson could not be installed: ${installed.refusal.code}`)
  const assignmentId = newId()
  const hour = 3_600_000
  await database().assignment.create({
    data: {
      id: assignmentId,
      clientKey: newId(),
      lessonVersionId: installed.value.lessonVersionId,
      classId: room.id,
      createdById: teacher.userId,
      opensAt: new Date(Date.now() - hour),
      dueAt: new Date(Date.now() + 24 * hour),
      closesAt: new Date(Date.now() + 48 * hour),
      attemptsAllowed: 1,
    },
  })
  const students = Array.from({ length: size }, () => randomBytes(32).toString("base64url")).map((token) => ({
    id: newId(),
    token,
  }))
  await insertStudents(room.id, students)
  return { assignmentId, students: await Promise.all(students.map(signedIn)) }
}

type NewStudent = { id: string; token: string }

async function insertStudents(classId: string, students: readonly NewStudent[]): Promise<void> {
  const ids = students.map(({ id }) => id)
  await pool().query(
    `INSERT INTO "User" (id, "userName", "displayName", role)
     SELECT id, 'bench.' || id, 'Student ' || n, 'student' FROM unnest($1::uuid[]) WITH ORDINALITY AS s(id, n)`,
    [ids],
  )
  await pool().query(
    `INSERT INTO "Enrolment" (id, "classId", "userId", role)
     SELECT e, $1, u, 'student' FROM unnest($2::uuid[], $3::uuid[]) AS s(e, u)`,
    [classId, ids.map(() => newId()), ids],
  )
  await pool().query(
    `INSERT INTO "Session" (id, "tokenHash", "userId", "expiresAt")
     SELECT i, h, u, now() + interval '1 day' FROM unnest($1::uuid[], $2::bytea[], $3::uuid[]) AS s(i, h, u)`,
    [ids.map(() => newId()), students.map(({ token }) => hashToken(token)), ids],
  )
}

async function signedIn({ id, token }: NewStudent): Promise<BenchStudent> {
  const value = await encode({
    token: { sub: id, sessionToken: token },
    secret: settings().NEXTAUTH_SECRET,
    maxAge: 86_400,
  })
  return { cookie: `${PLAIN_COOKIE}=${value}`, tokenHash: hashToken(token) }
}

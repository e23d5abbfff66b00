import { randomBytes, randomInt } from "node:crypto"
import type { Viewer } from "@/lib/access/viewer"
import { makeJoinCode } from "@/lib/classroom/join-code"
import { database } from "@/lib/platform/database"
import type { Class, ClassRole, Enrolment, SchoolRole, User } from "@/lib/platform/generated/client"
import { newId } from "@/lib/platform/ids"
import { hashToken } from "@/lib/platform/session-cookie"

// Straight to the tables, not through the use cases: a test that arranges must not depend on what it tests.

export const testSchool = { name: "Test School", timeZone: "Asia/Karachi", locale: "en" }

/** The one school; a second call changes nothing. */
export async function makeSchool(): Promise<void> {
  await database().school.createMany({ data: [testSchool], skipDuplicates: true })
}

type UserOptions = Partial<
  Pick<User, "userName" | "email" | "displayName" | "passwordHash" | "mustChangePassword" | "disabledAt">
>

// Browser tests share a database between processes: each counts from somewhere else.
let made = randomInt(1_000_000_000)

/** A person of the school (which is made where it is missing), without a password unless one is given. */
export async function makeUser(role: SchoolRole = "student", options: UserOptions = {}): Promise<User> {
  await makeSchool()
  made += 1
  const userName = options.userName ?? `${role}.${made}`
  return database().user.create({
    data: { id: newId(), role, displayName: `${role} ${made}`, ...options, userName },
  })
}

/** A row of sessions for this person, and the token whose hash it stores. */
export async function makeSession(userId: string, expiresAt = new Date(Date.now() + 3_600_000)) {
  const token = randomBytes(32).toString("base64url")
  const tokenHash = hashToken(token)
  const session = await database().session.create({
    data: { id: newId(), tokenHash: new Uint8Array(tokenHash), userId, expiresAt },
  })
  return { token, tokenHash, sessionId: session.id }
}

/** What a use case is handed for this person, with a session that stands in the database. */
export async function viewerFor(user: User): Promise<Viewer> {
  const { sessionId } = await makeSession(user.id)
  return {
    userId: user.id,
    sessionId,
    role: user.role,
    displayName: user.displayName,
    userName: user.userName,
    mustChangePassword: user.mustChangePassword,
    demonstration: user.demonstration,
    school: testSchool,
  }
}

/** A new person and what a use case is handed for them. */
export async function makeViewer(role: SchoolRole = "student", options: UserOptions = {}): Promise<Viewer> {
  return viewerFor(await makeUser(role, options))
}

/** A class made by this teacher, who is enrolled as its teacher. */
export async function makeClass(
  teacherId: string,
  options: Partial<Pick<Class, "name" | "joinLocked" | "joinNeedsApproval" | "archivedAt">> = {},
): Promise<Class> {
  const created = await database().class.create({
    data: {
      id: newId(),
      name: "Grade 10 B",
      ...options,
      publicId: randomBytes(4).toString("hex"),
      joinCode: makeJoinCode(randomBytes(5)),
      createdById: teacherId,
    },
  })
  await enrol(created.id, teacherId, "teacher")
  return created
}

type EnrolOptions = Partial<Pick<Enrolment, "state" | "leftAt">>

/** Puts a person into a class: active unless told otherwise. */
export async function enrol(
  classId: string,
  userId: string,
  role: ClassRole = "student",
  options: EnrolOptions = {},
): Promise<Enrolment> {
  // Students have accepted the norms a class begins with, unless a test is about just that.
  const norms = role === "student" ? { norms: { create: { number: 0 } } } : {}
  return database().enrolment.create({ data: { id: newId(), classId, userId, role, ...norms, ...options } })
}

/** The usual cast: a class with its teacher, its assistant and two students. */
export async function makeClassroom() {
  const teacher = await makeUser("teacher")
  const room = await makeClass(teacher.id)
  const assistant = await makeUser("assistant")
  await enrol(room.id, assistant.id, "assistant")
  const students = [await makeUser("student"), await makeUser("student")] as const
  const enrolments = [await enrol(room.id, students[0].id), await enrol(room.id, students[1].id)] as const
  return { class: room, teacher, assistant, students, enrolments }
}

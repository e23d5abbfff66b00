import "server-only"
import type { SchoolRole, Viewer } from "@/lib/access/viewer"
import { newJoinCode, newPublicId } from "@/lib/classroom/server/class-code"
import { newMadePassword } from "@/lib/classroom/server/hand-out-password"
import {
  demonstrationStaff,
  demonstrationStars,
  demonstrationStudents,
} from "@/lib/lesson/content/demonstration-class"
import { database } from "@/lib/platform/database"
import type { ClassRole } from "@/lib/platform/generated/client"
import { newId, newRandomId } from "@/lib/platform/ids"

export const demonstrationSchool = { name: "Demonstration school", locale: "en" }
const CLASS_NAME = "10B Civics"

/** Somebody who can sign in, for the first page of the terminal. The password is in no other place. */
export type DemonstrationSignIn = {
  role: "teacher" | "assistant" | "administrator" | "student" | "newStudent"
  /** Who it is, in words. */
  what: string
  displayName: string
  userName: string
  password: string
}

export type DemonstrationStudentRow = { viewer: Viewer; enrolmentId: string; userName: string }

export type DemonstrationClass = {
  classId: string
  joinCode: string
  teacher: Viewer
  students: DemonstrationStudentRow[]
}

type Person = { userName: string; displayName: string; role: SchoolRole }

/** The people of the demonstration and their class. Whoever is there already stays as they are. */
export async function enrolDemonstration(timeZone: string): Promise<DemonstrationClass> {
  const { teacher, assistant, administrator } = demonstrationStaff
  const teacherViewer = await ensurePerson({ ...teacher, role: "teacher" }, timeZone)
  const assistantViewer = await ensurePerson({ ...assistant, role: "assistant" }, timeZone)
  await ensurePerson({ ...administrator, role: "administrator" }, timeZone)
  const { id: classId, joinCode } = await ensureClass(teacherViewer.userId)
  await ensureEnrolment(classId, teacherViewer.userId, "teacher")
  await ensureEnrolment(classId, assistantViewer.userId, "assistant")
  const students: DemonstrationStudentRow[] = []
  for (const { timeMultiplier, userName, displayName } of demonstrationStudents) {
    const viewer = await ensurePerson({ userName, displayName, role: "student" }, timeZone)
    const enrolmentId = await ensureEnrolment(classId, viewer.userId, "student")
    if (timeMultiplier) await ensureAccommodation(viewer.userId, timeMultiplier)
    students.push({ viewer, enrolmentId, userName })
  }
  return { classId, joinCode, teacher: teacherViewer, students }
}

/** Taken names are another person's: nobody real is ever turned into a demonstration person. */
async function ensurePerson({ userName, displayName, role }: Person, timeZone: string): Promise<Viewer> {
  const user = await database().user.upsert({
    where: { userName },
    create: { id: newId(), userName, displayName, role, demonstration: true },
    update: {},
  })
  if (!user.demonstration)
    throw new Error(`${userName} is somebody else here: the demonstration needs its own names`)
  const { id: userId, demonstration, mustChangePassword } = user
  const school = { ...demonstrationSchool, timeZone }
  return {
    userId,
    sessionId: newRandomId(),
    role,
    displayName,
    userName,
    mustChangePassword,
    demonstration,
    school,
  }
}

async function ensureClass(createdById: string): Promise<{ id: string; joinCode: string }> {
  const select = { id: true, joinCode: true } as const
  const there = await database().class.findFirst({ where: { createdById, name: CLASS_NAME }, select })
  if (there) return there
  const data = {
    id: newId(),
    name: CLASS_NAME,
    publicId: newPublicId(),
    joinCode: newJoinCode(),
    createdById,
  }
  return database().class.create({ data, select })
}

async function ensureEnrolment(classId: string, userId: string, role: ClassRole): Promise<string> {
  const where = { classId_userId: { classId, userId } }
  const create = { id: newId(), classId, userId, role }
  return (await database().enrolment.upsert({ where, create, update: {}, select: { id: true } })).id
}

async function ensureAccommodation(userId: string, timeMultiplier: number): Promise<void> {
  await database().accommodation.upsert({ where: { userId }, create: { userId, timeMultiplier }, update: {} })
}

/** New random passwords for those who can sign in: the staff, one student who has done everything, one who has not begun. */
export async function handOutDemonstrationPasswords(): Promise<DemonstrationSignIn[]> {
  const { teacher, assistant, administrator } = demonstrationStaff
  const student = (userName: string) => {
    const found = demonstrationStudents.find((one) => one.userName === userName)
    return { userName, displayName: found?.displayName ?? userName }
  }
  return Promise.all([
    signInOf("teacher", "Teacher", teacher),
    signInOf("assistant", "Assistant", assistant),
    signInOf("administrator", "Administrator", administrator),
    signInOf("student", "Student who has done everything", student(demonstrationStars.everything)),
    signInOf("newStudent", "Student who has not begun", student(demonstrationStars.nothing)),
  ])
}

async function signInOf(
  role: DemonstrationSignIn["role"],
  what: string,
  { userName, displayName }: { userName: string; displayName: string },
): Promise<DemonstrationSignIn> {
  const { password, passwordHash } = await newMadePassword()
  await database().user.update({ where: { userName, demonstration: true }, data: { passwordHash } })
  return { role, what, displayName, userName, password }
}

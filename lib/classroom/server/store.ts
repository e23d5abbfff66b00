import "server-only"
import type { Facts } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { database } from "@/lib/platform/database"

/** Classes this viewer may know of: their own, while they are in them; all of them, to an administrator. */
export const classesOf = (viewer: Viewer) =>
  viewer.role === "administrator" ? {} : { enrolments: { some: activeOf(viewer) } }

/** This viewer's own membership, active and not left: the only kind that counts. */
export const activeOf = (viewer: Viewer) => ({
  userId: viewer.userId,
  state: "active" as const,
  leftAt: null,
})

const viewersOwn = (viewer: Viewer) => ({ where: activeOf(viewer), select: { role: true } })

/** A class and what it means to this viewer, for a decision; refused as missing where they may not know of it. */
export async function findClass(viewer: Viewer, classId: string) {
  const room = await database().class.findFirst({
    where: { id: classId, ...classesOf(viewer) },
    relationLoadStrategy: "join",
    include: { enrolments: viewersOwn(viewer) },
  })
  if (!room) return refuse("missing", "people.classMissing")
  const { enrolments, ...columns } = room
  const facts: Facts = { classRole: enrolments[0]?.role ?? null, isOwner: room.createdById === viewer.userId }
  return allow({ ...columns, facts })
}

/** A membership of a class, who it is, and what the class means to this viewer; missing where they may not know of it. */
export async function findEnrolment(viewer: Viewer, enrolmentId: string) {
  const enrolment = await database().enrolment.findFirst({
    where: { id: enrolmentId, class: classesOf(viewer) },
    relationLoadStrategy: "join",
    include: {
      user: { select: { id: true, role: true, displayName: true, disabledAt: true } },
      class: { select: { id: true, createdById: true, enrolments: viewersOwn(viewer) } },
    },
  })
  if (!enrolment) return refuse("missing", "people.enrolmentMissing")
  const { user, class: room, ...columns } = enrolment
  const isActive = columns.state === "active" && columns.leftAt === null
  const facts: Facts = {
    classRole: room.enrolments[0]?.role ?? null,
    isOwner: room.createdById === viewer.userId,
    personIsStudentOfClass: isActive && columns.role === "student" && user.role === "student",
  }
  return allow({ ...columns, isActive, person: user, facts })
}

export type FoundEnrolment = Extract<Awaited<ReturnType<typeof findEnrolment>>, { ok: true }>["value"]

/** Names and addresses in use, of this person or, to make new ones, of the school. */
export async function loadTakenNames(): Promise<{ userNames: Set<string>; emails: Set<string> }> {
  const users = await database().user.findMany({ select: { userName: true, email: true } })
  return {
    userNames: new Set(users.map(({ userName }) => userName)),
    emails: new Set(users.flatMap(({ email }) => email ?? [])),
  }
}

/** Turns the database's "already there" into a refusal at the field it is about; anything else is a bug and goes on. */
export async function refuseTaken<T>(write: () => Promise<T>): Promise<Decision<T>> {
  try {
    return allow(await write())
  } catch (error) {
    const text = isUniqueViolation(error) ? JSON.stringify(error) : null
    if (text === null) throw error
    return text.includes("email")
      ? refuse("conflict", "people.emailTaken", { field: "email" })
      : refuse("conflict", "people.userNameTaken", { field: "userName" })
  }
}

const isUniqueViolation = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === "P2002"

import "server-only"
import { can } from "@/lib/access/permissions"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import type { Accommodation } from "@/lib/classroom/accommodation"
import type { SetAccommodationInput } from "@/lib/classroom/input"
import { type ClashingAssignment, clashingAssignments } from "@/lib/lesson/server/clashing-assignments"
import { rollingBack } from "@/lib/lesson/server/edit-draft"
import { moveDeadlinesOf } from "@/lib/lesson/server/move-deadlines"
import type { Transaction } from "@/lib/platform/database"

export type SetAccommodation = {
  students: number
  movedDeadlines: number
  /** Of the viewer's classes: where it does not fit between opening and close. */
  clashing: ClashingAssignment[]
}

/**
 * Grants students of a class the same, in place of what each had, in all their classes at once: sittings that are open
 * get their new deadlines in the same transaction. Refuses all of it where one of them is no active student of the class.
 */
export async function setAccommodation(
  viewer: Viewer,
  { classId, enrolmentIds, accommodation }: SetAccommodationInput,
  now: Date,
): Promise<Decision<SetAccommodation>> {
  return rollingBack(async (tx) => {
    const found = await findStudents(tx, viewer, { classId, enrolmentIds })
    if (!found.ok) return found
    const userIds = found.value
    await keep(tx, { userIds, accommodation, actorId: viewer.userId, classId, now })
    const movedDeadlines = await moveDeadlinesOf(tx, userIds)
    const clashing = await clashingAssignments(tx, viewer, { userIds, now })
    return allow({ students: userIds.length, movedDeadlines, clashing })
  })
}

/** The students, if this viewer may grant them something through this class; "missing" to whoever may not know of it. */
async function findStudents(
  tx: Transaction,
  viewer: Viewer,
  { classId, enrolmentIds }: Pick<SetAccommodationInput, "classId" | "enrolmentIds">,
): Promise<Decision<string[]>> {
  const here = { userId: viewer.userId, state: "active", leftAt: null } as const
  const room = await tx.class.findFirst({
    where: { id: classId, ...(viewer.role === "administrator" ? {} : { enrolments: { some: here } }) },
    select: {
      enrolments: {
        where: { OR: [here, { id: { in: enrolmentIds }, state: "active", leftAt: null }] },
        select: { id: true, userId: true, role: true, user: { select: { role: true } } },
      },
    },
    relationLoadStrategy: "join",
  })
  if (!room) return refuse("missing", "people.classMissing")
  const classRole = room.enrolments.find(({ userId }) => userId === viewer.userId)?.role ?? null
  const students = room.enrolments.filter(
    ({ id, role, user }) => enrolmentIds.includes(id) && role === "student" && user.role === "student",
  )
  const personIsStudentOfClass = students.length === new Set(enrolmentIds).size
  if (!can(viewer, "accommodation.set", { classRole, personIsStudentOfClass: true }))
    return refuse("forbidden", "people.notAllowed")
  if (!personIsStudentOfClass) return refuse("missing", "people.enrolmentMissing")
  return allow(students.map(({ userId }) => userId).sort())
}

type Granted = {
  userIds: readonly string[]
  accommodation: Accommodation
  actorId: string
  classId: string
  now: Date
}

async function keep(tx: Transaction, { userIds, accommodation, actorId, classId, now }: Granted) {
  const { timeMultiplier, extraMinutes, noTimeLimit, extraAttempts, extraDays, readAloud, largerType } =
    accommodation
  await tx.$executeRaw`
    INSERT INTO "Accommodation" ("userId", "timeMultiplier", "extraMinutes", "noTimeLimit", "extraAttempts",
      "extraDays", "readAloud", "largerType", "updatedById", "updatedAt")
    SELECT id, ${timeMultiplier}, ${extraMinutes}, ${noTimeLimit}, ${extraAttempts}, ${extraDays}, ${readAloud},
      ${largerType}, ${actorId}::uuid, ${now}
    FROM unnest(${userIds}::uuid[]) AS id
    ON CONFLICT ("userId") DO UPDATE SET "timeMultiplier" = excluded."timeMultiplier",
      "extraMinutes" = excluded."extraMinutes", "noTimeLimit" = excluded."noTimeLimit",
      "extraAttempts" = excluded."extraAttempts", "extraDays" = excluded."extraDays",
      "readAloud" = excluded."readAloud", "largerType" = excluded."largerType",
      "updatedById" = excluded."updatedById", "updatedAt" = excluded."updatedAt"`
  // What was granted, for whoever asks later what held when; there is no reason to leave out.
  await tx.event.createMany({
    data: userIds.map((subjectId) => ({
      kind: "accommodation.set",
      actorId,
      classId,
      subjectId,
      data: { ...accommodation },
    })),
  })
}

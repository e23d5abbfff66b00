import "server-only"
import { v5 } from "uuid"
import { fakeNeutrality } from "@/lib/lesson/content/fake-neutrality"
import { dayAfter, endOfDay, instantAt } from "@/lib/lesson/school-time"
import type { DemonstrationGround } from "@/lib/lesson/server/demonstration-ground"
import {
  type DemonstrationClass,
  type DemonstrationSignIn,
  demonstrationSchool,
  enrolDemonstration,
  handOutDemonstrationPasswords,
} from "@/lib/lesson/server/enrol-demonstration"
import { installLesson } from "@/lib/lesson/server/install-lesson"
import { playDemonstration } from "@/lib/lesson/server/play-demonstration"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"

export type DemonstrationSignIns = { people: DemonstrationSignIn[]; joinCode: string }

/** Names the one demonstration assignment, so that a second go finds the first one's. */
const ASSIGNMENT = v5("colloquy demonstration assignment", v5.URL)

const DAYS_OPEN = 3
const DAYS_LEFT = 3
const TIME_LIMIT_MINUTES = 40

/**
 * The demonstration class, for a first start: a school that says what it is, people, a class, the lesson, an
 * assignment that runs, and the work of a seeded generator, put in through the same rules and tables as real work.
 * It takes up where an earlier go was broken off; the row of the school comes last, so that a start that finds it
 * knows all the rest is there. Answers with the sign-ins; passwords are random each time and kept nowhere else.
 */
export async function seedDemonstration({
  now,
  timeZone,
}: {
  now: Date
  timeZone: string
}): Promise<DemonstrationSignIns> {
  const zone = (await database().school.findUnique({ where: { id: 1 } }))?.timeZone ?? timeZone
  const room = await enrolDemonstration(zone)
  const ground = await ensureAssignment(room, now, zone)
  await playDemonstration(ground, now)
  const people = await handOutDemonstrationPasswords()
  await database().school.upsert({
    where: { id: 1 },
    create: { id: 1, ...demonstrationSchool, timeZone: zone },
    update: {},
  })
  return { people, joinCode: room.joinCode }
}

async function ensureAssignment(
  room: DemonstrationClass,
  now: Date,
  timeZone: string,
): Promise<Pick<DemonstrationGround, "assignment" | "students">> {
  const lesson = await installLesson(room.teacher, fakeNeutrality, now)
  if (!lesson.ok) throw new Error(`The first lesson was refused: ${lesson.refusal.code}`)
  const { lessonVersionId } = lesson.value
  await database().lessonVersion.updateMany({
    where: { id: lessonVersionId, sealedAt: null },
    data: { sealedAt: now },
  })
  const assignment = await database().assignment.upsert({
    where: { classId_clientKey: { classId: room.classId, clientKey: ASSIGNMENT } },
    create: {
      id: newId(),
      clientKey: ASSIGNMENT,
      classId: room.classId,
      lessonVersionId,
      createdById: room.teacher.userId,
      timeLimitMinutes: TIME_LIMIT_MINUTES,
      ...demonstrationDates(now, timeZone),
    },
    update: {},
  })
  return { assignment, students: room.students }
}

/** Opened some days ago in the morning, due in some days, closed a day after that; days of the school's calendar. */
function demonstrationDates(now: Date, timeZone: string): { opensAt: Date; dueAt: Date; closesAt: Date } {
  const opensAt = instantAt(`${dayAfter(now, -DAYS_OPEN, timeZone)}T08:00`, timeZone, "earlier")?.instant
  const dueAt = endOfDay(dayAfter(now, DAYS_LEFT, timeZone), timeZone)
  const closesAt = endOfDay(dayAfter(now, DAYS_LEFT + 1, timeZone), timeZone)
  if (!opensAt || !dueAt || !closesAt) throw new Error(`No days in ${timeZone}`)
  return { opensAt, dueAt, closesAt }
}

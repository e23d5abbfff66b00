import { beforeEach, describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { type Accommodation, NO_ACCOMMODATION } from "@/lib/classroom/accommodation"
import { setAccommodationInput } from "@/lib/classroom/input"
import { loadAccount } from "@/lib/classroom/server/load-account"
import { loadClass } from "@/lib/classroom/server/load-class"
import { ownTerms } from "@/lib/lesson/own-terms"
import { daysLater } from "@/lib/lesson/school-time"
import { loadAssignableClasses } from "@/lib/lesson/server/load-assignable-classes"
import { loadAssignmentSettings } from "@/lib/lesson/server/load-assignment-settings"
import { setAccommodation } from "@/lib/lesson/server/set-accommodation"
import { visitByToken } from "@/lib/lesson/server/visit-by-token"
import { database, pool } from "@/lib/platform/database"
import { daysLaterSql } from "@/lib/platform/days-later-sql"
import { newId } from "@/lib/platform/ids"
import { startAttempt } from "@/lib/quiz/server/start-attempt"
import { allowed, expectRefusal } from "@/tests/integration/people/expect-refusal"
import { useTestDatabase } from "@/tests/support/database"
import {
  enrol,
  makeClass,
  makeClassroom,
  makeSession,
  makeViewer,
  viewerFor,
} from "@/tests/support/factories"
import { makeAssignment, makeItem, makeLesson } from "@/tests/support/factories-lesson"

useTestDatabase()

const now = new Date("2026-11-23T12:00:00Z")
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
let room: Awaited<ReturnType<typeof makeClassroom>>
let teacher: Viewer

beforeEach(async () => {
  room = await makeClassroom()
  teacher = await viewerFor(room.teacher)
})

const input = (change: Partial<Accommodation> = {}, enrolmentIds = [room.enrolments[0].id]) => ({
  classId: room.class.id,
  enrolmentIds,
  accommodation: { ...NO_ACCOMMODATION, timeMultiplier: 2, ...change },
})

async function assign(classId: string) {
  const lesson = await makeLesson(room.teacher.id)
  await makeItem(lesson, room.teacher.id)
  const where = { classId, lessonVersionId: lesson.lessonVersionId, createdById: room.teacher.id }
  const [dueAt, closesAt] = [new Date("2026-11-26T18:59:00Z"), new Date("2026-11-27T18:59:00Z")]
  return makeAssignment(where, { timeLimitMinutes: 30, opensAt: later(-60), dueAt, closesAt })
}

async function openAttempt(assignmentId: string, enrolmentId: string) {
  const data = { id: newId(), assignmentId, enrolmentId, number: 1, startedAt: now, deadlineAt: later(30) }
  return (await database().attempt.create({ data })).id
}

const deadlineOf = async (id: string) =>
  (await database().attempt.findUniqueOrThrow({ where: { id } })).deadlineAt

const rowsOfRoom = () =>
  database().accommodation.findMany({ where: { userId: { in: room.students.map(({ id }) => id) } } })

describe("granting a student something", () => {
  it("moves the sittings of all the student's classes, at once, and back when it is taken away", async () => {
    const other = await makeClass((await makeViewer("teacher")).userId)
    const elsewhere = await enrol(other.id, room.students[0].id)
    const here = await openAttempt((await assign(room.class.id)).id, room.enrolments[0].id)
    const there = await openAttempt((await assign(other.id)).id, elsewhere.id)
    const classmate = await openAttempt((await assign(room.class.id)).id, room.enrolments[1].id)
    const granted = allowed(await setAccommodation(teacher, input({ extraMinutes: 5 }), now))
    expect(granted).toEqual({ students: 1, movedDeadlines: 2, clashing: [] })
    expect(await Promise.all([here, there, classmate].map(deadlineOf))).toEqual([
      later(65),
      later(65),
      later(30),
    ])
    allowed(await setAccommodation(teacher, input({ timeMultiplier: 1 }), now))
    expect(await Promise.all([here, there].map(deadlineOf))).toEqual([later(30), later(30)])
  })

  it("gives several students the same in place of what they had, with who did it, and an event each", async () => {
    await database().accommodation.create({ data: { userId: room.students[1].id, extraAttempts: 3 } })
    const both = room.enrolments.map(({ id }) => id)
    allowed(await setAccommodation(teacher, input({ extraDays: 2, readAloud: true }, both), now))
    const rows = await rowsOfRoom()
    expect(rows).toHaveLength(2)
    for (const row of rows)
      expect(row).toMatchObject({
        extraDays: 2,
        readAloud: true,
        extraAttempts: 0,
        updatedById: teacher.userId,
      })
    const events = await database().event.findMany({
      where: { kind: "accommodation.set", classId: room.class.id },
    })
    expect(events.map(({ subjectId }) => subjectId).sort()).toEqual(room.students.map(({ id }) => id).sort())
  })

  it("is shown in the class, without what is nothing, and to the student on the account page", async () => {
    allowed(await setAccommodation(teacher, input({ largerType: true }), now))
    const granted = { ...NO_ACCOMMODATION, timeMultiplier: 2, largerType: true }
    const seen = await loadClass(teacher, room.class.id)
    const of = (at: 0 | 1) => seen?.roster.students.find(({ userId }) => userId === room.students[at].id)
    expect(of(0)?.accommodation).toEqual(granted)
    expect(of(1)?.accommodation).toBeNull()
    expect((await loadAccount(await viewerFor(room.students[0]), now)).accommodation).toEqual(granted)
    expect((await loadAccount(await viewerFor(room.students[1]), now)).accommodation).toBeNull()
  })

  it("moves due date, close and attempts of the visit and of a start, in the school's zone", async () => {
    const assignment = await assign(room.class.id)
    allowed(await setAccommodation(teacher, input({ extraDays: 3, extraAttempts: 1 }), now))
    const { tokenHash } = await makeSession(room.students[0].id)
    const visit = await visitByToken(tokenHash, assignment.id, now)
    // 23:59 in Karachi, three days on.
    expect(visit?.assignment).toMatchObject({
      dueAt: new Date("2026-11-29T18:59:00Z"),
      closesAt: new Date("2026-11-30T18:59:00Z"),
      attemptsAllowed: 2,
      timeLimitMinutes: 60,
      receipt: {
        time: { minutes: 60, limit: 30, multiplier: 2 },
        classClosesAt: new Date("2026-11-27T18:59:00Z"),
        extraAttempts: 1,
      },
    })
    const late = new Date("2026-11-30T18:29:00Z")
    const call = { tokenHash, assignmentId: assignment.id, now: late, ownTerms }
    expect(allowed(await startAttempt(call)).deadlineAt).toBe("2026-11-30T18:59:00.000Z")
    const classmate = (await makeSession(room.students[1].id)).tokenHash
    expect(await startAttempt({ ...call, tokenHash: classmate })).toMatchObject({ ok: false })
  })

  it("is warned of where an assignment is given, and in its settings until a later close is agreed", async () => {
    allowed(await setAccommodation(teacher, input({ timeMultiplier: 4 }), now))
    const assignment = await assign(room.class.id)
    const closesAt = new Date(assignment.opensAt.getTime() + 90 * 60_000)
    await database().assignment.update({ where: { id: assignment.id }, data: { dueAt: closesAt, closesAt } })
    const name = room.students[0].displayName
    const settings = async () => allowed(await loadAssignmentSettings(teacher, assignment.id)).clashes
    expect(await settings()).toMatchObject([{ kind: "cutOff", name, minutes: 120, window: 90 }])
    const where = { assignmentId: assignment.id, enrolmentId: room.enrolments[0].id }
    const until = new Date(assignment.opensAt.getTime() + 120 * 60_000)
    await database().assignmentException.create({ data: { ...where, closesAt: until } })
    expect(await settings()).toEqual([])
    const [offered] = await loadAssignableClasses(teacher, { lessonId: newId(), now })
    expect(offered?.granted).toMatchObject([
      { name, accommodation: { timeMultiplier: 4, timeZone: "Asia/Karachi" } },
    ])
  })

  it("says where it does not fit, in the classes of whoever grants it, and nowhere else", async () => {
    const far = { opensAt: later(-60), dueAt: later(30), closesAt: later(30), timeLimitMinutes: 60 }
    const other = await makeClass((await makeViewer("teacher")).userId)
    await enrol(other.id, room.students[0].id)
    for (const { id } of [await assign(room.class.id), await assign(other.id)])
      await database().assignment.update({ where: { id }, data: far })
    await assign(room.class.id)
    const { clashing } = allowed(await setAccommodation(teacher, input(), now))
    expect(clashing).toMatchObject([{ title: "Fake neutrality?", className: "Grade 10 B" }])
    const administrator = await makeViewer("administrator")
    expect(allowed(await setAccommodation(administrator, input(), now)).clashing).toEqual([])
  })

  it("counts days in SQL as in the rule", async () => {
    const zone = (await database().school.findFirstOrThrow()).timeZone
    try {
      for (const timeZone of ["Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "Asia/Karachi"]) {
        await database().school.updateMany({ data: { timeZone } })
        // Every half hour and a bit over the weeks in which clocks change.
        const times = Array.from(
          { length: 2_000 },
          (_, at) => new Date(Date.UTC(2026, 2, 1) + at * 1_834_567),
        )
        const statement = `SELECT ${daysLaterSql("t.at", "$2::int")} AS at FROM unnest($1::timestamptz[]) AS t(at)`
        const { rows } = await pool().query<{ at: Date }>(statement, [times, 3])
        expect(rows.map(({ at }) => at)).toEqual(times.map((time) => daysLater(time, 3, timeZone)))
      }
    } finally {
      await database().school.updateMany({ data: { timeZone: zone } })
    }
  })

  it("forbidden: to a student, an assistant, another teacher, and a teacher who has left", async () => {
    const attempt = await openAttempt((await assign(room.class.id)).id, room.enrolments[0].id)
    const colleague = await makeViewer("teacher")
    const left = await makeViewer("teacher")
    await enrol(room.class.id, left.userId, "teacher", { leftAt: now })
    const student = await viewerFor(room.students[0])
    const assistant = await viewerFor(room.assistant)
    for (const viewer of [student, assistant])
      expectRefusal(await setAccommodation(viewer, input(), now), "forbidden", "people.notAllowed")
    for (const viewer of [colleague, left, await makeViewer()])
      expectRefusal(await setAccommodation(viewer, input(), now), "missing", "people.classMissing")
    expect(await rowsOfRoom()).toEqual([])
    expect(await deadlineOf(attempt)).toEqual(later(30))
    expect(await loadClass(colleague, room.class.id)).toBeNull()
  })

  it("forbidden: for staff, for who has left, for who waits, for a student of another class; and then for nobody of them", async () => {
    const foreign = await enrol(
      (await makeClass((await makeViewer("teacher")).userId)).id,
      (await makeViewer()).userId,
    )
    const left = await enrol(room.class.id, (await makeViewer()).userId, "student", { leftAt: now })
    const waits = await enrol(room.class.id, (await makeViewer()).userId, "student", { state: "pending" })
    const staff = await database().enrolment.findFirstOrThrow({
      where: { classId: room.class.id, userId: room.assistant.id },
    })
    for (const { id } of [foreign, left, waits, staff]) {
      const both = input({}, [room.enrolments[0].id, id])
      expectRefusal(await setAccommodation(teacher, both, now), "missing", "people.enrolmentMissing")
    }
    expect(await rowsOfRoom()).toEqual([])
  })

  it("is an administrator's to do without being in the class", async () => {
    const administrator = await makeViewer("administrator")
    expect(allowed(await setAccommodation(administrator, input(), now)).students).toBe(1)
  })

  it.each([
    { timeMultiplier: 0.5 },
    { timeMultiplier: 11 },
    { extraMinutes: -5 },
    { extraAttempts: -1 },
    { extraDays: 0.5 },
    { reason: "a diagnosis" },
  ])("is refused at the door with %j", (change) => {
    const typed = input()
    const accommodation = { ...typed.accommodation, ...change }
    expect(setAccommodationInput.safeParse(typed).success).toBe(true)
    expect(setAccommodationInput.safeParse({ ...typed, accommodation }).success).toBe(false)
  })
})

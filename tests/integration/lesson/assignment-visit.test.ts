import { beforeAll, describe, expect, it } from "vitest"
import { loadHome } from "@/lib/lesson/server/load-home"
import { visitByToken } from "@/lib/lesson/server/visit-by-token"
import { database } from "@/lib/platform/database"
import { newId, newRandomId } from "@/lib/platform/ids"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeClassroom, makeSession, makeUser, viewerFor } from "@/tests/support/factories"
import { makeAssignment, makeItem, makeLesson } from "@/tests/support/factories-lesson"

useTestDatabase()

let room: Awaited<ReturnType<typeof makeClassroom>>
let lesson: Awaited<ReturnType<typeof makeLesson>>
let assignmentId: string

beforeAll(async () => {
  room = await makeClassroom()
  lesson = await makeLesson(room.teacher.id)
  await makeItem(lesson, room.teacher.id)
  const where = {
    classId: room.class.id,
    lessonVersionId: lesson.lessonVersionId,
    createdById: room.teacher.id,
  }
  assignmentId = (await makeAssignment(where, { timeLimitMinutes: 30 })).id
})

const visit = async (userId: string, id = assignmentId) => {
  const { tokenHash } = await makeSession(userId)
  return visitByToken(tokenHash, id, new Date())
}

describe("the visit of an assignment", () => {
  it("gives the viewer, the assignment and the steps in one statement", async () => {
    const found = await visit(room.students[0].id)
    expect(found?.viewer).toMatchObject({ userId: room.students[0].id, role: "student" })
    expect(found?.viewer.school.timeZone).toBe("Asia/Karachi")
    expect(found?.assignment).toMatchObject({
      className: "Grade 10 B",
      title: "Fake neutrality?",
      window: "open",
    })
    expect(found?.facts).toMatchObject({
      sentenceCount: 7,
      itemCount: 1,
      promptCount: 1,
      timeLimitMinutes: 30,
    })
    expect(found?.steps.map((one) => `${one.step} ${one.state}`)).toEqual([
      "stance now",
      "read locked",
      "quiz locked",
      "discuss locked",
      "reflect locked",
    ])
  })

  it("counts in what the student was granted", async () => {
    const [enrolment] = room.enrolments
    await database().accommodation.create({ data: { userId: room.students[0].id, timeMultiplier: 2 } })
    const dueAt = new Date(Date.now() + 200 * 3_600_000)
    await database().assignmentException.create({
      data: { assignmentId, enrolmentId: enrolment.id, dueAt, extraMinutes: 5 },
    })
    const found = await visit(room.students[0].id)
    expect(found?.assignment).toMatchObject({ timeLimitMinutes: 65, dueAt, closesAt: dueAt })
    expect((await visit(room.students[1].id))?.assignment.timeLimitMinutes).toBe(30)
  })

  it("knows that a stance was taken, and what was read, answered and posted", async () => {
    const student = room.students[1]
    const enrolmentId = room.enrolments[1].id
    await database().stanceSubject.create({
      data: {
        id: newRandomId(),
        userId: student.id,
        assignmentId,
        stances: { create: [{ moment: "before_reading", position: null }] },
      },
    })
    const sentenceId = lesson.sentences[2]?.id
    await database().readingProgress.create({
      data: { assignmentId, enrolmentId, sentenceId, sentencesRead: 3 },
    })
    await database().attempt.create({
      data: { id: newId(), assignmentId, enrolmentId, number: 1, state: "submitted" },
    })
    const found = await visit(student.id)
    expect(found?.steps.map((one) => one.state)).toEqual(["done", "done", "done", "now", "locked"])
    expect(found?.assignment.placeSentenceId).toBe(sentenceId)
  })

  it("forbidden: to a stranger, to who left, to who waits, without a session, and of no id, it is missing", async () => {
    const [stranger, left, waiting] = [await makeUser(), await makeUser(), await makeUser()]
    await enrol(room.class.id, left.id, "student", { leftAt: new Date() })
    await enrol(room.class.id, waiting.id, "student", { state: "pending" })
    for (const { id } of [stranger, left, waiting]) expect(await visit(id)).toBeNull()
    expect(await visit(room.students[0].id, "not-an-id")).toBeNull()
    expect(await visitByToken(Buffer.alloc(32), assignmentId, new Date())).toBeNull()
    const expired = await makeSession(room.students[0].id, new Date(Date.now() - 1000))
    expect(await visitByToken(expired.tokenHash, assignmentId, new Date())).toBeNull()
  })

  it("forbidden: an account that is closed, or has not chosen its password, finds nothing", async () => {
    const closed = await makeUser("student", { disabledAt: new Date() })
    const fresh = await makeUser("student", { mustChangePassword: true })
    for (const { id } of [closed, fresh]) {
      await enrol(room.class.id, id)
      expect(await visit(id)).toBeNull()
    }
  })

  it("an assignment that was put away is missing to its students, and there for its staff", async () => {
    const where = {
      classId: room.class.id,
      lessonVersionId: lesson.lessonVersionId,
      createdById: room.teacher.id,
    }
    const { id } = await makeAssignment(where, { archivedAt: new Date() })
    expect(await visit(room.students[0].id, id)).toBeNull()
    expect((await visit(room.teacher.id, id))?.enrolment.role).toBe("teacher")
    expect((await visit(room.assistant.id, id))?.enrolment.role).toBe("assistant")
  })
})

describe("home", () => {
  it("lists what the student's classes were given, with the place kept", async () => {
    const home = await loadHome(await viewerFor(room.students[1]), new Date())
    expect(home).toMatchObject({ classCount: 1, waitingFor: [] })
    expect(home.assignments).toHaveLength(1)
    expect(home.assignments[0]).toMatchObject({
      id: assignmentId,
      paragraphs: [2, 3, 2],
      place: { paragraph: 2, ordinal: 1, text: "An abstention does not place you in the middle." },
      sentencesRead: 3,
      resultsOut: true,
      started: true,
    })
  })

  it("shows nothing of a class that has not let the student in, but its name", async () => {
    const waiting = await makeUser()
    await enrol(room.class.id, waiting.id, "student", { state: "pending" })
    const home = await loadHome(await viewerFor(waiting), new Date())
    expect(home).toEqual({
      assignments: [],
      recalls: [],
      openedNames: [],
      waitingFor: ["Grade 10 B"],
      classCount: 0,
    })
  })

  it("is empty for who is in no class", async () => {
    const home = await loadHome(await viewerFor(await makeUser()), new Date())
    expect(home).toEqual({ assignments: [], recalls: [], openedNames: [], waitingFor: [], classCount: 0 })
  })
})

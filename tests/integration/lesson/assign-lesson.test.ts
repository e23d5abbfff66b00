import { beforeEach, describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import type { AssignLessonInput } from "@/lib/lesson/input"
import { USUAL_POLICY } from "@/lib/lesson/quiz-policy"
import { archiveAssignment } from "@/lib/lesson/server/archive-assignment"
import { archiveLesson } from "@/lib/lesson/server/archive-lesson"
import { assignLesson } from "@/lib/lesson/server/assign-lesson"
import { editAssignment } from "@/lib/lesson/server/edit-assignment"
import { extendStudent } from "@/lib/lesson/server/extend-student"
import { releaseResults } from "@/lib/lesson/server/release-results"
import { savePrompts } from "@/lib/lesson/server/save-prompts"
import { withdrawExtension } from "@/lib/lesson/server/withdraw-extension"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeClass, makeClassroom, makeViewer, viewerFor } from "@/tests/support/factories"
import { makeAssignment, makeItem, makeLesson } from "@/tests/support/factories-lesson"

useTestDatabase()

const now = new Date("2026-11-23T12:00:00Z")
const dates = { opensAt: "2026-11-23T14:00", dueAt: "2026-11-26T09:50", closesAt: "2026-11-27T09:50" }
const policy = { ...USUAL_POLICY, timeLimitMinutes: 30, releasePolicy: "by_teacher" as const }

let room: Awaited<ReturnType<typeof makeClassroom>>
let lesson: Awaited<ReturnType<typeof makeLesson>>
let teacher: Viewer

beforeEach(async () => {
  room = await makeClassroom()
  teacher = await viewerFor(room.teacher)
  lesson = await makeLesson(teacher.userId)
})

const input = (change: Partial<AssignLessonInput> = {}): AssignLessonInput => ({
  clientKey: newId(),
  lessonVersionId: lesson.lessonVersionId,
  classIds: [room.class.id],
  postNames: "pseudonyms",
  ...dates,
  ...policy,
  ...change,
})
const codeOf = (decision: { ok: boolean; refusal?: { kind: string; code: string } }) =>
  decision.refusal ? `${decision.refusal.kind} ${decision.refusal.code}` : "allowed"
const assignmentsMade = () =>
  database().assignment.count({ where: { lessonVersionId: lesson.lessonVersionId } })

describe("assigning a lesson", () => {
  it("gives it to several classes at once, in the school's zone, and seals it", async () => {
    const second = await makeClass(teacher.userId, { name: "11 A" })
    await makeItem(lesson, teacher.userId)
    const made = await assignLesson(teacher, input({ classIds: [room.class.id, second.id] }), now)
    expect(made.ok && made.value.assignments.map(({ classId }) => classId).sort()).toEqual(
      [room.class.id, second.id].sort(),
    )
    const stored = await database().assignment.findFirstOrThrow({ where: { classId: second.id } })
    expect(stored).toMatchObject({ dueAt: new Date("2026-11-26T04:50:00Z"), timeLimitMinutes: 30 })
    const version = await database().lessonVersion.findUniqueOrThrow({
      where: { id: lesson.lessonVersionId },
    })
    expect(version.sealedAt).toEqual(now)
    const events = await database().event.findMany({
      where: { kind: "assignment.created", actorId: teacher.userId },
    })
    expect(events).toHaveLength(2)
  })

  it("makes each assignment once, however often and at once it is asked for", async () => {
    const asked = input()
    const answers = await Promise.all([1, 2, 3].map(() => assignLesson(teacher, asked, now)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await assignmentsMade()).toBe(1)
    expect(
      await database().event.count({ where: { kind: "assignment.created", classId: room.class.id } }),
    ).toBe(1)
  })

  it("says which date stands wrong, and makes nothing", async () => {
    const wrong = await assignLesson(teacher, input({ closesAt: dates.opensAt }), now)
    expect(wrong).toMatchObject({ refusal: { code: "lesson.closeBeforeDue", field: "closesAt" } })
    expect(await assignmentsMade()).toBe(0)
  })

  it("refuses a lesson with an item that has no key, and one that was changed meanwhile", async () => {
    await makeItem(lesson, teacher.userId, { keyed: false })
    expect(codeOf(await assignLesson(teacher, input(), now))).toBe("invalid lesson.notReady")
    const { lessonVersionId } = lesson
    lesson = await makeLesson(teacher.userId)
    await assignLesson(teacher, input(), now)
    await savePrompts(teacher, {
      base: { lessonVersionId: lesson.lessonVersionId, editNumber: 0 },
      prompts: [],
    })
    expect(codeOf(await assignLesson(teacher, input(), now))).toBe("conflict lesson.changedMeanwhile")
    expect(lessonVersionId).not.toBe(lesson.lessonVersionId)
  })

  it("refuses a lesson that was put away, until it is brought back", async () => {
    const { lessonId } = lesson
    await archiveLesson(teacher, { lessonId, archived: true }, now)
    expect(codeOf(await assignLesson(teacher, input(), now))).toBe("conflict lesson.lessonArchived")
    expect(await assignmentsMade()).toBe(0)
    await archiveLesson(teacher, { lessonId, archived: false }, now)
    expect(codeOf(await assignLesson(teacher, input(), now))).toBe("allowed")
  })

  it("forbidden: to a class that is not one's own, all or none", async () => {
    const foreign = await makeClass((await makeViewer("teacher")).userId)
    const both = input({ classIds: [room.class.id, foreign.id] })
    expect(codeOf(await assignLesson(teacher, both, now))).toBe("missing lesson.noClass")
    expect(await assignmentsMade()).toBe(0)
  })

  it("forbidden: to a class one has left, that was put away, or that one only assists in", async () => {
    const left = await makeClass(teacher.userId)
    await database().enrolment.updateMany({ where: { classId: left.id }, data: { leftAt: now } })
    const away = await makeClass(teacher.userId, { archivedAt: now })
    const assisted = await makeClass((await makeViewer("teacher")).userId)
    await enrol(assisted.id, teacher.userId, "assistant")
    for (const { id } of [left, away, assisted])
      expect(codeOf(await assignLesson(teacher, input({ classIds: [id] }), now))).toBe(
        "missing lesson.noClass",
      )
  })

  it("forbidden: a lesson that is not shared, by another teacher, a student or an assistant", async () => {
    const other = await makeViewer("teacher")
    const own = await makeClass(other.userId)
    const classIds = [own.id]
    expect(codeOf(await assignLesson(other, input({ classIds }), now))).toBe("missing lesson.noLesson")
    await database().lesson.update({ where: { id: lesson.lessonId }, data: { shared: true } })
    for (const person of [room.students[0], room.assistant])
      expect(codeOf(await assignLesson(await viewerFor(person), input(), now))).toBe(
        "forbidden lesson.teachersOnly",
      )
    expect(codeOf(await assignLesson(other, input({ classIds }), now))).toBe("allowed")
  })
})

describe("a running assignment", () => {
  let assignmentId: string

  beforeEach(async () => {
    const where = {
      classId: room.class.id,
      lessonVersionId: lesson.lessonVersionId,
      createdById: teacher.userId,
    }
    assignmentId = (await makeAssignment(where, { timeLimitMinutes: 30 })).id
  })

  const openAttempt = (enrolmentId: string) =>
    database().attempt.create({
      data: { id: newId(), assignmentId, enrolmentId, number: 1, startedAt: now, deadlineAt: later(30) },
    })
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  const deadlines = async () =>
    (await database().attempt.findMany({ where: { assignmentId }, orderBy: { id: "asc" } })).map(
      ({ deadlineAt }) => deadlineAt,
    )
  const extension = (change = {}) => ({
    assignmentId,
    enrolmentId: room.enrolments[0].id,
    dueAt: null,
    closesAt: null,
    extraMinutes: 15,
    excused: false,
    reason: "Was ill",
    ...change,
  })

  it("moves the deadlines of open sittings with its dates and time limit", async () => {
    await openAttempt(room.enrolments[0].id)
    await database().accommodation.create({ data: { userId: room.students[1].id, timeMultiplier: 2 } })
    await openAttempt(room.enrolments[1].id)
    const edit = { assignmentId, ...dates, ...policy, timeLimitMinutes: 40 }
    expect(await editAssignment(teacher, edit, now)).toEqual({ ok: true, value: { movedDeadlines: 2 } })
    expect(await deadlines()).toEqual([later(40), later(80)])
    const closed = {
      ...edit,
      opensAt: "2026-11-20T10:00",
      dueAt: "2026-11-23T17:20",
      closesAt: "2026-11-23T17:20",
    }
    await editAssignment(teacher, closed, now)
    expect(await deadlines()).toEqual([later(20), later(20)])
  })

  it("extends one student, says so again, and takes it back", async () => {
    await openAttempt(room.enrolments[0].id)
    await extendStudent(teacher, extension({ dueAt: "2026-12-24T09:50" }))
    await extendStudent(teacher, extension({ extraMinutes: 10 }))
    const rows = await database().assignmentException.findMany({ where: { assignmentId } })
    expect(rows).toMatchObject([{ extraMinutes: 10, dueAt: null, reason: "Was ill" }])
    expect(await deadlines()).toEqual([later(40)])
    await withdrawExtension(teacher, { assignmentId, enrolmentId: room.enrolments[0].id })
    expect(await deadlines()).toEqual([later(30)])
    expect(await database().assignmentException.count({ where: { assignmentId } })).toBe(0)
    const events = await database().event.findMany({ where: { assignmentId } })
    expect(JSON.stringify(events.map(({ data }) => data))).not.toContain("ill")
  })

  it("refuses an extension with dates out of order, or for somebody who is no student of the class", async () => {
    const wrong = await extendStudent(teacher, extension({ closesAt: "2020-01-01T10:00" }))
    expect(codeOf(wrong)).toBe("invalid lesson.closeBeforeDue")
    const foreign = await enrol((await makeClass(teacher.userId)).id, (await makeViewer()).userId)
    expect(codeOf(await extendStudent(teacher, extension({ enrolmentId: foreign.id })))).toBe(
      "missing lesson.noStudent",
    )
  })

  it("releases results once, and keeps the time of it", async () => {
    const first = await releaseResults(teacher, { assignmentId }, now)
    const second = await releaseResults(teacher, { assignmentId }, later(5))
    expect(second).toEqual(first)
    expect(await database().event.count({ where: { assignmentId, kind: "assignment.released" } })).toBe(1)
  })

  it("is put away and brought back", async () => {
    await archiveAssignment(teacher, { assignmentId, archived: true }, now)
    expect(
      (await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } })).archivedAt,
    ).toEqual(now)
    await archiveAssignment(teacher, { assignmentId, archived: false }, now)
    expect(
      (await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } })).archivedAt,
    ).toBeNull()
  })

  it("forbidden: every change by student, assistant, another teacher, an administrator, and who has left", async () => {
    const changes = (viewer: Viewer) => [
      editAssignment(viewer, { assignmentId, ...dates, ...policy }, now),
      extendStudent(viewer, extension()),
      withdrawExtension(viewer, { assignmentId, enrolmentId: room.enrolments[0].id }),
      releaseResults(viewer, { assignmentId }, now),
      archiveAssignment(viewer, { assignmentId, archived: true }, now),
    ]
    const codes = async (viewer: Viewer) => (await Promise.all(changes(viewer))).map(codeOf)
    for (const person of [room.students[0], room.assistant])
      expect(await codes(await viewerFor(person))).toEqual(
        Array(5).fill("forbidden lesson.classTeachersOnly"),
      )
    for (const stranger of [await makeViewer("teacher"), await makeViewer("administrator")])
      expect(await codes(stranger)).toEqual(Array(5).fill("missing lesson.noAssignment"))
    await database().enrolment.updateMany({ where: { userId: teacher.userId }, data: { leftAt: now } })
    expect(await codes(teacher)).toEqual(Array(5).fill("missing lesson.noAssignment"))
    const stored = await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } })
    expect(stored).toMatchObject({ archivedAt: null, releasedAt: null })
  })
})

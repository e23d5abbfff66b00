import { beforeAll, describe, expect, it } from "vitest"
import type { Viewer } from "@/lib/access/viewer"
import { loadAssignableClasses } from "@/lib/lesson/server/load-assignable-classes"
import { loadAssignmentSettings } from "@/lib/lesson/server/load-assignment-settings"
import { loadLibrary } from "@/lib/lesson/server/load-library"
import { loadToday } from "@/lib/lesson/server/load-today"
import { takeFirstLesson } from "@/lib/lesson/server/take-first-lesson"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { useTestDatabase } from "@/tests/support/database"
import { makeClass, makeClassroom, makeViewer, viewerFor } from "@/tests/support/factories"
import { makeAssignment, makeItem, makeLesson } from "@/tests/support/factories-lesson"

useTestDatabase()

const now = new Date()
let room: Awaited<ReturnType<typeof makeClassroom>>
let lesson: Awaited<ReturnType<typeof makeLesson>>
let teacher: Viewer
let assignmentId: string

beforeAll(async () => {
  room = await makeClassroom()
  teacher = await viewerFor(room.teacher)
  lesson = await makeLesson(teacher.userId, { shared: true })
  await makeItem(lesson, teacher.userId)
  const where = {
    classId: room.class.id,
    lessonVersionId: lesson.lessonVersionId,
    createdById: teacher.userId,
  }
  assignmentId = (await makeAssignment(where)).id
  const enrolmentId = room.enrolments[0].id
  await database().attempt.create({
    data: { id: newId(), assignmentId, enrolmentId, number: 1, state: "submitted" },
  })
  await database().readingProgress.create({ data: { assignmentId, enrolmentId: room.enrolments[1].id } })
})

describe("what is running today", () => {
  it("counts the class's present students, who has begun and who has submitted", async () => {
    const [line, ...rest] = await loadToday(teacher, now)
    expect(rest).toEqual([])
    expect(line).toMatchObject({
      assignmentId,
      mayEdit: true,
      hasQuiz: true,
      students: 2,
      started: 2,
      submitted: 1,
    })
    expect(await loadToday(await viewerFor(room.assistant), now)).toMatchObject([{ mayEdit: false }])
  })

  it("forbidden: a student, another teacher and an administrator see nothing of the class", async () => {
    const strangers = [
      await viewerFor(room.students[0]),
      await makeViewer("teacher"),
      await makeViewer("administrator"),
    ]
    for (const viewer of strangers) expect(await loadToday(viewer, now)).toEqual([])
  })

  it("leaves out what was put away, and what closed more than two weeks ago", async () => {
    const later = new Date(now.getTime() + 30 * 86_400_000)
    expect(await loadToday(teacher, later)).toEqual([])
  })
})

describe("the library", () => {
  it("has one's own lessons and the shared ones, with what is in them", async () => {
    expect((await loadLibrary(teacher, now)).lessons).toMatchObject([
      { isOwn: true, itemCount: 1, promptCount: 1, running: 1 },
    ])
    const other = await makeViewer("teacher")
    await makeLesson(other.userId, { title: "Mine alone" })
    const { lessons: seen } = await loadLibrary(other, now)
    expect(seen.map(({ title, isOwn, running }) => [title, isOwn, running])).toEqual([
      ["Mine alone", true, 0],
      ["Fake neutrality?", false, 0],
    ])
    expect((await loadLibrary(teacher, now)).lessons).toHaveLength(1)
  })

  it("forbidden: students and assistants have none", async () => {
    for (const role of ["student", "assistant"] as const)
      expect((await loadLibrary(await makeViewer(role), now)).lessons).toEqual([])
  })

  it("offers the first lesson until one teacher has taken it, for all; pressed by two at once it comes once", async () => {
    expect((await loadLibrary(teacher, now)).hasFirstLesson).toBe(false)
    const other = await makeViewer("teacher")
    const taken = await Promise.all([takeFirstLesson(teacher, {}, now), takeFirstLesson(other, {}, now)])
    expect(taken.map((decision) => decision.ok && decision.value.isNew).sort()).toEqual([false, true])
    const { lessons, hasFirstLesson } = await loadLibrary(await makeViewer("teacher"), now)
    expect(hasFirstLesson).toBe(true)
    expect(lessons.filter(({ itemCount }) => itemCount >= 8)).toHaveLength(1)
  })

  it("forbidden: students and assistants take no lesson", async () => {
    for (const role of ["student", "assistant"] as const) {
      const decision = await takeFirstLesson(await makeViewer(role), {}, now)
      expect(decision.ok ? "taken" : decision.refusal.kind).toBe("forbidden")
    }
  })
})

it("offers only the classes one teaches, and says where the lesson runs already", async () => {
  const second = await makeClass(teacher.userId, { name: "11 A" })
  await makeClass(teacher.userId, { name: "Old", archivedAt: now })
  const offered = await loadAssignableClasses(teacher, { lessonId: lesson.lessonId, now })
  expect(offered).toEqual([
    { classId: second.id, name: "11 A", students: 0, hasIt: false, granted: [] },
    { classId: room.class.id, name: "Grade 10 B", students: 2, hasIt: true, granted: [] },
  ])
  const assistant = await viewerFor(room.assistant)
  expect(await loadAssignableClasses(assistant, { lessonId: lesson.lessonId, now })).toEqual([])
})

describe("an assignment's settings", () => {
  it("show its terms and who has others", async () => {
    const enrolmentId = room.enrolments[1].id
    await database().assignmentException.create({
      data: { assignmentId, enrolmentId, extraMinutes: 5, reason: "Ill" },
    })
    const found = await loadAssignmentSettings(teacher, assignmentId)
    expect(found).toMatchObject({
      ok: true,
      value: { title: "Fake neutrality?", lessonVersion: 1, submitted: 1 },
    })
    const students = found.ok ? found.value.students : []
    expect(students.map(({ exception }) => exception?.extraMinutes ?? null).sort()).toEqual([5, null])
  })

  it("forbidden: to assistant and student; missing to everybody else", async () => {
    const kind = async (viewer: Viewer, id = assignmentId) => {
      const found = await loadAssignmentSettings(viewer, id)
      return found.ok ? "allowed" : found.refusal.kind
    }
    expect(await kind(await viewerFor(room.assistant))).toBe("forbidden")
    expect(await kind(await viewerFor(room.students[0]))).toBe("forbidden")
    expect(await kind(await makeViewer("teacher"))).toBe("missing")
    expect(await kind(await makeViewer("administrator"))).toBe("missing")
    expect(await kind(teacher, newId())).toBe("missing")
    expect(await kind(teacher, "nonsense")).toBe("missing")
  })
})

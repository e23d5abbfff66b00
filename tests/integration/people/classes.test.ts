import { describe, expect, it } from "vitest"
import { addClassStaff } from "@/lib/classroom/server/add-class-staff"
import { decline, letIn, removeFromClass } from "@/lib/classroom/server/change-enrolment"
import { createClass } from "@/lib/classroom/server/create-class"
import {
  archiveClass,
  renameClass,
  restoreClass,
  rotateJoinCode,
  setJoinRules,
} from "@/lib/classroom/server/edit-class"
import { loadClass } from "@/lib/classroom/server/load-class"
import { loadClasses, loadMyClasses } from "@/lib/classroom/server/load-classes"
import { database } from "@/lib/platform/database"
import { allowed, expectRefusal } from "@/tests/integration/people/expect-refusal"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeClass, makeClassroom, makeUser, makeViewer, viewerFor } from "@/tests/support/factories"

useTestDatabase()

const now = new Date()

describe("making a class", () => {
  it("makes its maker its teacher, with a code of its own", async () => {
    const viewer = await makeViewer("teacher")
    const { classId } = allowed(await createClass(viewer, { className: "Grade 10 B" }))
    const room = await database().class.findUniqueOrThrow({
      where: { id: classId },
      include: { enrolments: true },
    })
    expect(room).toMatchObject({ name: "Grade 10 B", joinNeedsApproval: true, joinLocked: false })
    expect(room.joinCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    expect(room.publicId).not.toBe(room.joinCode.toLowerCase())
    expect(room.enrolments).toMatchObject([{ userId: viewer.userId, role: "teacher", state: "active" }])
  })

  it.each(["student", "assistant"] as const)("is forbidden to a %s", async (role) => {
    expectRefusal(
      await createClass(await makeViewer(role), { className: "Mine" }),
      "forbidden",
      "people.notAllowed",
    )
  })

  it("asks for a name", async () => {
    expectRefusal(
      await createClass(await makeViewer("teacher"), { className: "" }),
      "invalid",
      "people.classNameMissing",
    )
  })
})

describe("editing a class", () => {
  const edits = {
    renameClass: (viewer: Parameters<typeof renameClass>[0], classId: string) =>
      renameClass(viewer, { classId, className: "Other" }),
    setJoinRules: (viewer: Parameters<typeof renameClass>[0], classId: string) =>
      setJoinRules(viewer, { classId, locked: true, needsApproval: false }),
    rotateJoinCode: (viewer: Parameters<typeof renameClass>[0], classId: string) =>
      rotateJoinCode(viewer, { classId }),
    archiveClass: (viewer: Parameters<typeof renameClass>[0], classId: string) =>
      archiveClass(viewer, { classId }, now),
    restoreClass: (viewer: Parameters<typeof renameClass>[0], classId: string) =>
      restoreClass(viewer, { classId }),
  }

  it.each(Object.entries(edits))("%s: its maker and administrators may, others not", async (_, edit) => {
    const room = await makeClassroom()
    const { id } = room.class
    const before = await database().class.findUniqueOrThrow({ where: { id } })
    expectRefusal(await edit(await viewerFor(room.assistant), id), "forbidden", "people.notAllowed")
    expectRefusal(await edit(await viewerFor(room.students[0]), id), "forbidden", "people.notAllowed")
    expectRefusal(await edit(await makeViewer("teacher"), id), "missing", "people.classMissing")
    expect(await database().class.findUniqueOrThrow({ where: { id } })).toEqual(before)
    allowed(await edit(await viewerFor(room.teacher), id))
    allowed(await edit(await makeViewer("administrator"), id))
  })

  it("a co-teacher edits, and does not put the class away", async () => {
    const room = await makeClassroom()
    const colleague = await makeUser("teacher")
    await enrol(room.class.id, colleague.id, "teacher")
    const viewer = await viewerFor(colleague)
    allowed(await renameClass(viewer, { classId: room.class.id, className: "Ours" }))
    expectRefusal(
      await archiveClass(viewer, { classId: room.class.id }, now),
      "forbidden",
      "people.notAllowed",
    )
  })
})

describe("looking at classes", () => {
  it("shows a class to its staff and administrators only, by either of its ids", async () => {
    const room = await makeClassroom()
    const { id, publicId } = room.class
    for (const reference of [id, publicId, publicId.toUpperCase()])
      expect(await loadClass(await viewerFor(room.teacher), reference)).toMatchObject({ classId: id })
    expect(await loadClass(await makeViewer("administrator"), id)).toMatchObject({ classId: id })
    expect(await loadClass(await viewerFor(room.students[0]), id)).toBeNull()
    expect(await loadClass(await makeViewer("teacher"), id)).toBeNull()
    expect(await loadClass(await viewerFor(room.teacher), "no-such-class")).toBeNull()
  })

  it("shows the code to who may hand it out", async () => {
    const room = await makeClassroom()
    expect((await loadClass(await viewerFor(room.teacher), room.class.id))?.joinCode).toMatch(/^\w{4}-\w{4}$/)
    const forAssistant = await loadClass(await viewerFor(room.assistant), room.class.id)
    expect(forAssistant?.joinCode).toBeNull()
    expect(JSON.stringify(forAssistant)).not.toContain(room.class.joinCode)
    expect(forAssistant?.may).toEqual({
      edit: false,
      editGroups: false,
      archive: false,
      removeStaff: false,
      resetPasswords: false,
      seeAccommodations: true,
      setAccommodations: false,
      seeResults: true,
      export: false,
    })
  })

  it("lists to each their own, with who waits", async () => {
    const room = await makeClassroom()
    const waiting = await makeUser("student")
    await enrol(room.class.id, waiting.id, "student", { state: "pending" })
    const own = (await loadClasses(await viewerFor(room.teacher))).find(
      ({ classId }) => classId === room.class.id,
    )
    expect(own).toMatchObject({
      role: "teacher",
      students: 2,
      waiting: 1,
      teachers: [room.teacher.displayName],
    })
    expect(await loadClasses(await viewerFor(room.students[0]))).toEqual([])
    expect((await loadClasses(await makeViewer("administrator"))).map(({ classId }) => classId)).toContain(
      room.class.id,
    )
    expect(await loadMyClasses(await viewerFor(waiting))).toMatchObject([{ state: "pending" }])
  })
})

describe("letting in, declining, removing, letting back in", () => {
  it("changes access at once and keeps the row", async () => {
    const room = await makeClassroom()
    const teacher = await viewerFor(room.teacher)
    const waiting = await enrol(room.class.id, (await makeUser("student")).id, "student", {
      state: "pending",
    })
    const input = { enrolmentId: waiting.id }
    const row = () => database().enrolment.findUniqueOrThrow({ where: { id: waiting.id } })
    allowed(await letIn(teacher, input))
    expect(await row()).toMatchObject({ state: "active", leftAt: null })
    allowed(await removeFromClass(teacher, input, now))
    expect(await row()).toMatchObject({ state: "active", leftAt: now })
    allowed(await removeFromClass(teacher, input, new Date(now.getTime() + 1000)))
    expect(await row()).toMatchObject({ leftAt: now })
    allowed(await letIn(teacher, input))
    expect(await row()).toMatchObject({ state: "active", leftAt: null })
    expectRefusal(await decline(teacher, input, now), "conflict", "people.notWaiting")
  })

  it("declines who waits, and lets them in later all the same", async () => {
    const room = await makeClassroom()
    const teacher = await viewerFor(room.teacher)
    const waiting = await enrol(room.class.id, (await makeUser("student")).id, "student", {
      state: "pending",
    })
    allowed(await decline(teacher, { enrolmentId: waiting.id }, now))
    expect((await loadClass(teacher, room.class.id))?.roster.left).toHaveLength(1)
    allowed(await letIn(teacher, { enrolmentId: waiting.id }))
  })

  it.each([
    ["letIn", letIn],
    ["decline", decline],
    ["removeFromClass", removeFromClass],
  ] as const)("%s is forbidden to assistants and students, and unknown to strangers", async (_, act) => {
    const room = await makeClassroom()
    const waiting = await enrol(room.class.id, (await makeUser("student")).id, "student", {
      state: "pending",
    })
    const input = { enrolmentId: waiting.id }
    expectRefusal(await act(await viewerFor(room.assistant), input, now), "forbidden", "people.notAllowed")
    expectRefusal(await act(await viewerFor(room.students[0]), input, now), "forbidden", "people.notAllowed")
    expectRefusal(await act(await makeViewer("teacher"), input, now), "missing", "people.enrolmentMissing")
    expect(await database().enrolment.findUniqueOrThrow({ where: { id: waiting.id } })).toEqual(waiting)
  })

  it("keeps teachers from taking each other out, and always one in the class", async () => {
    const room = await makeClassroom()
    const colleague = await makeUser("teacher")
    const theirs = await enrol(room.class.id, colleague.id, "teacher")
    const makers = await database().enrolment.findFirstOrThrow({
      where: { classId: room.class.id, userId: room.teacher.id },
    })
    const [maker, other] = [await viewerFor(room.teacher), await viewerFor(colleague)]
    expectRefusal(
      await removeFromClass(other, { enrolmentId: makers.id }, now),
      "forbidden",
      "people.notAllowed",
    )
    const both = await Promise.all([
      removeFromClass(maker, { enrolmentId: theirs.id }, now),
      removeFromClass(maker, { enrolmentId: makers.id }, now),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const left = await database().enrolment.count({
      where: { classId: room.class.id, role: "teacher", leftAt: null },
    })
    expect(left).toBe(1)
  })
})

describe("adding a co-teacher or assistant", () => {
  it("adds whom the school has, by user name or address", async () => {
    const room = await makeClassroom()
    const teacher = await viewerFor(room.teacher)
    const colleague = await makeUser("teacher", { email: "roy@x.example" })
    const input = { classId: room.class.id, name: " ROY@x.example", role: "teacher" as const }
    expect(allowed(await addClassStaff(teacher, input))).toEqual({ displayName: colleague.displayName })
    expectRefusal(
      await addClassStaff(teacher, { ...input, role: "assistant" }),
      "conflict",
      "people.alreadyInClass",
    )
    expectRefusal(
      await addClassStaff(teacher, { ...input, name: "nobody" }),
      "missing",
      "people.personUnknown",
    )
  })

  it("raises nobody: a student stays one, an assistant of the school teaches no class", async () => {
    const room = await makeClassroom()
    const teacher = await viewerFor(room.teacher)
    const add = (name: string, role: "assistant" | "teacher") =>
      addClassStaff(teacher, { classId: room.class.id, name, role })
    const student = await makeUser("student")
    const assistant = await makeUser("assistant")
    expectRefusal(await add(student.userName, "assistant"), "conflict", "people.roleMismatch")
    expectRefusal(await add(assistant.userName, "teacher"), "conflict", "people.roleMismatch")
    allowed(await add(assistant.userName, "assistant"))
  })

  it("is forbidden to assistants and students, and unknown to strangers", async () => {
    const room = await makeClassroom()
    const other = await makeUser("assistant")
    const input = { classId: room.class.id, name: other.userName, role: "assistant" as const }
    expectRefusal(
      await addClassStaff(await viewerFor(room.assistant), input),
      "forbidden",
      "people.notAllowed",
    )
    expectRefusal(
      await addClassStaff(await viewerFor(room.students[0]), input),
      "forbidden",
      "people.notAllowed",
    )
    const stranger = await makeUser("teacher")
    await makeClass(stranger.id)
    expectRefusal(await addClassStaff(await viewerFor(stranger), input), "missing", "people.classMissing")
  })
})

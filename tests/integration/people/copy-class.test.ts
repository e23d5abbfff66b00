import { describe, expect, it } from "vitest"
import { copyClass } from "@/lib/classroom/server/copy-class"
import { database } from "@/lib/platform/database"
import { allowed, expectRefusal } from "@/tests/integration/people/expect-refusal"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeClass, makeClassroom, makeUser, makeViewer, viewerFor } from "@/tests/support/factories"

useTestDatabase()

const now = new Date()

describe("copying a class", () => {
  it("takes its staff along, and no student, no work, no code", async () => {
    const room = await makeClassroom()
    await database().class.update({ where: { id: room.class.id }, data: { joinNeedsApproval: false } })
    const gone = await makeUser("teacher")
    await enrol(room.class.id, gone.id, "teacher", { leftAt: now })
    const closed = await makeUser("assistant", { disabledAt: now })
    await enrol(room.class.id, closed.id, "assistant")
    const demoted = await makeUser("assistant")
    await enrol(room.class.id, demoted.id, "teacher")
    const input = { classId: room.class.id, className: "Grade 11 B" }
    const { classId } = allowed(await copyClass(await viewerFor(room.teacher), input))
    const copy = await database().class.findUniqueOrThrow({
      where: { id: classId },
      include: { enrolments: true, assignments: true },
    })
    expect(copy).toMatchObject({
      name: "Grade 11 B",
      createdById: room.teacher.id,
      archivedAt: null,
      joinNeedsApproval: false,
      assignments: [],
    })
    expect(copy.joinCode).not.toBe(room.class.joinCode)
    expect(copy.publicId).not.toBe(room.class.publicId)
    expect(copy.enrolments.map(({ userId, role }) => [userId, role]).sort()).toEqual(
      [
        [room.teacher.id, "teacher"],
        [room.assistant.id, "assistant"],
      ].sort(),
    )
    expect(await database().event.count({ where: { classId, kind: "class.copied" } })).toBe(1)
  })

  it("may be done by an administrator, who does not become its teacher", async () => {
    const room = await makeClassroom()
    const administrator = await makeViewer("administrator")
    const input = { classId: room.class.id, className: "Copy" }
    const { classId } = allowed(await copyClass(administrator, input))
    expect(await database().enrolment.count({ where: { classId, userId: administrator.userId } })).toBe(0)
  })

  it("is forbidden to assistants and students, and the class unknown to strangers", async () => {
    const room = await makeClassroom()
    const input = { classId: room.class.id, className: "Forbidden copy" }
    // Who may make classes of their own, and assists in this one.
    const helper = await makeUser("teacher")
    await enrol(room.class.id, helper.id, "assistant")
    for (const person of [room.assistant, room.students[0], helper])
      expectRefusal(await copyClass(await viewerFor(person), input), "forbidden", "people.notAllowed")
    const stranger = await makeUser("teacher")
    await makeClass(stranger.id)
    expectRefusal(await copyClass(await viewerFor(stranger), input), "missing", "people.classMissing")
    expectRefusal(
      await copyClass(await viewerFor(room.teacher), { ...input, className: "" }),
      "invalid",
      "people.classNameMissing",
    )
    expect(await database().class.count({ where: { name: "Forbidden copy" } })).toBe(0)
  })
})

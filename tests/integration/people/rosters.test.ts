import { describe, expect, it } from "vitest"
import { addPastedRoster } from "@/lib/classroom/server/add-roster"
import { planPastedRoster } from "@/lib/classroom/server/plan-roster"
import { signIn } from "@/lib/classroom/server/sign-in"
import { database } from "@/lib/platform/database"
import { allowed, expectRefusal } from "@/tests/integration/people/expect-refusal"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeClassroom, makeUser, makeViewer, viewerFor } from "@/tests/support/factories"

useTestDatabase()

const now = new Date()

describe("a pasted list", () => {
  it("is looked at without changing anything", async () => {
    const room = await makeClassroom()
    const gone = await makeUser("student", { displayName: "Gone Girl" })
    await enrol(room.class.id, gone.id, "student", { leftAt: now })
    const before = await database().user.count()
    const pasted = `Name\n${room.students[0].displayName}\nGone Girl\nKhan, Amina\n123`
    const plan = allowed(
      await planPastedRoster(await viewerFor(room.teacher), { classId: room.class.id, pasted }),
    )
    expect(plan.heading).toBe("Name")
    expect(plan.lines.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, "already"],
      [3, "left"],
      [4, "new"],
      [5, "refused"],
    ])
    expect(await database().user.count()).toBe(before)
  })

  it("makes accounts that sign in with what the slip says and then ask for a password of their own", async () => {
    const room = await makeClassroom()
    const viewer = await viewerFor(room.teacher)
    const input = {
      classId: room.class.id,
      pasted: "Bibi, Rabia\nOmar Farooq, omar.f\n李明, li.ming@x.example",
    }
    const { seal } = allowed(await planPastedRoster(viewer, input))
    const { slips } = allowed(await addPastedRoster(viewer, { ...input, seal }))
    expect(slips.map(({ displayName, userName }) => [displayName, userName])).toEqual([
      ["Rabia Bibi", "rabia.bibi"],
      ["Omar Farooq", "omar.f"],
      ["李明", "student"],
    ])
    const caller = { userAgent: null, deviceMarks: undefined }
    for (const { userName, password } of slips) {
      const { person } = allowed(await signIn(caller, { name: userName, password, stay: false }, now))
      expect(person).toMatchObject({ role: "student", mustChangePassword: true })
    }
    const students = await database().enrolment.findMany({
      where: { classId: room.class.id, role: "student" },
    })
    expect(students).toHaveLength(5)
    expect(students.every(({ state, leftAt }) => state === "active" && leftAt === null)).toBe(true)
    // Once more changes nothing.
    expectRefusal(await addPastedRoster(viewer, { ...input, seal }), "invalid", "people.rosterNobodyNew")
  })

  it("pasted twice at once adds everybody once", async () => {
    const room = await makeClassroom()
    const viewer = await viewerFor(room.teacher)
    const list = { classId: room.class.id, pasted: "Sana Mir\nSaad Rafiq" }
    const { seal } = allowed(await planPastedRoster(viewer, list))
    const input = { ...list, seal }
    const answers = await Promise.all([addPastedRoster(viewer, input), addPastedRoster(viewer, input)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await database().enrolment.count({ where: { classId: room.class.id, role: "student" } })).toBe(4)
  })

  it("of nothing, or of too much, is refused in a sentence", async () => {
    const room = await makeClassroom()
    const viewer = await viewerFor(room.teacher)
    const plan = (pasted: string) => planPastedRoster(viewer, { classId: room.class.id, pasted })
    expectRefusal(await plan(" \n\n"), "invalid", "people.rosterEmpty")
    const many = Array.from({ length: 201 }, (_, index) => `Person Nr${index}`).join("\n")
    expectRefusal(await plan(many), "too-large", "people.rosterLong")
  })

  it("is forbidden to assistants and students, and the class unknown to strangers", async () => {
    const room = await makeClassroom()
    const input = { classId: room.class.id, pasted: "Forbidden Fruit", seal: "any" }
    for (const act of [planPastedRoster, addPastedRoster]) {
      expectRefusal(await act(await viewerFor(room.assistant), input), "forbidden", "people.notAllowed")
      expectRefusal(await act(await viewerFor(room.students[0]), input), "forbidden", "people.notAllowed")
      expectRefusal(await act(await makeViewer("teacher"), input), "missing", "people.classMissing")
    }
    expect(await database().user.count({ where: { displayName: "Forbidden Fruit" } })).toBe(0)
  })
})

import { describe, expect, it } from "vitest"
import { createUser, resetPassword } from "@/lib/classroom/server/commands"
import { createPerson } from "@/lib/classroom/server/create-person"
import { editSchool } from "@/lib/classroom/server/edit-school"
import { loadPeople } from "@/lib/classroom/server/load-people"
import {
  clearSecondFactor,
  disablePerson,
  enablePerson,
  resetPersonPassword,
} from "@/lib/classroom/server/manage-person"
import { signIn } from "@/lib/classroom/server/sign-in"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { allowed, expectRefusal } from "@/tests/integration/people/expect-refusal"
import { useTestDatabase } from "@/tests/support/database"
import { makeClassroom, makeSession, makeUser, makeViewer } from "@/tests/support/factories"
import { failBeforeCommit } from "@/tests/support/failing-statement"

useTestDatabase()

const now = new Date()
const others = ["student", "assistant", "teacher"] as const
const signInWith = (name: string, password: string) =>
  signIn({ userAgent: null, deviceMarks: undefined }, { name, password, stay: false }, now)

describe("making people", () => {
  it.each(["student", "assistant", "teacher", "administrator"] as const)(
    "an administrator makes a %s",
    async (role) => {
      const viewer = await makeViewer("administrator")
      const slip = allowed(
        await createPerson(viewer, { displayName: `New ${role}`, role, email: `${role}@x.example` }),
      )
      expect(slip.userName).toBe(`new.${role}`)
      expect(allowed(await signInWith(slip.userName, slip.password)).person).toMatchObject({
        role,
        mustChangePassword: true,
      })
    },
  )

  it.each(others)("a %s makes nobody", async (role) => {
    const before = await database().user.count()
    const viewer = await makeViewer(role)
    expectRefusal(
      await createPerson(viewer, { displayName: "Raised", role: "administrator" }),
      "forbidden",
      "people.notAllowed",
    )
    expect(await database().user.count()).toBe(before + 1)
  })

  it("refuses a user name or address that is taken, at its field", async () => {
    const viewer = await makeViewer("administrator")
    const taken = await makeUser("teacher", { email: "taken@x.example" })
    const person = { displayName: "Second", role: "teacher" as const }
    expect(await createPerson(viewer, { ...person, userName: taken.userName })).toMatchObject({
      refusal: { kind: "conflict", code: "people.userNameTaken", field: "userName" },
    })
    expect(await createPerson(viewer, { ...person, email: "taken@x.example" })).toMatchObject({
      refusal: { kind: "conflict", code: "people.emailTaken", field: "email" },
    })
  })
})

describe("looking after people", () => {
  it("resets a teacher's password and signs them out", async () => {
    const viewer = await makeViewer("administrator")
    const teacher = await makeUser("teacher")
    await makeSession(teacher.id)
    const slip = allowed(await resetPersonPassword(viewer, { userId: teacher.id }))
    expect(await database().session.count({ where: { userId: teacher.id } })).toBe(0)
    allowed(await signInWith(teacher.userName, slip.password))
  })

  it("closes an account at once, and opens it again with everything in it", async () => {
    const room = await makeClassroom()
    const viewer = await makeViewer("administrator")
    const [student] = room.students
    await makeSession(student.id)
    allowed(await disablePerson(viewer, { userId: student.id }, now))
    expect(await database().session.count({ where: { userId: student.id } })).toBe(0)
    expectRefusal(
      await resetPersonPassword(viewer, { userId: student.id }),
      "conflict",
      "people.accountClosed",
    )
    allowed(await enablePerson(viewer, { userId: student.id }))
    expect(await database().enrolment.count({ where: { userId: student.id, leftAt: null } })).toBe(1)
  })

  it("opens no account where that could not be written down", async () => {
    const viewer = await makeViewer("administrator")
    const closed = { disabledAt: now }
    const [other, kept] = [await makeUser("student", closed), await makeUser("student", closed)]
    await failBeforeCommit({
      rehearse: () => enablePerson(viewer, { userId: other.id }),
      act: () => enablePerson(viewer, { userId: kept.id }),
    })
    const closedAt = async ({ id }: { id: string }) =>
      (await database().user.findUniqueOrThrow({ where: { id } })).disabledAt
    expect([await closedAt(other), await closedAt(kept)]).toEqual([null, now])
  })

  it("knows nobody of an id that is nobody's", async () => {
    const viewer = await makeViewer("administrator")
    for (const act of [resetPersonPassword, disablePerson, enablePerson, clearSecondFactor])
      expectRefusal(await act(viewer, { userId: newId() }, now), "missing", "people.personUnknown")
  })

  it("is not for one's own account, so that the last administrator never goes", async () => {
    const viewer = await makeViewer("administrator")
    for (const act of [resetPersonPassword, disablePerson, enablePerson])
      expectRefusal(await act(viewer, { userId: viewer.userId }, now), "conflict", "people.notYourself")
  })

  it.each(others)("is forbidden to a %s", async (role) => {
    const viewer = await makeViewer(role)
    const other = await makeUser("student")
    for (const act of [resetPersonPassword, disablePerson, enablePerson])
      expectRefusal(await act(viewer, { userId: other.id }, now), "forbidden", "people.notAllowed")
    expectRefusal(await loadPeople(viewer, { search: "", role: null }), "forbidden", "people.notAllowed")
    expect(await database().user.findUniqueOrThrow({ where: { id: other.id } })).toEqual(other)
  })

  it("finds people by part of a name, whatever is typed", async () => {
    const viewer = await makeViewer("administrator")
    await makeUser("teacher", { displayName: "Fatima 100% Jinnah", userName: "fatima_j" })
    const found = async (search: string) =>
      allowed(await loadPeople(viewer, { search, role: null })).people.map(({ userName }) => userName)
    expect(await found("JINNAH")).toEqual(["fatima_j"])
    expect(await found("0% j")).toEqual(["fatima_j"])
    expect(await found("a_j")).toEqual(["fatima_j"])
    expect(await found('\'; DROP TABLE "User"; --')).toEqual([])
    const teachers = allowed(await loadPeople(viewer, { search: "", role: "teacher" }))
    expect(new Set(teachers.people.map(({ role }) => role))).toEqual(new Set(["teacher"]))
    expect(JSON.stringify(teachers)).not.toContain("passwordHash")
  })
})

describe("the school", () => {
  it("is renamed and moved by an administrator only", async () => {
    const input = { schoolName: "City School", timeZone: "Europe/Berlin" }
    for (const role of others)
      expectRefusal(await editSchool(await makeViewer(role), input), "forbidden", "people.notAllowed")
    const viewer = await makeViewer("administrator")
    expectRefusal(
      await editSchool(viewer, { ...input, timeZone: "Mars" }),
      "invalid",
      "people.timeZoneUnknown",
    )
    allowed(await editSchool(viewer, input))
    expect(await database().school.findFirst()).toMatchObject({
      name: "City School",
      timeZone: "Europe/Berlin",
    })
  })
})

describe("the operator's commands", () => {
  it("make a person and bring one back in", async () => {
    const made = allowed(await createUser({ displayName: "Op Made", role: "teacher", userName: "OP.Made" }))
    expect(made.userName).toBe("op.made")
    await database().user.update({ where: { userName: "op.made" }, data: { disabledAt: now } })
    const again = allowed(await resetPassword("op.made"))
    allowed(await signInWith("op.made", again.password))
  })

  it("refuse with reasons", async () => {
    expectRefusal(await createUser({ displayName: "X Y", role: "emperor" }), "invalid", "common.shape")
    expectRefusal(
      await createUser({ displayName: "", role: "teacher" }),
      "invalid",
      "people.displayNameMissing",
    )
    expectRefusal(await resetPassword("nobody.here"), "missing", "people.personUnknown")
  })
})

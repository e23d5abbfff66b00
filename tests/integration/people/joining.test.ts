import { describe, expect, it } from "vitest"
import type { RegisterInput } from "@/lib/classroom/input"
import { formatJoinCode } from "@/lib/classroom/join-code"
import { joinClass } from "@/lib/classroom/server/join-class"
import { registerWithCode } from "@/lib/classroom/server/register-with-code"
import { database } from "@/lib/platform/database"
import { allowed, expectRefusal } from "@/tests/integration/people/expect-refusal"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeClass, makeUser, makeViewer } from "@/tests/support/factories"

useTestDatabase()

const now = new Date()
const caller = { userAgent: null, deviceMarks: undefined }

async function openClass(options: Parameters<typeof makeClass>[1] = {}) {
  const teacher = await makeUser("teacher")
  return makeClass(teacher.id, options)
}

const enrolmentOf = (classId: string, userId: string) =>
  database().enrolment.findUnique({ where: { classId_userId: { classId, userId } } })

describe("joining with the account one has", () => {
  it("waits for approval, or not, as the class says", async () => {
    const [careful, open] = [await openClass(), await openClass({ joinNeedsApproval: false })]
    const viewer = await makeViewer("student")
    expect(allowed(await joinClass(viewer, { code: careful.joinCode })).state).toBe("pending")
    const typed = ` ${formatJoinCode(open.joinCode).toLowerCase()}`
    expect(allowed(await joinClass(viewer, { code: typed })).state).toBe("active")
  })

  it("twice, at once or later, is once", async () => {
    const room = await openClass()
    const viewer = await makeViewer("student")
    const answers = await Promise.all([1, 2, 3].map(() => joinClass(viewer, { code: room.joinCode })))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await database().enrolment.count({ where: { userId: viewer.userId } })).toBe(1)
    await database().enrolment.updateMany({ where: { userId: viewer.userId }, data: { state: "active" } })
    expect(allowed(await joinClass(viewer, { code: room.joinCode })).state).toBe("active")
  })

  it("after a removal waits for the teacher even where nobody else does", async () => {
    const room = await openClass({ joinNeedsApproval: false })
    const viewer = await makeViewer("student")
    const removed = await enrol(room.id, viewer.userId, "student", { leftAt: now })
    expect(allowed(await joinClass(viewer, { code: room.joinCode })).state).toBe("pending")
    expect(await enrolmentOf(room.id, viewer.userId)).toMatchObject({ id: removed.id, leftAt: null })
  })

  it.each(["teacher", "assistant", "administrator"] as const)("is not for a %s", async (role) => {
    const room = await openClass()
    expectRefusal(
      await joinClass(await makeViewer(role), { code: room.joinCode }),
      "forbidden",
      "people.joinStudentsOnly",
    )
  })

  it("says clearly what is wrong with a code", async () => {
    const viewer = await makeViewer("student")
    expectRefusal(await joinClass(viewer, { code: "ZZZZ-ZZZZ" }), "missing", "people.codeUnknown")
    expectRefusal(await joinClass(viewer, { code: "hello" }), "invalid", "people.codeForm")
    const locked = await openClass({ joinLocked: true })
    expectRefusal(await joinClass(viewer, { code: locked.joinCode }), "conflict", "people.codeLocked")
    const away = await openClass({ archivedAt: now })
    expectRefusal(await joinClass(viewer, { code: away.joinCode }), "missing", "people.codeUnknown")
  })

  it("stops guessing after ten codes, a right one included", async () => {
    const viewer = await makeViewer("student")
    const room = await openClass()
    for (let tries = 0; tries < 10; tries++) await joinClass(viewer, { code: `ZZZZ-ZZZ${tries}` })
    expectRefusal(await joinClass(viewer, { code: room.joinCode }), "limited", "people.tooManyTries")
    expect(await enrolmentOf(room.id, viewer.userId)).toBeNull()
  })
})

describe("making an account with a code", () => {
  let made = 0
  const input = (code: string): RegisterInput => {
    made += 1
    return {
      code,
      displayName: "Amina Khan",
      userName: `new.amina${made}`,
      password: "quiet kestrel on a wire",
    }
  }

  it("makes a student, in the class and signed in", async () => {
    const room = await openClass()
    const { person, session } = allowed(await registerWithCode(caller, input(room.joinCode), now))
    const user = await database().user.findUniqueOrThrow({ where: { id: person.userId } })
    expect(user).toMatchObject({
      role: "student",
      displayName: "Amina Khan",
      email: null,
      mustChangePassword: false,
    })
    expect(await enrolmentOf(room.id, user.id)).toMatchObject({ state: "pending", role: "student" })
    expect(session.token.length).toBeGreaterThan(30)
    expect(await database().session.count({ where: { userId: user.id } })).toBe(1)
  })

  it("is refused with the field at fault, and makes nothing", async () => {
    const room = await openClass()
    const before = await database().user.count()
    const good = input(room.joinCode)
    const cases = [
      [{ ...good, displayName: "" }, "people.displayNameMissing"],
      [{ ...good, userName: "a b" }, "people.userNameForm"],
      [{ ...good, password: "short" }, "people.passwordTooShort"],
      [{ ...good, password: good.userName }, "people.passwordEasy"],
      [{ ...good, code: "ZZZZ-ZZZZ" }, "people.codeUnknown"],
      [{ ...good, code: "no such" }, "people.codeForm"],
    ] as const
    for (const [bad, code] of cases)
      expect(await registerWithCode(caller, bad, now)).toMatchObject({ ok: false, refusal: { code } })
    expect(await database().user.count()).toBe(before)
  })

  it("gives a user name to one of two who want it at once", async () => {
    const room = await openClass()
    const same = input(room.joinCode)
    const answers = await Promise.all([
      registerWithCode(caller, same, now),
      registerWithCode(caller, same, now),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const refused = answers.find(({ ok }) => !ok)
    expect(refused).toMatchObject({
      refusal: { kind: "conflict", code: "people.userNameTaken", field: "userName" },
    })
  })
})

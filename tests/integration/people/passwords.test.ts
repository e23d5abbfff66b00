import { beforeAll, describe, expect, it } from "vitest"
import { changePassword } from "@/lib/classroom/server/change-password"
import { hashPassword, verifyPassword } from "@/lib/classroom/server/hash-password"
import { resetManyPasswords, resetStudentPassword } from "@/lib/classroom/server/reset-student-password"
import { signIn } from "@/lib/classroom/server/sign-in"
import { signOutEverywhere } from "@/lib/classroom/server/sign-out-everywhere"
import { database } from "@/lib/platform/database"
import { allowed, expectRefusal } from "@/tests/integration/people/expect-refusal"
import { useTestDatabase } from "@/tests/support/database"
import {
  enrol,
  makeClass,
  makeClassroom,
  makeSession,
  makeUser,
  makeViewer,
  viewerFor,
} from "@/tests/support/factories"
import { failBeforeCommit } from "@/tests/support/failing-statement"

useTestDatabase()

const old = "quiet kestrel on a wire"
const fresh = "loud plover by the sea"
const now = new Date()
const caller = { userAgent: null, deviceMarks: undefined }
let passwordHash = ""
beforeAll(async () => {
  passwordHash = await hashPassword(old)
})

const sessionsOf = (userId: string) => database().session.count({ where: { userId } })

describe("changing one's own password", () => {
  it("ends every session and begins a new one", async () => {
    const viewer = await makeViewer("student", { passwordHash })
    await makeSession(viewer.userId)
    allowed(await changePassword(viewer, { current: old, password: fresh }, now))
    expect(await sessionsOf(viewer.userId)).toBe(1)
    expect(await database().session.count({ where: { id: viewer.sessionId } })).toBe(0)
    expectRefusal(
      await signIn(caller, { name: viewer.userName, password: old, stay: false }, now),
      "unauthenticated",
      "people.signInWrong",
    )
    allowed(await signIn(caller, { name: viewer.userName, password: fresh, stay: false }, now))
  })

  it.each([
    ["wrong", fresh, "people.passwordWrong"],
    [old, "short", "people.passwordTooShort"],
    [old, "password123", "people.passwordEasy"],
    [old, old, "people.passwordSame"],
  ])("with %j to %j is refused as %s and changes nothing", async (current, password, code) => {
    const viewer = await makeViewer("student", { passwordHash })
    expectRefusal(await changePassword(viewer, { current, password }, now), "invalid", code)
    expect(await sessionsOf(viewer.userId)).toBe(1)
    const user = await database().user.findUniqueOrThrow({ where: { id: viewer.userId } })
    expect(user.passwordHash).toBe(passwordHash)
  })

  it("limits guesses at the present password", async () => {
    const viewer = await makeViewer("student", { passwordHash })
    for (let tries = 0; tries < 10; tries++)
      await changePassword(viewer, { current: "wrong", password: fresh }, now)
    expectRefusal(
      await changePassword(viewer, { current: old, password: fresh }, now),
      "limited",
      "people.tooManyTries",
    )
  })

  it("does not ask for a password that was handed out, but for another than that", async () => {
    const viewer = await makeViewer("student", { passwordHash, mustChangePassword: true })
    expectRefusal(
      await changePassword(viewer, { current: "", password: old }, now),
      "invalid",
      "people.passwordSame",
    )
    allowed(await changePassword(viewer, { current: "", password: fresh }, now))
    const user = await database().user.findUniqueOrThrow({ where: { id: viewer.userId } })
    expect(user.mustChangePassword).toBe(false)
  })

  it("signs out nowhere where that could not be written down", async () => {
    const [other, viewer] = [await makeViewer("teacher"), await makeViewer("teacher")]
    await failBeforeCommit({
      rehearse: () => signOutEverywhere(other),
      act: () => signOutEverywhere(viewer),
    })
    expect([await sessionsOf(other.userId), await sessionsOf(viewer.userId)]).toEqual([0, 1])
  })

  it("signs out everywhere in one act", async () => {
    const viewer = await makeViewer("teacher")
    await makeSession(viewer.userId)
    expect(allowed(await signOutEverywhere(viewer))).toEqual({ devices: 2 })
    expect(await sessionsOf(viewer.userId)).toBe(0)
  })
})

describe("a teacher resets a student's password", () => {
  it("hands out one that works once more, and signs the student out", async () => {
    const room = await makeClassroom()
    const [student] = room.students
    await makeSession(student.id)
    for (let tries = 0; tries < 10; tries++)
      await signIn(caller, { name: student.userName, password: "wrong", stay: false }, now)
    const slip = allowed(
      await resetStudentPassword(await viewerFor(room.teacher), { enrolmentId: room.enrolments[0].id }),
    )
    expect(slip).toMatchObject({ displayName: student.displayName, userName: student.userName })
    expect(await sessionsOf(student.id)).toBe(0)
    // The reset also lifts the limit that the student has run into.
    const signedIn = allowed(
      await signIn(caller, { name: student.userName, password: slip.password, stay: false }, now),
    )
    expect(signedIn.person.mustChangePassword).toBe(true)
    const event = await database().event.findFirst({
      where: { kind: "people.passwordReset", subjectId: student.id },
    })
    expect(event).toMatchObject({ actorId: room.teacher.id, classId: room.class.id })
    expect(JSON.stringify(event?.data)).not.toContain(slip.password)
    const stored = await database().user.findUniqueOrThrow({ where: { id: student.id } })
    expect(await verifyPassword(stored.passwordHash, slip.password)).toBe(true)
  })

  it("is forbidden to the assistant, to students, and unknown to teachers of other classes", async () => {
    const room = await makeClassroom()
    const input = { enrolmentId: room.enrolments[0].id }
    const before = await database().user.findUniqueOrThrow({ where: { id: room.students[0].id } })
    expectRefusal(
      await resetStudentPassword(await viewerFor(room.assistant), input),
      "forbidden",
      "people.notAllowed",
    )
    expectRefusal(
      await resetStudentPassword(await viewerFor(room.students[1]), input),
      "forbidden",
      "people.notAllowed",
    )
    const stranger = await makeViewer("teacher")
    expectRefusal(await resetStudentPassword(stranger, input), "missing", "people.enrolmentMissing")
    const outsider = await makeViewer("student")
    expectRefusal(await resetStudentPassword(outsider, input), "missing", "people.enrolmentMissing")
    expect(await database().user.findUniqueOrThrow({ where: { id: room.students[0].id } })).toEqual(before)
  })

  it("is never done to staff of the class, nor to who waits or has left", async () => {
    const room = await makeClassroom()
    const teacher = await viewerFor(room.teacher)
    const colleague = await makeUser("teacher")
    const waiting = await makeUser("student")
    const gone = await makeUser("student")
    const rows = [
      await enrol(room.class.id, colleague.id, "teacher"),
      await enrol(room.class.id, waiting.id, "student", { state: "pending" }),
      await enrol(room.class.id, gone.id, "student", { leftAt: now }),
      // A row that says "student" makes no student of a teacher.
      await enrol(room.class.id, (await makeUser("teacher")).id, "student"),
    ]
    for (const { id } of rows)
      expectRefusal(
        await resetStudentPassword(teacher, { enrolmentId: id }),
        "forbidden",
        "people.notAllowed",
      )
  })

  it("is not done from a roster to staff by an administrator either, nor to who is not in the class", async () => {
    const room = await makeClassroom()
    const administrator = await makeViewer("administrator")
    const colleague = await enrol(room.class.id, (await makeUser("teacher")).id, "teacher")
    const gone = await enrol(room.class.id, (await makeUser("student")).id, "student", { leftAt: now })
    expectRefusal(
      await resetStudentPassword(administrator, { enrolmentId: colleague.id }),
      "forbidden",
      "people.resetStudentsOnly",
    )
    expectRefusal(
      await resetStudentPassword(administrator, { enrolmentId: gone.id }),
      "conflict",
      "people.notInClass",
    )
    allowed(await resetStudentPassword(administrator, { enrolmentId: room.enrolments[0].id }))
  })

  it("hands out none for an account that was closed", async () => {
    const room = await makeClassroom()
    const [student] = room.students
    await database().user.update({ where: { id: student.id }, data: { disabledAt: now } })
    const before = await database().user.findUniqueOrThrow({ where: { id: student.id } })
    const input = { enrolmentId: room.enrolments[0].id }
    expectRefusal(
      await resetStudentPassword(await viewerFor(room.teacher), input),
      "conflict",
      "people.accountClosed",
    )
    expect(await database().user.findUniqueOrThrow({ where: { id: student.id } })).toEqual(before)
  })

  it("ends with the teacher's own part in the class", async () => {
    const room = await makeClassroom()
    await database().enrolment.updateMany({
      where: { classId: room.class.id, userId: room.teacher.id },
      data: { leftAt: now },
    })
    const former = await viewerFor(room.teacher)
    expectRefusal(
      await resetStudentPassword(former, { enrolmentId: room.enrolments[0].id }),
      "missing",
      "people.enrolmentMissing",
    )
  })
})

describe("printing slips again", () => {
  it("makes passwords for the chosen students of that class and for nobody else", async () => {
    const room = await makeClassroom()
    const other = await makeClassroom()
    const teacher = await viewerFor(room.teacher)
    const staff = await database().enrolment.findFirstOrThrow({
      where: { classId: room.class.id, role: "assistant" },
    })
    const enrolmentIds = [room.enrolments[1].id, room.enrolments[0].id, other.enrolments[0].id, staff.id]
    const { slips } = allowed(await resetManyPasswords(teacher, { classId: room.class.id, enrolmentIds }))
    expect(slips.map(({ userName }) => userName).sort()).toEqual(
      room.students.map(({ userName }) => userName).sort(),
    )
    const untouched = await database().user.findUniqueOrThrow({ where: { id: other.students[0].id } })
    expect(untouched.passwordHash).toBeNull()
  })

  it("is forbidden to the assistant and unknown to other teachers", async () => {
    const room = await makeClassroom()
    const input = { classId: room.class.id, enrolmentIds: [room.enrolments[0].id] }
    expectRefusal(
      await resetManyPasswords(await viewerFor(room.assistant), input),
      "forbidden",
      "people.notAllowed",
    )
    const stranger = await makeUser("teacher")
    await makeClass(stranger.id)
    expectRefusal(
      await resetManyPasswords(await viewerFor(stranger), input),
      "missing",
      "people.classMissing",
    )
  })
})

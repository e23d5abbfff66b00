import { describe, expect, it } from "vitest"
import { hashPassword } from "@/lib/classroom/server/hash-password"
import { clearSecondFactor } from "@/lib/classroom/server/manage-person"
import { beginSecondFactor, confirmSecondFactor, endSecondFactor } from "@/lib/classroom/server/second-factor"
import { signIn } from "@/lib/classroom/server/sign-in"
import { signInPeople } from "@/lib/classroom/server/sign-in-people"
import { database } from "@/lib/platform/database"
import { allowed, expectRefusal } from "@/tests/integration/people/expect-refusal"
import { appCode } from "@/tests/support/authenticator"
import { useTestDatabase } from "@/tests/support/database"
import { makeSession, makeUser, makeViewer, viewerFor } from "@/tests/support/factories"
import { failBeforeCommit } from "@/tests/support/failing-statement"

useTestDatabase()

const password = "quiet kestrel on a wire"
const caller = { userAgent: null, deviceMarks: undefined }
const start = Date.parse("2026-03-02T08:00:00Z")
/** So many steps of 30 seconds after the first. */
const later = (steps: number) => new Date(start + steps * 30_000)

async function makeTeacher() {
  const user = await makeUser("teacher", { passwordHash: await hashPassword(password) })
  return { user, viewer: await viewerFor(user) }
}

/** A teacher whose second step is on since `later(0)`. */
async function makeGuarded() {
  const { user, viewer } = await makeTeacher()
  const { secret } = allowed(await beginSecondFactor(viewer, { current: password }, later(0)))
  const code = appCode(secret, later(0))
  const { recoveryCodes } = allowed(await confirmSecondFactor(viewer, { code }, later(0)))
  const attempt = (typed: string | undefined, now: Date, tried = password) =>
    signIn(caller, { name: user.userName, password: tried, code: typed, stay: false }, now)
  return { user, viewer, secret, recoveryCodes, attempt }
}

describe("switching a second step on", () => {
  it("takes the password, then a code that proves the app has the secret", async () => {
    const { user, viewer } = await makeTeacher()
    const other = await makeSession(user.id)
    expectRefusal(
      await beginSecondFactor(viewer, { current: "wrong" }, later(0)),
      "invalid",
      "people.passwordWrong",
    )
    const made = allowed(await beginSecondFactor(viewer, { current: password }, later(0)))
    expect(made.qrCode).toMatch(/^<svg /)
    // Not in force yet.
    allowed(await signIn(caller, { name: user.userName, password, stay: false }, later(0)))
    expectRefusal(
      await confirmSecondFactor(viewer, { code: "000000" }, later(0)),
      "invalid",
      "people.secondStepWrong",
    )
    const code = appCode(made.secret, later(0))
    const { recoveryCodes } = allowed(await confirmSecondFactor(viewer, { code }, later(0)))
    expect(new Set(recoveryCodes).size).toBe(10)
    const sessions = await database().session.findMany({ where: { userId: user.id } })
    expect(sessions.map(({ id }) => id)).toEqual([viewer.sessionId])
    expect(sessions.map(({ id }) => id)).not.toContain(other.sessionId)
    expectRefusal(
      await beginSecondFactor(viewer, { current: password }, later(0)),
      "conflict",
      "people.secondStepOn",
    )
    // Whether the code was right is not said any more: that would be one more place to guess at it.
    for (const again of [code, "000000"])
      expectRefusal(
        await confirmSecondFactor(viewer, { code: again }, later(0)),
        "conflict",
        "people.secondStepOn",
      )
  })

  // Threat: bulk breach. What is in the database opens nothing without the key beside it.
  it("keeps neither the secret nor a recovery code in the clear", async () => {
    const { user, secret, recoveryCodes } = await makeGuarded()
    const row = await database().secondFactor.findUniqueOrThrow({ where: { userId: user.id } })
    const codes = await database().recoveryCode.findMany({ where: { userId: user.id } })
    const events = await database().event.findMany({ where: { subjectId: user.id } })
    const stored = Buffer.concat([row.secret, ...codes.map(({ codeHash }) => codeHash)]).toString("latin1")
    const told = JSON.stringify(events.map(({ data }) => data))
    for (const shown of [
      secret,
      ...recoveryCodes,
      ...recoveryCodes.map((code) => code.replaceAll("-", "")),
    ]) {
      expect(stored).not.toContain(shown)
      expect(told).not.toContain(shown)
    }
    expect(events.map(({ kind }) => kind)).toContain("people.secondFactorOn")
  })

  it("pressed twice at once hands out one set of recovery codes", async () => {
    const { user, viewer } = await makeTeacher()
    const { secret } = allowed(await beginSecondFactor(viewer, { current: password }, later(0)))
    const input = { code: appCode(secret, later(0)) }
    const answers = await Promise.all([
      confirmSecondFactor(viewer, input, later(0)),
      confirmSecondFactor(viewer, input, later(0)),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await database().recoveryCode.count({ where: { userId: user.id } })).toBe(10)
  })

  it("is done whole or not at all", async () => {
    const [other, own] = [await makeTeacher(), await makeTeacher()]
    const begun = async ({ user, viewer }: typeof own) => {
      await makeSession(user.id)
      const { secret } = allowed(await beginSecondFactor(viewer, { current: password }, later(0)))
      return () => confirmSecondFactor(viewer, { code: appCode(secret, later(0)) }, later(0))
    }
    await failBeforeCommit({ rehearse: await begun(other), act: await begun(own) })
    const standing = async ({ user: { id: userId } }: typeof own) => [
      (await database().secondFactor.findUniqueOrThrow({ where: { userId } })).confirmedAt,
      await database().recoveryCode.count({ where: { userId } }),
      await database().session.count({ where: { userId } }),
    ]
    expect([await standing(other), await standing(own)]).toEqual([
      [later(0), 10, 1],
      [null, 0, 2],
    ])
  })

  it("is forbidden to students, and nobody confirms what was not begun", async () => {
    const student = await makeViewer("student")
    expectRefusal(
      await beginSecondFactor(student, { current: "x" }, later(0)),
      "forbidden",
      "people.secondStepStaffOnly",
    )
    const { viewer } = await makeTeacher()
    expectRefusal(
      await confirmSecondFactor(viewer, { code: "123456" }, later(0)),
      "conflict",
      "people.secondStepNotBegun",
    )
    expectRefusal(
      await endSecondFactor(viewer, { current: password, code: "123456" }, later(0)),
      "conflict",
      "people.secondStepOff",
    )
  })
})

describe("signing in with a second step", () => {
  it("asks for the code once the password was right, and never says whether it is on before", async () => {
    const { secret, attempt } = await makeGuarded()
    expectRefusal(await attempt(undefined, later(1), "wrong"), "unauthenticated", "people.signInWrong")
    expectRefusal(
      await attempt(appCode(secret, later(1)), later(1), "wrong"),
      "unauthenticated",
      "people.signInWrong",
    )
    expectRefusal(await attempt(undefined, later(1)), "unauthenticated", "people.secondStepNeeded")
    expectRefusal(await attempt("123", later(1)), "unauthenticated", "people.secondStepWrong")
    allowed(await attempt(appCode(secret, later(1)), later(1)))
  })

  it("refuses a code that was used, also when it comes twice at once", async () => {
    const { secret, attempt } = await makeGuarded()
    // The code that switched it on.
    expectRefusal(
      await attempt(appCode(secret, later(0)), later(0)),
      "unauthenticated",
      "people.secondStepWrong",
    )
    const code = appCode(secret, later(2))
    const answers = await Promise.all([attempt(code, later(2)), attempt(code, later(2))])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expectRefusal(await attempt(code, later(2)), "unauthenticated", "people.secondStepWrong")
  })

  it("takes each recovery code once", async () => {
    const { user, recoveryCodes, attempt } = await makeGuarded()
    const [first = "", second = ""] = recoveryCodes
    const answers = await Promise.all([attempt(first, later(1)), attempt(first.toLowerCase(), later(1))])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expectRefusal(await attempt(first, later(1)), "unauthenticated", "people.secondStepWrong")
    allowed(await attempt(second, later(1)))
    expect(await database().recoveryCode.count({ where: { userId: user.id, usedAt: null } })).toBe(8)
    // Nobody else's code.
    const other = await makeGuarded()
    expectRefusal(
      await other.attempt(recoveryCodes[2], later(1)),
      "unauthenticated",
      "people.secondStepWrong",
    )
  })

  // Threat: lockout miscount, guessing. By account: a guesser's device does not matter.
  it("stops after five wrong codes, however many come at once, and the right one waits too", async () => {
    const { secret, attempt } = await makeGuarded()
    const answers = await Promise.all(Array.from({ length: 8 }, () => attempt("000000", later(1))))
    const looked = answers.filter((answer) => !answer.ok && answer.refusal.code === "people.secondStepWrong")
    expect(looked).toHaveLength(5)
    expectRefusal(await attempt(appCode(secret, later(1)), later(1)), "limited", "people.tooManyTries")
  })

  it("is asked for at next-auth's own door too", async () => {
    const { user, secret } = await makeGuarded()
    const given = { name: user.userName, password }
    await expect(signInPeople.verify(given)).rejects.toThrow("people.secondStepNeeded")
    await expect(signInPeople.verify({ ...given, code: "000000" })).rejects.toThrow("people.secondStepWrong")
    expect(await signInPeople.verify({ ...given, code: appCode(secret, new Date()) })).toEqual({
      id: user.id,
    })
  })

  it("opens nobody's account with another person's secret put into the row", async () => {
    const [one, other] = [await makeGuarded(), await makeGuarded()]
    const { secret } = await database().secondFactor.findUniqueOrThrow({ where: { userId: other.user.id } })
    await database().secondFactor.update({ where: { userId: one.user.id }, data: { secret } })
    await expect(one.attempt(appCode(other.secret, later(1)), later(1))).rejects.toThrow()
  })
})

describe("switching a second step off", () => {
  it("takes password and code", async () => {
    const { user, viewer, secret, attempt } = await makeGuarded()
    const code = appCode(secret, later(1))
    expectRefusal(
      await endSecondFactor(viewer, { current: "wrong", code }, later(1)),
      "invalid",
      "people.passwordWrong",
    )
    expectRefusal(
      await endSecondFactor(viewer, { current: password, code: "000000" }, later(1)),
      "unauthenticated",
      "people.secondStepWrong",
    )
    allowed(await endSecondFactor(viewer, { current: password, code }, later(1)))
    allowed(await attempt(undefined, later(1)))
    expect(await database().recoveryCode.count({ where: { userId: user.id } })).toBe(0)
  })

  it("is done whole or not at all, by oneself and by an administrator", async () => {
    const administrator = await makeViewer("administrator")
    const [other, kept] = [await makeGuarded(), await makeGuarded()]
    await failBeforeCommit({
      rehearse: () => clearSecondFactor(administrator, { userId: other.user.id }),
      act: () => clearSecondFactor(administrator, { userId: kept.user.id }),
    })
    const [third, own] = [await makeGuarded(), await makeGuarded()]
    const end = ({ viewer, secret }: typeof own) =>
      endSecondFactor(viewer, { current: password, code: appCode(secret, later(1)) }, later(1))
    await failBeforeCommit({ rehearse: () => end(third), act: () => end(own) })
    const left = async ({ user: { id: userId } }: typeof own) => [
      await database().secondFactor.count({ where: { userId } }),
      await database().recoveryCode.count({ where: { userId } }),
    ]
    expect(await Promise.all([other, third, kept, own].map(left))).toEqual([
      [0, 0],
      [0, 0],
      [1, 10],
      [1, 10],
    ])
  })

  it("is done by an administrator for somebody else, who is signed out, and it is recorded", async () => {
    const { user, attempt } = await makeGuarded()
    const administrator = await makeViewer("administrator")
    allowed(await clearSecondFactor(administrator, { userId: user.id }))
    expect(await database().session.count({ where: { userId: user.id } })).toBe(0)
    expect(
      await database().event.count({
        where: { kind: "people.secondFactorCleared", actorId: administrator.userId, subjectId: user.id },
      }),
    ).toBe(1)
    allowed(await attempt(undefined, later(1)))
  })

  it("is forbidden to everybody else, and to administrators for themselves", async () => {
    const { user } = await makeGuarded()
    for (const role of ["student", "assistant", "teacher"] as const)
      expectRefusal(
        await clearSecondFactor(await makeViewer(role), { userId: user.id }),
        "forbidden",
        "people.notAllowed",
      )
    const administrator = await makeViewer("administrator")
    expectRefusal(
      await clearSecondFactor(administrator, { userId: administrator.userId }),
      "conflict",
      "people.notYourself",
    )
    expect(await database().secondFactor.count({ where: { userId: user.id } })).toBe(1)
  })
})

import * as argon2 from "@node-rs/argon2"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { addDeviceMark } from "@/lib/classroom/device-marks"
import { hashPassword } from "@/lib/classroom/server/hash-password"
import { endSession, findSessionPerson } from "@/lib/classroom/server/sessions"
import { signIn } from "@/lib/classroom/server/sign-in"
import { database } from "@/lib/platform/database"
import { settings } from "@/lib/platform/environment"
import { loadViewerByToken } from "@/lib/platform/load-viewer-by-token"
import { hashToken } from "@/lib/platform/session-cookie"
import { allowed, expectRefusal } from "@/tests/integration/people/expect-refusal"
import { useTestDatabase } from "@/tests/support/database"
import { makeUser } from "@/tests/support/factories"

vi.mock("@node-rs/argon2", { spy: true })

useTestDatabase()

const password = "quiet kestrel on a wire"
const caller = { userAgent: null, deviceMarks: undefined }
const attempt = (name: string, tried = password, stay = false) =>
  signIn(caller, { name, password: tried, stay }, new Date())

let passwordHash = ""
let count = 0
async function person(options: Parameters<typeof makeUser>[1] = {}) {
  passwordHash ||= await hashPassword(password)
  count += 1
  return makeUser("student", {
    userName: `amina${count}`,
    email: `amina${count}@x.example`,
    passwordHash,
    ...options,
  })
}

describe("signing in", () => {
  beforeEach(() => {
    vi.mocked(argon2.verify).mockClear()
  })

  it("takes the user name or the address, whatever the case and the width of its letters", async () => {
    const amina = await person()
    for (const typed of [
      amina.userName,
      ` ${amina.userName.toUpperCase()} `,
      `ａｍｉｎａ${count}`,
      amina.email ?? "",
    ])
      expect(allowed(await attempt(typed)).person).toMatchObject({
        userId: amina.id,
        mustChangePassword: false,
      })
  })

  it("stores only the hash of the token, and tells devices apart", async () => {
    const amina = await person()
    const { session } = allowed(
      await signIn(
        { userAgent: "Mozilla/5.0 (X11; CrOS x86_64) Chrome/130.0", deviceMarks: undefined },
        { name: amina.userName, password, stay: false },
        new Date(),
      ),
    )
    const rows = await database().session.findMany({ where: { userId: amina.id } })
    expect(rows).toMatchObject([{ device: "Chrome on ChromeOS" }])
    expect(Buffer.from(rows[0]?.tokenHash ?? []).equals(hashToken(session.token))).toBe(true)
    expect(JSON.stringify(rows)).not.toContain(session.token)
  })

  it("lasts a school day, or a month on one's own device, and clears rows that ran out", async () => {
    const amina = await person()
    const now = new Date("2026-03-02T08:00:00Z")
    const input = { name: amina.userName, password }
    const short = allowed(await signIn(caller, { ...input, stay: false }, now)).session
    expect(short.expiresAt).toEqual(new Date("2026-03-02T20:00:00Z"))
    const later = new Date("2026-03-03T08:00:00Z")
    const long = allowed(await signIn(caller, { ...input, stay: true }, later)).session
    expect(long.expiresAt).toEqual(new Date("2026-04-02T08:00:00Z"))
    expect(await database().session.count({ where: { userId: amina.id } })).toBe(1)
  })

  it("answers an unknown name and a wrong password alike, and works as hard on both", async () => {
    const amina = await person()
    await attempt("nobody at all") // makes the stand-in hash
    vi.mocked(argon2.verify).mockClear()
    const wrong = await attempt(amina.userName, "not the password")
    const unknown = await attempt("nobody.of.this.name", "not the password")
    expect(wrong).toEqual(unknown)
    expectRefusal(unknown, "unauthenticated", "people.signInWrong")
    const hashes = vi
      .mocked(argon2.verify)
      .mock.calls.map(([stored]) => String(stored).split("$").slice(0, 4))
    expect(hashes).toHaveLength(2)
    expect(hashes[0]).toEqual(hashes[1])
    expect(hashes[0]).toEqual(["", "argon2id", "v=19", "m=19456,t=2,p=1"])
  })

  it("refuses somebody without a password, and says of a closed account so only to who knows its password", async () => {
    const none = await person({ passwordHash: null })
    expectRefusal(await attempt(none.userName, ""), "unauthenticated", "people.signInWrong")
    const closed = await person({ disabledAt: new Date() })
    expectRefusal(await attempt(closed.userName), "forbidden", "people.accountClosed")
    expectRefusal(await attempt(closed.userName, "wrong"), "unauthenticated", "people.signInWrong")
  })
})

describe("guessing", () => {
  it("stops after ten tries for one account, and says when to come back", async () => {
    const amina = await person()
    for (let tries = 0; tries < 10; tries++) await attempt(amina.userName, "wrong")
    const eleventh = await attempt(amina.userName)
    expectRefusal(eleventh, "limited", "people.tooManyTries")
    expect(eleventh).toMatchObject({ refusal: { params: { minutes: 10 } } })
    // By address too, and nobody else is kept out.
    expectRefusal(await attempt(amina.email ?? ""), "limited", "people.tooManyTries")
    allowed(await attempt((await person()).userName))
  })

  it("counts a hundred at once as a hundred", async () => {
    const amina = await person()
    vi.mocked(argon2.verify).mockClear()
    const answers = await Promise.all(Array.from({ length: 100 }, () => attempt(amina.userName, "wrong")))
    const looked = answers.filter((answer) => !answer.ok && answer.refusal.code === "people.signInWrong")
    expect(looked).toHaveLength(10)
    expect(vi.mocked(argon2.verify).mock.calls).toHaveLength(10)
  })

  it("limits names that do not exist in the same way", async () => {
    for (let tries = 0; tries < 10; tries++) await attempt("ghost.of.nobody", "wrong")
    expectRefusal(await attempt("ghost.of.nobody", "wrong"), "limited", "people.tooManyTries")
  })

  it("cannot keep the owner out of a device they have signed in on before", async () => {
    const amina = await person()
    for (let tries = 0; tries < 12; tries++) await attempt(amina.userName, "wrong")
    const deviceMarks = addDeviceMark(undefined, amina.id, "nonce", settings().NEXTAUTH_SECRET)
    allowed(
      await signIn(
        { userAgent: null, deviceMarks },
        { name: amina.userName, password, stay: false },
        new Date(),
      ),
    )
    const forged = addDeviceMark(
      undefined,
      amina.id,
      "nonce",
      "some other secret of the guesser's own making",
    )
    const stranger = { userAgent: null, deviceMarks: forged }
    expectRefusal(
      await signIn(stranger, { name: amina.userName, password, stay: false }, new Date()),
      "limited",
      "people.tooManyTries",
    )
  })

  it("forgets the tries once the right password came", async () => {
    const amina = await person()
    for (let tries = 0; tries < 9; tries++) await attempt(amina.userName, "wrong")
    allowed(await attempt(amina.userName))
    for (let tries = 0; tries < 9; tries++) await attempt(amina.userName, "wrong")
    allowed(await attempt(amina.userName))
  })

  it("fails closed: where the count cannot be kept, nobody gets in", async () => {
    const amina = await person()
    await database().$executeRaw`ALTER TABLE "RateLimit" RENAME TO "RateLimitAway"`
    try {
      await expect(attempt(amina.userName)).rejects.toThrow()
    } finally {
      await database().$executeRaw`ALTER TABLE "RateLimitAway" RENAME TO "RateLimit"`
    }
  })
})

describe("a session", () => {
  it("ends at once when its row goes, when it runs out, and when the account is closed", async () => {
    const amina = await person()
    const begin = async () => hashToken(allowed(await attempt(amina.userName)).session.token)
    const first = await begin()
    expect(await loadViewerByToken(first)).toMatchObject({ userId: amina.id, role: "student" })
    await endSession(first)
    expect(await loadViewerByToken(first)).toBeNull()
    expect(await findSessionPerson(first, new Date())).toBeNull()
    const second = await begin()
    await database().session.updateMany({ where: { userId: amina.id }, data: { expiresAt: new Date(0) } })
    expect(await loadViewerByToken(second)).toBeNull()
    const third = await begin()
    await database().user.update({ where: { id: amina.id }, data: { disabledAt: new Date() } })
    expect(await loadViewerByToken(third)).toBeNull()
  })
})

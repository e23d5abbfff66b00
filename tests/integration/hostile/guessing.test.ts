import { randomBytes, randomUUID } from "node:crypto"
import * as argon2 from "@node-rs/argon2"
import { describe, expect, it, vi } from "vitest"
import { formatJoinCode, JOIN_CODE_BYTES, makeJoinCode } from "@/lib/classroom/join-code"
import { hashPassword } from "@/lib/classroom/server/hash-password"
import { joinClass } from "@/lib/classroom/server/join-class"
import { registerWithCode } from "@/lib/classroom/server/register-with-code"
import { signIn } from "@/lib/classroom/server/sign-in"
import { recordTried, tries } from "@/tests/assurance/record"
import { useTestDatabase } from "@/tests/support/database"
import { makeClass, makeUser, makeViewer } from "@/tests/support/factories"

vi.mock("@node-rs/argon2", { spy: true })

useTestDatabase()

const promise = "guessing-gets-nobody-in"
const password = "quiet kestrel on a wire"
const now = new Date()

/** As many at once as a small server has connections for. */
async function inBatches<T>(count: number, go: (at: number) => Promise<T>): Promise<T[]> {
  const all: T[] = []
  for (let at = 0; at < count; at += 8)
    all.push(
      ...(await Promise.all(Array.from({ length: Math.min(8, count - at) }, (_, each) => go(at + each)))),
    )
  return all
}

/** From another device each time, as somebody who guesses would claim to be. */
const guess = (name: string, tried: string) =>
  signIn(
    { userAgent: `Mozilla/5.0 (${randomUUID()})`, deviceMarks: randomUUID() },
    { name, password: tried, stay: false },
    now,
  )

describe("passwords", () => {
  it("a name that is here and one that is not get the same words and the same work", async () => {
    const count = tries(12, 1_000)
    const passwordHash = await hashPassword(password)
    await guess("somebody.unknown", "makes the stand-in")
    vi.mocked(argon2.verify).mockClear()
    const known = await inBatches(count, async () =>
      guess((await makeUser("student", { passwordHash })).userName, "wrong"),
    )
    const work = vi.mocked(argon2.verify).mock.calls.length
    const unknown = await inBatches(count, (at) => guess(`unknown.${at}`, "wrong"))
    const differing = known.filter((answer, at) => JSON.stringify(answer) !== JSON.stringify(unknown[at]))
    expect([work, vi.mocked(argon2.verify).mock.calls.length]).toEqual([count, 2 * count])
    recordTried({
      promise,
      tried: 2 * count,
      of: "names asked for, half of them unknown",
      lost: differing.length,
    })
    expect(differing).toEqual([])
  }, 600_000)

  it("nobody is let in by trying, not even when the right one comes up", async () => {
    const [people, each] = [tries(4, 20), tries(60, 1_000)]
    const passwordHash = await hashPassword(password)
    const users = await Promise.all(
      Array.from({ length: people }, () => makeUser("student", { passwordHash })),
    )
    // The right password stands among the guesses, after more tries than are let through.
    const answers = await inBatches(people * each, async (at) =>
      guess(users[at % people]?.userName ?? "", Math.floor(at / people) > 30 ? password : `guess ${at}`),
    )
    const letIn = answers.filter(({ ok }) => ok).length
    const limited = answers.filter((one) => !one.ok && one.refusal.kind === "limited").length
    recordTried({ promise, tried: answers.length, of: "passwords guessed", lost: letIn })
    expect(letIn).toBe(0)
    expect(limited).toBe(answers.length - people * 10)
  }, 600_000)
})

describe("join codes", () => {
  const codeAt = () => formatJoinCode(makeJoinCode(randomBytes(JOIN_CODE_BYTES)))

  it("nobody without an account finds a class by trying, and few guesses are looked up at all", async () => {
    const teacher = await makeUser("teacher")
    for (let at = 0; at < 20; at++) await makeClass(teacher.id, { name: `Class ${at}` })
    const count = tries(700, 10_000)
    const answers = await inBatches(count, (at) =>
      registerWithCode(
        { userAgent: null, deviceMarks: undefined },
        { code: codeAt(), displayName: "A Bot", userName: `bot.${at}`, password },
        now,
      ),
    )
    const lookedUp = answers.filter((one) => one.ok || one.refusal.kind !== "limited").length
    recordTried({
      promise,
      tried: count,
      of: "join codes guessed",
      lost: answers.filter(({ ok }) => ok).length,
    })
    expect(answers.filter(({ ok }) => ok)).toEqual([])
    expect(lookedUp).toBeLessThanOrEqual(620)
  }, 600_000)

  it("somebody signed in has ten tries", async () => {
    const viewer = await makeViewer("student")
    const answers = await inBatches(40, () => joinClass(viewer, { code: codeAt() }))
    expect(answers.filter((one) => !one.ok && one.refusal.kind === "limited")).toHaveLength(30)
  })

  it("a million guesses would find one of fifty classes once in twenty thousand times", () => {
    expect((1_000_000 * 50) / 2 ** (8 * JOIN_CODE_BYTES)).toBeLessThan(1 / 20_000)
  })
})

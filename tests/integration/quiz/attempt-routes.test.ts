import fc from "fast-check"
import { beforeAll, describe, expect, it } from "vitest"
import { saveResponsesRoute, startAttemptRoute, submitAttemptRoute } from "@/app/api/attempts/attempt-routes"
import { database } from "@/lib/platform/database"
import { newId, newRandomId } from "@/lib/platform/ids"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeSession, makeUser } from "@/tests/support/factories"
import { cookieOf, makeQuiz, optionIds, type Quiz, startQuiz } from "@/tests/support/factories-quiz"

useTestDatabase()

let quiz: Quiz
beforeAll(async () => {
  quiz = await makeQuiz({ attemptsAllowed: 1_000 })
})

type Asked = { cookie?: string; body?: unknown; headers?: Record<string, string> }

function request(method: string, { cookie = "", body, headers = {} }: Asked): Request {
  const site = { host: "school.test", origin: "http://school.test", cookie, ...headers }
  const text = typeof body === "string" ? body : JSON.stringify(body)
  return new Request("http://school.test/api/attempts", { method, headers: site, body: text })
}

const save = (attemptId: string, asked: Asked) => saveResponsesRoute(request("PUT", asked), { attemptId })
const submit = (attemptId: string, asked: Asked) =>
  submitAttemptRoute(request("POST", { headers: { "idempotency-key": newRandomId() }, ...asked }), {
    attemptId,
  })

/** A student of the class of their own, so that attempts of other tests are not in the way. */
async function freshStudent() {
  const user = await makeUser("student")
  await enrol(quiz.class.id, user.id)
  return user
}

async function begin() {
  const user = await freshStudent()
  const { attemptId, token, tokenHash } = await startQuiz(quiz, user.id)
  return { user, attemptId, tokenHash, cookie: await cookieOf(token) }
}

const [item] = [0]
const answer = (saveNumber: number, option = optionIds(quiz.items[item] as Quiz["items"][number])[1]) => ({
  responses: [{ itemId: quiz.items[item]?.itemId, saveNumber, value: { option } }],
})

async function code(response: Response): Promise<[number, string]> {
  return [response.status, ((await response.json()) as { error: { code: string } }).error.code]
}

describe("PUT /api/attempts/{id}/responses", () => {
  it("answers as the contract says, and a repetition word for word the same", async () => {
    const { attemptId, cookie } = await begin()
    const first = await save(attemptId, { cookie, body: answer(1) })
    expect(first.status).toBe(200)
    expect(first.headers.get("cache-control")).toBe("no-store")
    const text = await first.text()
    expect(JSON.parse(text)).toEqual({
      saved: [{ itemId: quiz.items[0]?.itemId, saveNumber: 1, savedAt: expect.stringMatching(/Z$/) }],
      conflicts: [],
      late: false,
      deadlineAt: quiz.assignment.closesAt.toISOString(),
    })
    expect(await (await save(attemptId, { cookie, body: answer(1) })).text()).toBe(text)
    expect(await database().responseSave.count({ where: { attemptId } })).toBe(1)
  })

  it("keeps both of two devices with the same save number, and says which one counts", async () => {
    const { attemptId, cookie } = await begin()
    const [one, other] = optionIds(quiz.items[0] as Quiz["items"][number])
    await save(attemptId, { cookie, body: answer(1, one) })
    const second = await (await save(attemptId, { cookie, body: answer(1, other) })).json()
    expect(second).toMatchObject({
      saved: [],
      conflicts: [{ itemId: quiz.items[0]?.itemId, saveNumber: 1, value: { option: one } }],
    })
    const log = await database().responseSave.findMany({ where: { attemptId }, orderBy: { id: "asc" } })
    expect(log.map(({ value, conflict }) => [value, conflict])).toEqual([
      [{ option: one }, false],
      [{ option: other }, true],
    ])
  })

  it("never lets a smaller save number overwrite a greater one", async () => {
    const { attemptId, cookie } = await begin()
    const [one, other] = optionIds(quiz.items[0] as Quiz["items"][number])
    await save(attemptId, { cookie, body: answer(5, one) })
    const late = await (await save(attemptId, { cookie, body: answer(4, other) })).json()
    expect(late).toMatchObject({ saved: [], conflicts: [{ saveNumber: 5, value: { option: one } }] })
    const kept = await database().response.findFirstOrThrow({ where: { attemptId } })
    expect(kept).toMatchObject({ saveNumber: 5, value: { option: one } })
  })

  it("takes what comes after the deadline apart, unscored", async () => {
    const { attemptId, cookie } = await begin()
    await save(attemptId, { cookie, body: answer(1) })
    await database().attempt.update({
      where: { id: attemptId },
      data: { deadlineAt: new Date(Date.now() - 1_000) },
    })
    const other = optionIds(quiz.items[0] as Quiz["items"][number])[2]
    const response = await save(attemptId, { cookie, body: answer(2, other) })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ late: true, conflicts: [], saved: [{ saveNumber: 2 }] })
    expect(await database().response.findFirst({ where: { attemptId } })).toMatchObject({ saveNumber: 1 })
    const kept = await database().responseSave.findFirst({ where: { attemptId, late: true } })
    expect(kept).toMatchObject({ saveNumber: 2, value: { option: other }, acceptedAt: null })
  })

  it("keeps how sure a student is with the answer, until they say otherwise", async () => {
    const { attemptId, cookie } = await begin()
    const sure = (saveNumber: number, confidence?: number) => ({
      responses: answer(saveNumber).responses.map((one) => ({ ...one, confidence })),
    })
    const kept = async () => (await database().response.findFirstOrThrow({ where: { attemptId } })).confidence
    await save(attemptId, { cookie, body: sure(1, 3) })
    await save(attemptId, { cookie, body: sure(2) })
    expect(await kept()).toBe(3)
    await save(attemptId, { cookie, body: sure(4, 1) })
    await save(attemptId, { cookie, body: sure(3, 2) })
    expect(await kept()).toBe(1)
    expect((await save(attemptId, { cookie, body: sure(5, 4) })).status).toBe(422)
  })

  it("remembers how far a student has come, never backwards, and keeps answers for places that were left", async () => {
    const { attemptId, cookie } = await begin()
    const reached = async () =>
      (await database().attempt.findUniqueOrThrow({ where: { id: attemptId } })).reached
    expect((await save(attemptId, { cookie, body: { responses: [], reached: 3 } })).status).toBe(200)
    await save(attemptId, { cookie, body: { responses: [], reached: 2 } })
    expect(await reached()).toBe(3)
    // What was answered offline on the first place comes after the third was reached.
    expect(await (await save(attemptId, { cookie, body: answer(1) })).json()).toMatchObject({ conflicts: [] })
    expect(await database().response.count({ where: { attemptId } })).toBe(1)
    expect((await save(attemptId, { cookie, body: { responses: [] } })).status).toBe(422)
  })

  it("forbidden: nobody else moves an attempt on", async () => {
    const { attemptId, cookie } = await begin()
    const stranger = await cookieOf((await makeSession(quiz.students[1].id)).token)
    const body = { responses: [], reached: 4 }
    expect((await save(attemptId, { cookie: stranger, body })).status).toBe(404)
    expect((await save(attemptId, { body })).status).toBe(401)
    await submit(attemptId, { cookie })
    await save(attemptId, { cookie, body })
    expect((await database().attempt.findUniqueOrThrow({ where: { id: attemptId } })).reached).toBe(1)
  })

  it("refuses whoever is not signed in, or not any more", async () => {
    const { attemptId, cookie, user } = await begin()
    expect(await code(await save(attemptId, { body: answer(1) }))).toEqual([401, "common.signedOut"])
    await database().session.deleteMany({ where: { userId: user.id } })
    expect(await code(await save(attemptId, { cookie, body: answer(1) }))).toEqual([401, "common.signedOut"])
    expect(await code(await save(attemptId, { cookie, body: answer(0) }))).toEqual([422, "common.shape"])
  })

  it.each(["student of the class", "stranger", "teacher of the class", "assistant of the class"])(
    "is forbidden to a %s whose attempt it is not",
    async (who) => {
      const { attemptId } = await begin()
      const people = {
        "student of the class": quiz.students[1],
        stranger: await makeUser("student"),
        "teacher of the class": quiz.teacher,
        "assistant of the class": quiz.assistant,
      }
      const { token } = await makeSession(people[who as keyof typeof people].id)
      const cookie = await cookieOf(token)
      const expected = who.endsWith("of the class") && !who.startsWith("student") ? 403 : 404
      for (const body of [answer(1), { responses: [{ itemId: newId(), saveNumber: 1, value: null }] }])
        expect((await save(attemptId, { cookie, body })).status).toBe(expected)
      expect((await submit(attemptId, { cookie })).status).toBe(expected)
      expect(await database().response.count({ where: { attemptId } })).toBe(0)
    },
  )

  it("is forbidden to a student who has left, and open again to one who is back", async () => {
    const { attemptId, cookie, user } = await begin()
    const leave = (leftAt: Date | null) =>
      database().enrolment.updateMany({ where: { userId: user.id }, data: { leftAt } })
    await leave(new Date())
    expect(await code(await save(attemptId, { cookie, body: answer(1) }))).toEqual([403, "quiz.leftClass"])
    await leave(null)
    expect((await save(attemptId, { cookie, body: answer(1) })).status).toBe(200)
  })

  it("refuses after submission", async () => {
    const { attemptId, cookie } = await begin()
    expect((await submit(attemptId, { cookie })).status).toBe(200)
    expect(await code(await save(attemptId, { cookie, body: answer(1) }))).toEqual([
      409,
      "quiz.alreadySubmitted",
    ])
  })

  it.each<[string, number, unknown, Record<string, string>?]>([
    ["a body that is not JSON", 422, "{responses"],
    ["no responses", 422, { responses: [] }],
    ["an unknown member", 422, { responses: [], role: "teacher" }],
    [
      "201 responses",
      422,
      { responses: Array.from({ length: 201 }, () => ({ itemId: newId(), saveNumber: 1, value: null })) },
    ],
    ["an item of another lesson", 422, { responses: [{ itemId: newId(), saveNumber: 1, value: null }] }],
    ["a giant body", 413, "x".repeat(300_000)],
    ["another site", 403, { responses: [] }, { origin: "http://evil.test" }],
    ["no origin", 403, { responses: [] }, { origin: "null" }],
  ])("refuses %s with %i", async (_, status, body, headers) => {
    const { attemptId, cookie } = await begin()
    const response = await save(attemptId, { cookie, body, headers })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({
      error: { code: expect.any(String), message: expect.any(String) },
    })
  })

  it.each([undefined, "B", 7, [], { option: 3 }, { option: newRandomId() }, { option: null, more: 1 }])(
    "refuses %j as the answer to a choice",
    async (value) => {
      const { attemptId, cookie } = await begin()
      const body = { responses: [{ itemId: quiz.items[0]?.itemId, saveNumber: 1, value }] }
      expect((await save(attemptId, { cookie, body })).status).toBe(422)
      expect(await database().responseSave.count({ where: { attemptId } })).toBe(0)
    },
  )

  it("takes words of any script as they are, and of what no text can hold the rest, with the answers beside it", async () => {
    const { attemptId, cookie } = await begin()
    const [single, short] = quiz.items
    const words = ["خاموشی", "沉默", "тишина", "s\u200bi\u200dl", "👩‍👩‍👧", "\u202eecnelis", "e\u0301", " "]
    const kept = async () =>
      (await database().response.findFirst({ where: { attemptId, itemId: short?.itemId } }))?.value
    const both = (saveNumber: number, text: string) => ({
      responses: [...answer(saveNumber).responses, { itemId: short?.itemId, saveNumber, value: { text } }],
    })
    for (const [at, text] of words.entries()) {
      expect((await save(attemptId, { cookie, body: both(at + 1, text) })).status).toBe(200)
      expect(await kept()).toEqual({ text })
    }
    const odd: [string, string][] = [
      ["sil\u0000ence", "silence"],
      ["cut in the middle of \ud83d", "cut in the middle of \ufffd"],
    ]
    for (const [at, [text, wanted]] of odd.entries()) {
      const response = await save(attemptId, { cookie, body: both(at + 20, text) })
      expect(await response.json()).toMatchObject({
        saved: [{ itemId: single?.itemId }, { itemId: short?.itemId }],
        conflicts: [],
      })
      expect(await kept()).toEqual({ text: wanted })
    }
    const long = await save(attemptId, { cookie, body: both(30, "ا".repeat(10_000)) })
    expect(await code(long)).toEqual([422, "quiz.notAnAnswer"])
    expect(await kept()).toEqual({ text: odd[1]?.[1] })
  })

  it("refuses an answer to a question of another quiz that the same student sits, and keeps none of the request", async () => {
    const { attemptId, cookie, user } = await begin()
    const other = await makeQuiz()
    await enrol(other.class.id, user.id)
    await startQuiz(other, user.id)
    const foreign = { itemId: other.items[0]?.itemId, saveNumber: 1, value: null }
    const body = { responses: [...answer(1).responses, foreign] }
    expect(await code(await save(attemptId, { cookie, body }))).toEqual([422, "quiz.noSuchItem"])
    expect(await database().responseSave.count({ where: { attemptId } })).toBe(0)
  })

  it("answers no value of any shape with a fault of its own, and keeps of it only what is an answer", {
    timeout: 120_000,
  }, async () => {
    const { attemptId, cookie } = await begin()
    let saveNumber = 0
    const value = fc.oneof(
      fc.jsonValue({ stringUnit: "binary" }),
      fc.record({ text: fc.string({ unit: "binary", maxLength: 120 }) }),
      fc.record({ option: fc.oneof(fc.uuid(), fc.string()), sentences: fc.array(fc.uuid()) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.nat(3), value, async (at, given) => {
        saveNumber++
        const body = { responses: [{ itemId: quiz.items[at]?.itemId, saveNumber, value: given }] }
        const { status } = await save(attemptId, { cookie, body })
        expect([200, 422]).toContain(status)
        const count = await database().responseSave.count({ where: { attemptId, saveNumber } })
        expect(count).toBe(status === 200 ? 1 : 0)
      }),
      { numRuns: 300 },
    )
  })

  it("answers 404 for an attempt that does not exist, or that is no id", async () => {
    const { cookie } = await begin()
    expect((await save(newId(), { cookie, body: answer(1) })).status).toBe(404)
    expect((await save("1", { cookie, body: answer(1) })).status).toBe(404)
  })
})

describe("POST /api/attempts", () => {
  const start = (cookie: string, assignmentId = quiz.assignment.id) =>
    startAttemptRoute(request("POST", { cookie, body: { assignmentId } }), {})

  it("begins once, however often and from wherever it is pressed", async () => {
    const user = await freshStudent()
    const cookies = await Promise.all([1, 2].map(async () => cookieOf((await makeSession(user.id)).token)))
    const answers = await Promise.all(
      Array.from({ length: 12 }, async (_, at) => (await start(cookies[at % 2] ?? "")).json()),
    )
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(await database().attempt.count({ where: { enrolment: { userId: user.id } } })).toBe(1)
    const { attemptId } = answers[0] as { attemptId: string }
    expect(await database().attemptItem.count({ where: { attemptId } })).toBe(4)
    expect(await database().event.count({ where: { kind: "attempt.started", subjectId: attemptId } })).toBe(1)
  })

  it("is forbidden to staff, and unknown to strangers and to those who left", async () => {
    const stranger = await makeUser("student")
    const gone = await makeUser("student")
    await enrol(quiz.class.id, gone.id, "student", { leftAt: new Date() })
    const status = async (userId: string) =>
      (await start(await cookieOf((await makeSession(userId)).token))).status
    expect(await status(quiz.teacher.id)).toBe(403)
    expect(await status(quiz.assistant.id)).toBe(403)
    expect(await status(stranger.id)).toBe(404)
    expect(await status(gone.id)).toBe(404)
    expect((await start("")).status).toBe(401)
  })

  it("keeps to the window and to the attempts allowed", async () => {
    const other = await makeQuiz({ opensAt: new Date(Date.now() + 60_000), attemptsAllowed: 1 })
    const cookie = await cookieOf((await makeSession(other.students[0].id)).token)
    expect(await code(await start(cookie, other.assignment.id))).toEqual([409, "quiz.notOpenYet"])
    await database().assignment.update({
      where: { id: other.assignment.id },
      data: { opensAt: new Date(Date.now() - 60_000) },
    })
    const { attemptId } = (await (await start(cookie, other.assignment.id)).json()) as { attemptId: string }
    await submit(attemptId, { cookie })
    // Results on submission: shown, so that no further attempt would be honest.
    expect(await code(await start(cookie, other.assignment.id))).toEqual([409, "quiz.resultsShown"])
    const policy = { releasePolicy: "by_teacher" as const }
    await database().assignment.update({ where: { id: other.assignment.id }, data: policy })
    expect(await code(await start(cookie, other.assignment.id))).toEqual([409, "quiz.noAttemptsLeft"])
  })
})

import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import fc from "fast-check"
import { afterAll, beforeAll, expect, it } from "vitest"
import { bundle } from "@/bin/start/bundle.mjs"
import { pool } from "@/lib/platform/database"
import { recordTried, tries } from "@/tests/assurance/record"
import { call, type Reply } from "@/tests/bench/http-client"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeUser } from "@/tests/support/factories"
import { cookieOf, makeQuiz, startQuiz } from "@/tests/support/factories-quiz"

useTestDatabase()

const CANARY = "Zeisig"
const ROUNDS = tries(4, 60)
const FIELDS = "level time request method route status ms bytes dbMs trips left msg".split(" ")

let server: ChildProcess
let port = 0
let output = ""
beforeAll(async () => {
  const root = path.resolve(import.meta.dirname, "../../..")
  const program = path.join(root, ".build/bare-server.mjs")
  await bundle("tests/support/bare-server.ts", program)
  server = fork(program, {
    cwd: root,
    execArgv: [],
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "debug", SLOW_QUERY_MS: "0" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  })
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (text) => {
      output += text
    })
  const [ready] = (await once(server, "message")) as [{ port: number }]
  port = ready.port
}, 120_000)
afterAll(() => void server.kill())

/** Words of a person with all that could lead them past a filter around them. */
const makeWords = fc.stringMatching(/^[ -~]{0,20}$/).map((noise) => `${noise}${CANARY}${noise}`)
const FAILURES = ["own", "cause", "json", "address", "shape", "argument", "row", "console"]

type Sitting = { cookie: string; attemptId: string; itemIds: string[] }

async function drive({ cookie, attemptId, itemIds }: Sitting, words: string): Promise<Reply[]> {
  const encoded = encodeURIComponent(words)
  const headers = { "user-agent": CANARY, referer: `http://x.example/${encoded}` }
  const responses = `/api/attempts/${attemptId}/responses`
  const save = (json: unknown) => call(port, { method: "PUT", path: responses, cookie, json, headers })
  const values = [{ text: words }, { option: words }, words]
  const asked = [
    ...FAILURES.map((fails) => call(port, { path: `/nowhere?fails=${fails}&words=${encoded}`, headers })),
    ...[`/set-up/${encoded}`, `/unsubscribe/${encoded}`, `/${encoded}?q=${encoded}`].map((where) =>
      call(port, { path: where, cookie: `next-auth.session-token=${CANARY}`, headers }),
    ),
    ...itemIds.flatMap((itemId, at) =>
      values.map((value) => save({ responses: [{ itemId, saveNumber: at + 1, value }] })),
    ),
    save(words),
    save({ [words]: words }),
    call(port, {
      method: "POST",
      path: `/api/attempts/${encoded}/submit`,
      cookie,
      headers: { "idempotency-key": CANARY },
    }),
  ]
  return Promise.all(asked)
}

async function sit(): Promise<Sitting> {
  const quiz = await makeQuiz()
  const user = await makeUser("student")
  await enrol(quiz.class.id, user.id)
  const { attemptId, token } = await startQuiz(quiz, user.id)
  return { attemptId, cookie: await cookieOf(token), itemIds: quiz.items.map(({ itemId }) => itemId) }
}

/** The tables of answers and people refuse every row; PostgreSQL says which row it was. */
const refuseRows = async () => {
  for (const table of ["ResponseSave", "Response", "User"])
    await pool().query(`ALTER TABLE "${table}" ADD CONSTRAINT broken CHECK (false) NOT VALID`)
}
const takeRows = async () => {
  for (const table of ["ResponseSave", "Response", "User"])
    await pool().query(`ALTER TABLE "${table}" DROP CONSTRAINT broken`)
}

it(
  "no line holds anybody's words, however a request fails, and every number shown is in the log",
  async () => {
    const sitting = await sit()
    const replies: Reply[] = []
    for (const words of fc.sample(makeWords, ROUNDS)) {
      replies.push(...(await drive(sitting, words)))
      await refuseRows()
      replies.push(...(await drive(sitting, words)))
      await takeRows()
    }
    const printed = () => output.split("\n").filter((line) => line.endsWith("}"))
    const requests = () => printed().filter((line) => line.includes('"msg":"request"'))
    await expect.poll(() => requests().length, { timeout: 20_000 }).toBe(replies.length)
    const holding = printed().filter((line) => line.includes(CANARY) || line.includes(sitting.cookie))
    const promise = "logs-hold-nobody"
    recordTried({
      promise,
      tried: replies.length,
      of: "requests that carry somebody’s words",
      lost: holding.length,
    })
    recordTried({ promise, tried: printed().length, of: "lines of the log", lost: holding.length })
    expect(holding).toEqual([])
    for (const line of requests())
      expect(Object.keys(JSON.parse(line)).filter((key) => !FIELDS.includes(key))).toEqual([])

    const bugs = printed().flatMap((line) => (line.includes('"msg":"bug"') ? [JSON.parse(line)] : []))
    // It really failed, by PostgreSQL's refusal of an answer among others.
    expect(bugs.filter(({ error }) => error.constraint === "broken").length).toBeGreaterThanOrEqual(ROUNDS)
    const shown = replies.flatMap(({ body }) => /number: ([0-9a-f]{12})/.exec(body)?.[1] ?? [])
    expect(shown.length).toBeGreaterThanOrEqual(ROUNDS)
    const known = new Set(bugs.map(({ bug }) => bug))
    expect(shown.filter((id) => !known.has(id))).toEqual([])
  },
  tries(120_000, 1_200_000),
)

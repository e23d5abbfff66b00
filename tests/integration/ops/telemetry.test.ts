import { randomUUID } from "node:crypto"
import type http from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import { fastRoutes } from "@/app/fast-routes"
import { database, pool } from "@/lib/platform/database"
import { createFrontServer } from "@/lib/platform/front-server"
import { log } from "@/lib/platform/log"
import { type RequestContext, runInRequest } from "@/lib/platform/telemetry/request-context"
import { useTestDatabase } from "@/tests/support/database"
import { enrol, makeUser } from "@/tests/support/factories"
import { cookieOf, makeQuiz, optionIds, startQuiz } from "@/tests/support/factories-quiz"
import { useFrontServer } from "@/tests/support/front-server"

useTestDatabase()
const server = useFrontServer()
const TOKEN = "a token that only Prometheus knows"

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

async function readMetrics(token = TOKEN): Promise<string> {
  vi.stubEnv("METRICS_TOKEN", TOKEN)
  const reply = await fetch(`${server.base()}/metrics`, { headers: { authorization: `Bearer ${token}` } })
  return reply.status === 200 ? reply.text() : `status ${reply.status}`
}

/** The value of a line such as `colloquy_saves_total{outcome="late"}`; 0 where there is none. */
const figureOf = (text: string, line: string): number =>
  Number(
    text
      .split("\n")
      .find((one) => one.startsWith(`${line} `))
      ?.split(" ")[1] ?? 0,
  )

const seriesOf = (text: string): Set<string> =>
  new Set(
    text.split("\n").flatMap((line) => (line.startsWith("colloquy_") ? [line.split(" ")[0] ?? ""] : [])),
  )

describe("a request's id", () => {
  let proxied: http.Server
  let base = ""
  beforeAll(async () => {
    const next = (_: http.IncomingMessage, response: http.ServerResponse) =>
      void response.writeHead(418).end()
    proxied = createFrontServer({ fastRoutes, next, development: false, trustProxy: true })
    await new Promise<void>((resolve) => proxied.listen(0, "127.0.0.1", resolve))
    base = `http://127.0.0.1:${(proxied.address() as AddressInfo).port}`
  })
  afterAll(() => proxied.closeAllConnections())

  const idOf = async (url: string, given?: string) =>
    (await fetch(url, given ? { headers: { "x-request-id": given } } : {})).headers.get("x-request-id")

  it("is on every reply, and another one each time", async () => {
    const paths = ["/livez", "/readyz", "/nowhere", "/api/notices/events"]
    const ids = await Promise.all([...paths, ...paths].map((path) => idOf(`${server.base()}${path}`)))
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{12}$/)
    expect(new Set(ids).size).toBe(8)
  })

  it("is a trusted proxy's, where it cannot be somebody's words", async () => {
    expect(await idOf(`${base}/livez`, "proxy-0123456789")).toBe("proxy-0123456789")
    expect(await idOf(`${base}/livez`, "Mara Vogel, 7b")).toMatch(/^[0-9a-f]{12}$/)
    expect(await idOf(`${server.base()}/livez`, "proxy-0123456789")).toMatch(/^[0-9a-f]{12}$/)
  })
})

describe("the figures", () => {
  it("are for whoever bears the token; for all others there is no such page", async () => {
    expect(await readMetrics("another")).toBe("status 418")
    expect(await readMetrics("")).toBe("status 418")
    expect(await readMetrics()).toContain("colloquy_ready 1")
    vi.stubEnv("METRICS_TOKEN", "")
    const bare = { headers: { authorization: "Bearer " } }
    expect((await fetch(`${server.base()}/metrics`, bare)).status).toBe(418)
  })

  it("grow by no label, whatever paths and methods are asked for", async () => {
    const ask = async (times: number) => {
      for (let time = 0; time < times; time++) {
        const id = randomUUID()
        const paths = [`/a/${id}/read`, `/${id}`, `/set-up/${id}`, `/api/attempts/${id}/responses?q=${id}`]
        for (const path of paths) {
          for (const method of ["GET", "PUT", "PROPFIND"]) await fetch(`${server.base()}${path}`, { method })
        }
      }
    }
    await ask(1)
    await readMetrics()
    const before = seriesOf(await readMetrics())
    await ask(20)
    const after = seriesOf(await readMetrics())
    expect([...after].filter((line) => !before.has(line))).toEqual([])
    expect([...after].filter((line) => /[0-9a-f]{8}-[0-9a-f]{4}/.test(line))).toEqual([])
    expect([...after].some((line) => line.includes('method="OTHER"'))).toBe(true)
  })

  it("tell answers kept, beside another value and refused apart", async () => {
    const quiz = await makeQuiz()
    const user = await makeUser("student")
    await enrol(quiz.class.id, user.id)
    const { attemptId, token } = await startQuiz(quiz, user.id)
    const cookie = await cookieOf(token)
    const first = quiz.items[0]
    if (!first) throw new Error("no item")
    const save = (option: string | undefined) =>
      fetch(`${server.base()}/api/attempts/${attemptId}/responses`, {
        method: "PUT",
        headers: { cookie, origin: server.base(), "content-type": "application/json" },
        body: JSON.stringify({ responses: [{ itemId: first.itemId, saveNumber: 1, value: { option } }] }),
      })
    const of = (text: string) =>
      ["accepted", "conflict", "refused"].map((outcome) =>
        figureOf(text, `colloquy_saves_total{outcome="${outcome}"}`),
      )
    const before = of(await readMetrics())
    await save(optionIds(first)[0])
    await save(optionIds(first)[1])
    await save("no option")
    const after = of(await readMetrics())
    expect(after.map((count, at) => count - (before[at] ?? 0))).toEqual([1, 1, 1])
  })
})

describe("statements", () => {
  const contextOf = (id: string): RequestContext => ({
    id,
    method: "GET",
    route: "/",
    databaseMs: 0,
    trips: 0,
  })

  it("count for the request that sent them, also where many wait for a connection", async () => {
    const contexts = Array.from({ length: 80 }, (_, at) => contextOf(String(at)))
    const work = async () => {
      await pool().query("SELECT 1")
      await database().$queryRaw`SELECT pg_sleep(0.005)::text`
      await pool().query("SELECT $1::int", [1])
    }
    await Promise.all(contexts.map((context) => runInRequest(context, work)))
    expect(contexts.map(({ trips }) => trips)).toEqual(contexts.map(() => 3))
    for (const { databaseMs } of contexts) expect(databaseMs).toBeGreaterThanOrEqual(5)
  })

  it("that are slow are logged with their text and their request, and never with what was given", async () => {
    const warn = vi.spyOn(log, "warn").mockReturnValue(undefined)
    vi.stubEnv("SLOW_QUERY_MS", "0")
    await runInRequest(contextOf("b0a7"), async () => {
      await pool().query(`SELECT id\n  FROM "User" WHERE email = $1`, ["mara@vogel.example"])
      await database().user.findMany({ where: { displayName: "Mara Vogel" } })
    })
    const lines = warn.mock.calls.map(([line]) => line as { request: string; statement: string })
    expect(lines[0]).toMatchObject({
      request: "b0a7",
      statement: `SELECT id FROM "User" WHERE email = $1`,
      milliseconds: expect.any(Number),
    })
    expect(lines).toHaveLength(2)
    expect(JSON.stringify(warn.mock.calls)).not.toMatch(/mara|vogel/i)
  })

  it("that are quick have no line", async () => {
    const warn = vi.spyOn(log, "warn").mockReturnValue(undefined)
    vi.stubEnv("SLOW_QUERY_MS", "60000")
    await pool().query("SELECT 1")
    expect(warn).not.toHaveBeenCalled()
  })
})

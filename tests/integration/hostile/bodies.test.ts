import { randomUUID } from "node:crypto"
import type http from "node:http"
import net, { type AddressInfo } from "node:net"
import { gzipSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { fastRoutes } from "@/app/fast-routes"
import { POST as planLesson } from "@/app/teach/library/from-file/plan/route"
import { POST as draftReading } from "@/app/teach/readings/draft/route"
import { POST as saveReading } from "@/app/teach/readings/save/route"
import { closeEventStreams } from "@/lib/platform/event-stream"
import { createFrontServer } from "@/lib/platform/front-server"
import { log } from "@/lib/platform/log"
import { closeListener } from "@/lib/platform/notifications"
import { recordTried, tries } from "@/tests/assurance/record"
import { useTestDatabase } from "@/tests/support/database"
import { makeUser } from "@/tests/support/factories"
import { signedIn } from "@/tests/support/front-server"

useTestDatabase()

const MEGABYTE = 1024 * 1024
const servers: http.Server[] = []
/** As in service. */
let base = ""
/** The same with less patience, for clients that never come to an end. */
let hasty = ""
let taken = 0

/** Takes a body in and holds none of it, as a proxy or a careless route might. */
const counting = async (request: http.IncomingMessage, response: http.ServerResponse) => {
  try {
    for await (const piece of request) taken += (piece as Buffer).length
    response.writeHead(418).end()
  } catch {
    response.destroy()
  }
}

async function serve(arrivesWithin?: Parameters<typeof createFrontServer>[1]): Promise<string> {
  const front = { fastRoutes, next: counting, development: false, trustProxy: false }
  const server = createFrontServer(front, arrivesWithin)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

beforeAll(async () => {
  base = await serve()
  hasty = await serve({ headersTimeout: 500, requestTimeout: 1_000, connectionsCheckingInterval: 100 })
})
afterAll(async () => {
  closeEventStreams()
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  await closeListener()
})

/** `status` is 0 where the connection ended without a word. */
type Sent = { status: number }

/** Sends a head, then what `body` gives piece by piece, and tells what came back. */
function send(head: string[], body: Iterable<Buffer | string>): Promise<Sent> {
  const { port } = new URL(base)
  return new Promise((resolve) => {
    let heard = ""
    const socket = net.connect(Number(port), "127.0.0.1")
    const end = () => resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(heard)?.[1] ?? 0) })
    socket.on("data", (text) => {
      heard += text
      if (/^HTTP\/1\.1 (?!100)\d+/.test(heard)) {
        end()
        socket.destroy()
      }
    })
    socket.on("error", end)
    socket.on("close", end)
    socket.write(`${head.join("\r\n")}\r\n\r\n`)
    const pieces = body[Symbol.iterator]()
    const go = () => {
      const { value, done } = pieces.next()
      if (done || socket.destroyed) return
      if (socket.write(value)) setImmediate(go)
      else socket.once("drain", go)
    }
    go()
  })
}

function* megabytes(count: number): Generator<Buffer> {
  const block = Buffer.alloc(64 * 1024, 0x61)
  for (let at = 0; at < count * 16; at++) yield block
}

function* chunked(pieces: Iterable<Buffer>): Generator<Buffer> {
  for (const piece of pieces)
    yield Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from("\r\n")])
  yield Buffer.from("0\r\n\r\n")
}

const headOf = (cookie: string, method: string, path: string, ...more: string[]): string[] => [
  `${method} ${path} HTTP/1.1`,
  `Host: ${new URL(base).host}`,
  `Origin: ${base}`,
  `Cookie: ${cookie}`,
  ...more,
]

const studentCookie = async () => (await signedIn(await makeUser("student"))).cookie

/** Bugs reported while `run` ran. */
async function bugsDuring(run: () => Promise<unknown>): Promise<number> {
  const bugs = vi.spyOn(log, "error")
  await run()
  const count = bugs.mock.calls.length
  bugs.mockRestore()
  return count
}

describe("a body that is too large", () => {
  it("is refused on a fast route, with its length told or in pieces", async () => {
    const cookie = await studentCookie()
    const path = `/api/attempts/${randomUUID()}/responses`
    const told = await send(headOf(cookie, "PUT", path, `Content-Length: ${10 * MEGABYTE}`), megabytes(10))
    const pieces = await send(
      headOf(cookie, "PUT", path, "Transfer-Encoding: chunked"),
      chunked(megabytes(10)),
    )
    expect([told.status, pieces.status]).toEqual([413, 413])
  })

  it("is stopped before Next, whatever its head says", async () => {
    const cookie = await studentCookie()
    taken = 0
    const told = await send(
      headOf(cookie, "POST", "/sign-in", `Content-Length: ${100 * MEGABYTE}`),
      megabytes(100),
    )
    // The connection is closed on what still comes, so that not everybody gets to read why.
    expect([413, 0]).toContain(told.status)
    expect(taken).toBe(0)
    const bugs = await bugsDuring(async () => {
      const pieces = await send(
        headOf(cookie, "POST", "/sign-in", "Transfer-Encoding: chunked"),
        chunked(megabytes(100)),
      )
      expect(pieces.status).not.toBe(418)
    })
    expect(taken).toBeLessThanOrEqual(24 * MEGABYTE)
    expect(bugs).toBe(0)
  })

  it("passes up to the largest upload", async () => {
    const cookie = await studentCookie()
    const sent = await send(
      headOf(cookie, "POST", "/x", "Transfer-Encoding: chunked"),
      chunked(megabytes(20)),
    )
    expect(sent.status).toBe(418)
  })

  it.each([
    ["a reading", draftReading, "/teach/readings/draft?format=docx", 20],
    ["a corrected reading", saveReading, "/teach/readings/save", 6],
    ["a lesson", planLesson, "/teach/library/from-file/plan", 8],
  ] as const)("is not taken in by the route of %s", async (_, route, path, most) => {
    const { cookie } = await signedIn(await makeUser("teacher"))
    let given = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += MEGABYTE
        if (given > 200 * MEGABYTE) controller.close()
        else controller.enqueue(new Uint8Array(MEGABYTE).fill(0x61))
      },
    })
    const headers = { cookie, origin: base, host: new URL(base).host }
    const request = new Request(`${base}${path}`, {
      method: "POST",
      headers,
      body,
      duplex: "half",
    } as RequestInit)
    expect((await route(request)).status).toBe(413)
    expect(given).toBeLessThanOrEqual((most + 3) * MEGABYTE)
  })
})

describe("a body that is not what its head says", () => {
  it.each([
    ["packed", ["Content-Encoding: gzip", "Content-Length: %"], gzipSync("[".repeat(MEGABYTE)), 422],
    ["no JSON", ["Content-Length: %"], Buffer.from('{"responses":'), 422],
    ["two lengths", ["Content-Length: 5", "Content-Length: 6"], Buffer.from("{}"), 400],
    [
      "both kinds of length",
      ["Content-Length: 5", "Transfer-Encoding: chunked"],
      Buffer.from("0\r\n\r\n"),
      400,
    ],
    ["a length below nothing", ["Content-Length: -1"], Buffer.from("{}"), 400],
    ["no number for a length", ["Content-Length: many"], Buffer.from("{}"), 400],
    ["a broken chunk", ["Transfer-Encoding: chunked"], Buffer.from("zz\r\n{}\r\n"), 400],
    ["a deep list", ["Content-Length: %"], Buffer.from("[".repeat(200_000)), 422],
  ])("%s: refused, and no bug", async (_, head, body, status) => {
    const cookie = await studentCookie()
    const bugs = await bugsDuring(async () => {
      const lines = head.map((line) => line.replace("%", String(body.length)))
      const path = `/api/attempts/${randomUUID()}/responses`
      const sent = await send(headOf(cookie, "PUT", path, "Content-Type: application/json", ...lines), [body])
      expect(sent.status).toBe(status)
    })
    expect(bugs).toBe(0)
  })
})

/** Writes a little, and a little more, and never comes to an end. Resolves when it is shown out. */
function dribble(head: string): Promise<number> {
  const { port } = new URL(hasty)
  return new Promise((resolve) => {
    let heard = ""
    let more: NodeJS.Timeout | undefined
    const socket = net.connect(Number(port), "127.0.0.1", () => {
      socket.write(head)
      more = setInterval(() => socket.write("x"), 100)
    })
    socket.on("data", (text) => {
      heard += text
    })
    socket.on("error", () => {})
    socket.on("close", () => {
      clearInterval(more)
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(heard)?.[1] ?? 0))
    })
  })
}

describe("clients that dribble", () => {
  it("are shown out, and others are served meanwhile", async () => {
    const cookie = await studentCookie()
    const count = tries(40, 1_000)
    const path = `/api/attempts/${randomUUID()}/responses`
    const inHeads = `GET / HTTP/1.1\r\nHost: x\r\nX-Slow: `
    const inBodies = `${headOf(cookie, "PUT", path, "Content-Length: 100000").join("\r\n")}\r\n\r\n{`
    const dribbling = Array.from({ length: count }, (_, at) => dribble(at % 2 ? inHeads : inBodies))
    expect((await fetch(`${hasty}/livez`)).status).toBe(200)
    const ends = await Promise.all(dribbling)
    // Who was still writing may lose the words with the connection.
    const lost = ends.filter((status) => status !== 408 && status !== 0).length
    recordTried({
      promise: "bodies-have-ends",
      tried: count,
      of: "clients that never come to an end",
      lost,
    })
    expect(lost).toBe(0)
  })
})

describe("streams", () => {
  it("are few for one session and for one person, however often they sign in", async () => {
    const user = await makeUser("student")
    const open: AbortController[] = []
    const statuses: number[] = []
    for (let session = 0; session < 6; session++) {
      const { cookie } = await signedIn(user)
      for (let stream = 0; stream < 8; stream++) {
        const stop = new AbortController()
        open.push(stop)
        const reply = await fetch(`${base}/api/notices/events`, { headers: { cookie }, signal: stop.signal })
        statuses.push(reply.status)
      }
    }
    const other = await fetch(`${base}/api/notices/events`, {
      headers: { cookie: await studentCookie() },
      signal: AbortSignal.timeout(10_000),
    })
    for (const stop of open) stop.abort()
    expect(statuses.filter((status) => status === 200)).toHaveLength(24)
    expect(new Set(statuses)).toEqual(new Set([200, 429]))
    expect(other.status).toBe(200)
    recordTried({
      promise: "bodies-have-ends",
      tried: statuses.length,
      of: "streams asked for by one person",
      lost: 0,
    })
  })
})

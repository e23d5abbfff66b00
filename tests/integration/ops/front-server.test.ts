import { randomUUID } from "node:crypto"
import http from "node:http"
import net, { type AddressInfo } from "node:net"
import { describe, expect, it, vi } from "vitest"
import { createFrontServer } from "@/lib/platform/front-server"
import { log } from "@/lib/platform/log"
import { beginAction } from "@/lib/platform/telemetry/request-context"
import { useTestDatabase } from "@/tests/support/database"
import { makeUser } from "@/tests/support/factories"
import { signedIn, useFrontServer } from "@/tests/support/front-server"

useTestDatabase()
const server = useFrontServer()

/** Sends a head that promises a body, half of it, and goes. */
function leaveInTheMiddle(url: string, cookie: string): Promise<void> {
  const { port, host, pathname } = new URL(url)
  const head = [
    `PUT ${pathname} HTTP/1.1`,
    `Host: ${host}`,
    `Origin: http://${host}`,
    `Cookie: ${cookie}`,
    "Content-Type: application/json",
    "Content-Length: 100",
  ].join("\r\n")
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), "127.0.0.1", () => {
      socket.write(`${head}\r\n\r\n{"responses":`)
      setTimeout(() => socket.resetAndDestroy(), 20)
    })
    socket.on("close", () => resolve())
    socket.on("error", reject)
  })
}

describe("the front server", () => {
  it("takes a client that leaves in the middle for no bug, and goes on serving", async () => {
    const { cookie } = await signedIn(await makeUser("student"))
    const bugs = vi.spyOn(log, "error")
    for (let time = 0; time < 10; time++)
      await leaveInTheMiddle(`${server.base()}/api/attempts/${randomUUID()}/responses`, cookie)
    expect((await fetch(`${server.base()}/livez`)).status).toBe(200)
    expect(bugs).not.toHaveBeenCalled()
    bugs.mockRestore()
  })
})

describe("what the front server hands to nobody", () => {
  const send = (method: string, path: string) => {
    const { hostname, port } = new URL(server.base())
    return new Promise<http.IncomingMessage>((resolve, reject) =>
      http
        .request({ hostname, port, method, path }, (reply) => resolve(reply.resume()))
        .on("error", reject)
        .end(),
    )
  }

  it("is an address with the character zero in it, for a page and for a fast route", async () => {
    for (const path of [
      "/admin/people?q=a%00",
      "/teach/classes/%00",
      `/api/attempts/${randomUUID()}%00/responses`,
    ])
      expect((await send("GET", path)).statusCode).toBe(400)
  })

  it("is anything but reading where a file is asked for", async () => {
    for (const path of ["/icon.svg", "/_next/static/chunks/a.js"]) {
      const reply = await send("POST", path)
      expect(reply.statusCode).toBe(405)
      expect(reply.headers).toMatchObject({ allow: "GET, HEAD", "x-content-type-options": "nosniff" })
    }
  })
})

describe("a server action that Next answers with 500", () => {
  /** The status that comes of it; the address says whether an action had begun. */
  async function statusOf(path: string, headers: Record<string, string>, method = "POST"): Promise<number> {
    const next = (request: http.IncomingMessage, response: http.ServerResponse) => {
      if (request.url === "/begun") beginAction()
      response.statusCode = 500
      response.end("what Next says")
    }
    const front = createFrontServer({ fastRoutes: [], next, development: false, trustProxy: false })
    await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve))
    const reply = await fetch(`http://127.0.0.1:${(front.address() as AddressInfo).port}${path}`, {
      method,
      headers,
    })
    expect(await reply.text()).toBe("what Next says")
    front.close()
    return reply.status
  }

  const form = { "content-type": "multipart/form-data; boundary=x" }

  it("is the caller's fault where none had begun, and else ours", async () => {
    expect(await statusOf("/", { "next-action": "a" })).toBe(400)
    expect(await statusOf("/", { "next-action": "a", "accept-encoding": "identity" })).toBe(400)
    expect(await statusOf("/", form)).toBe(400)
    expect(await statusOf("/begun", { "next-action": "a" })).toBe(500)
    expect(await statusOf("/begun", form)).toBe(500)
  })

  it("is neither where a page was asked for", async () => {
    expect(await statusOf("/", { "next-action": "a" }, "GET")).toBe(500)
    expect(await statusOf("/", {})).toBe(500)
  })
})

/** What Next would be told of a request that says it came through a proxy. */
async function forwardedTo(trustProxy: boolean): Promise<http.IncomingHttpHeaders> {
  const next = (request: http.IncomingMessage, response: http.ServerResponse) =>
    void response.end(JSON.stringify(request.headers))
  const front = createFrontServer({ fastRoutes: [], next, development: false, trustProxy })
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve))
  const headers = {
    "x-forwarded-proto": "https",
    "x-forwarded-host": "elsewhere.example.org",
    "x-forwarded-for": "192.0.2.1",
    "x-forwarded-port": "443",
  }
  const reply = await fetch(`http://127.0.0.1:${(front.address() as AddressInfo).port}/`, { headers })
  front.close()
  return (await reply.json()) as http.IncomingHttpHeaders
}

describe("what a proxy says of a request", () => {
  const forwarded = (headers: http.IncomingHttpHeaders) =>
    Object.keys(headers)
      .filter((name) => name.startsWith("x-forwarded"))
      .sort()

  it("is anybody's claim, and dropped, unless a proxy is trusted", async () => {
    expect(forwarded(await forwardedTo(false))).toEqual([])
    const names = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"]
    expect(forwarded(await forwardedTo(true))).toEqual(names)
  })
})

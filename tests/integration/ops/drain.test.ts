import http from "node:http"
import net, { type AddressInfo } from "node:net"
import { afterEach, describe, expect, it } from "vitest"
import { drain, watchConnections } from "@/lib/platform/drain"

/** Answers when it is let. */
function makeServer() {
  const waiting: (() => void)[] = []
  const server = http.createServer((_, response) => {
    waiting.push(() => response.end("done"))
  })
  watchConnections(server)
  return { server, waiting }
}

let server: http.Server
afterEach(() => server.closeAllConnections())

async function listening() {
  const made = makeServer()
  server = made.server
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return { ...made, port: (server.address() as AddressInfo).port }
}

const agent = new http.Agent({ keepAlive: true })
const ask = (port: number) =>
  new Promise<{ text: string; connection: string | undefined }>((resolve, reject) => {
    const request = http.get({ host: "127.0.0.1", port, agent }, async (response) => {
      let text = ""
      for await (const part of response) text += part
      resolve({ text, connection: response.headers.connection })
    })
    request.on("error", reject)
  })

const until = (holds: () => boolean) => expect.poll(holds, { timeout: 20_000 }).toBe(true)

describe("draining", () => {
  it("answers what is under way, tells its client to go elsewhere, and takes nobody new", async () => {
    const { waiting, port } = await listening()
    const asked = ask(port)
    await until(() => waiting.length === 1)
    const drained = drain(server, 20_000)
    await expect(ask(port)).rejects.toThrow("ECONNREFUSED")
    for (const answer of waiting) answer()
    expect(await asked).toEqual({ text: "done", connection: "close" })
    expect(await drained).toBe(0)
  })

  it("waits for no connection on which nothing was asked", async () => {
    const { port } = await listening()
    const idle = net.connect(port, "127.0.0.1")
    const closed = new Promise((resolve) => idle.once("close", resolve))
    await new Promise<void>((resolve) => server.once("connection", () => resolve()))
    const started = performance.now()
    expect(await drain(server, 20_000)).toBe(0)
    await closed
    expect(performance.now() - started).toBeLessThan(15_000)
  })

  it("waits for a request of which half is here", async () => {
    const { waiting, port } = await listening()
    const slow = net.connect(port, "127.0.0.1")
    let heard = ""
    slow.on("data", (part) => {
      heard += part
    })
    slow.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n")
    await until(() => heard === "" && slow.bytesWritten > 0)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const drained = drain(server, 20_000)
    slow.write("\r\n{}")
    await until(() => waiting.length === 1)
    waiting[0]?.()
    await until(() => heard.includes("done"))
    expect(heard.toLowerCase()).toContain("connection: close")
    expect(await drained).toBe(0)
  })

  it("cuts what takes too long, and says how many", async () => {
    const { waiting, port } = await listening()
    const asked = ask(port).catch((error: Error) => error.message)
    await until(() => waiting.length === 1)
    expect(await drain(server, 100)).toBe(1)
    expect(await asked).toContain("socket hang up")
  })
})

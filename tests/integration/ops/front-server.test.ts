import { randomUUID } from "node:crypto"
import net from "node:net"
import { describe, expect, it, vi } from "vitest"
import { log } from "@/lib/platform/log"
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

import net, { type AddressInfo } from "node:net"
import { afterEach, expect, it, vi } from "vitest"
import { database } from "@/lib/platform/database"
import { announce, closeListener, listen } from "@/lib/platform/notifications"
import { useTestDatabase } from "@/tests/support/database"

useTestDatabase()

/** A way to the database that can fall silent: connections stay open, and nothing comes through those there are. */
async function startWay(to: { host: string; port: number }) {
  const pairs: net.Socket[][] = []
  const server = net.createServer((socket) => {
    const onward = net.connect(to.port, to.host)
    pairs.push([socket, onward])
    socket.pipe(onward).pipe(socket)
    for (const end of [socket, onward]) end.on("error", () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const fallSilent = () => {
    for (const [socket, onward] of pairs.splice(0)) {
      socket?.unpipe().pause()
      onward?.unpipe().pause()
    }
  }
  return { port: (server.address() as AddressInfo).port, count: () => pairs.length, fallSilent, server }
}

afterEach(async () => {
  vi.useRealTimers()
  delete process.env.DIRECT_DATABASE_URL
  await closeListener()
})

it("notices that the connection it listens on is silent for good, and takes another", async () => {
  const url = new URL(process.env.DATABASE_URL ?? "")
  const way = await startWay({ host: url.hostname, port: Number(url.port) })
  url.port = String(way.port)
  process.env.DIRECT_DATABASE_URL = url.toString()
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] })
  let heard = 0
  const stop = listen("topic", () => {
    heard += 1
  })
  const becomes = (holds: () => boolean) => expect.poll(holds, { timeout: 30_000 }).toBe(true)
  // Whoever listens is told once when the connection stands: something may have come before.
  await becomes(() => heard === 1)
  await announce(database(), "topic")
  await becomes(() => heard === 2)
  way.fallSilent()
  vi.advanceTimersByTime(60_000)
  await becomes(() => heard === 3)
  expect(way.count()).toBe(1)
  await announce(database(), "topic")
  await becomes(() => heard === 4)
  stop()
  way.server.close()
})

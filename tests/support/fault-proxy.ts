import net from "node:net"
import { setTimeout as sleep } from "node:timers/promises"

/**
 * What happens to a piece of a request: nothing; it, or half of it, is all that is lost with the line; it arrives and the
 * answer, or half of it, is lost with the line; it arrives late; it arrives in crumbs.
 */
export type Fault = "none" | "request" | "halfRequest" | "reply" | "halfReply" | "late" | "crumbs"

export type FaultProxy = {
  port: number
  /** How often each fault was done. */
  done: Record<Fault, number>
  close: () => Promise<void>
}

const LATEST_MS = 200
const none = (): Record<Fault, number> => ({
  none: 0,
  request: 0,
  halfRequest: 0,
  reply: 0,
  halfReply: 0,
  late: 0,
  crumbs: 0,
})

/** A line to a port of this machine. Each piece that a client sends meets the fault that `choose` names. */
export async function startFaultProxy(to: number, choose: () => Fault): Promise<FaultProxy> {
  const done = none()
  const open = new Set<net.Socket>()
  const server = net.createServer((client) => {
    const target = net.connect(to, "127.0.0.1")
    for (const socket of [client, target]) open.add(socket.setNoDelay())
    join({ client, target, done, choose, forget: (socket) => open.delete(socket) })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const close = async () => {
    for (const socket of open) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return { port: (server.address() as net.AddressInfo).port, done, close }
}

type Line = {
  client: net.Socket
  target: net.Socket
  done: Record<Fault, number>
  choose: () => Fault
  forget: (socket: net.Socket) => void
}

function join({ client, target, done, choose, forget }: Line): void {
  let reply: Fault = "none"
  let queue = Promise.resolve()
  const cut = () => {
    for (const socket of [client, target]) Math.random() < 0.5 ? socket.destroy() : socket.resetAndDestroy()
  }
  const pass = async (piece: Buffer) => {
    const fault = choose()
    done[fault] += 1
    if (fault === "request") return cut()
    if (fault === "halfRequest") return void target.write(half(piece), cut)
    if (fault === "reply" || fault === "halfReply") reply = fault
    if (fault === "late") await sleep(Math.random() * LATEST_MS)
    if (fault !== "crumbs") return void target.write(piece)
    for (let at = 0; at < piece.length; at += 64) {
      target.write(piece.subarray(at, at + 64))
      await sleep(0)
    }
  }
  client.on("data", (piece) => {
    queue = queue.then(() => pass(piece))
  })
  target.on("data", (piece) => {
    if (reply === "reply") cut()
    else if (reply === "halfReply") client.write(half(piece), cut)
    else client.write(piece)
  })
  client.on("end", () => void queue.then(() => target.end()))
  target.on("end", () => client.end())
  for (const socket of [client, target]) {
    socket.on("error", cut)
    socket.on("close", () => {
      forget(socket)
      if (!client.destroyed || !target.destroyed) cut()
    })
  }
}

const half = (piece: Buffer): Buffer => piece.subarray(0, piece.length >> 1)

/** Chooses one of the faults with this chance, and none otherwise. */
export const mostlyNone = (chance: number, faults: readonly Fault[]) => (): Fault =>
  Math.random() < chance ? (faults[Math.floor(Math.random() * faults.length)] ?? "none") : "none"

/** All of them, but none. */
export const anyFault: readonly Fault[] = ["request", "halfRequest", "reply", "halfReply", "late", "crumbs"]

/** How many pieces met a fault so far. */
export const faultsDone = ({ done }: FaultProxy): number =>
  anyFault.reduce((sum, fault) => sum + done[fault], 0)

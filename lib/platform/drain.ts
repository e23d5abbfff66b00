import "server-only"
import type http from "node:http"
import type { Socket } from "node:net"

/** Per connection, the answers that are still being made. */
type Connections = Map<Socket, Set<http.ServerResponse>>

// What each server has open, kept from its first connection on.
const open = new WeakMap<http.Server, Connections>()

/** Keeps what is under way on each connection, so that `drain` knows which may go. To be called before it listens. */
export function watchConnections(server: http.Server): void {
  const connections: Connections = new Map()
  open.set(server, connections)
  server.on("connection", (socket) => {
    connections.set(socket, new Set())
    socket.once("close", () => connections.delete(socket))
  })
  server.prependListener("request", ({ socket }, response) => {
    connections.get(socket)?.add(response)
    if (!server.listening) endAfter(response)
    response.once("close", () => connections.get(socket)?.delete(response))
  })
}

/** The client is told to ask its next question elsewhere; where the head of the answer is out already, it finds out. */
function endAfter(response: http.ServerResponse): void {
  if (response.headersSent) response.once("finish", () => response.socket?.end())
  else response.setHeader("connection", "close")
}

/**
 * Takes no new connection, answers every request that has begun to arrive, and cuts what is not done after `patience`
 * milliseconds. Resolves to how many connections had to be cut.
 */
export async function drain(server: http.Server, patience: number): Promise<number> {
  const connections: Connections = open.get(server) ?? new Map()
  const drained = new Promise<0>((resolve) => server.close(() => resolve(0)))
  server.closeIdleConnections()
  for (const [socket, responses] of connections) {
    // A browser opens connections ahead of need, on which nothing was ever asked.
    if (socket.bytesRead === 0) socket.destroy()
    for (const response of responses) endAfter(response)
  }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<number>((resolve) => {
    timer = setTimeout(() => resolve(connections.size), patience)
  })
  const cut = await Promise.race([drained, late])
  clearTimeout(timer)
  server.closeAllConnections()
  return cut
}

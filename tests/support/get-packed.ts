import http from "node:http"
import type { AddressInfo } from "node:net"

export type PackedReply = { status: number; headers: http.IncomingHttpHeaders; body: Buffer }

export type GetPacked = (
  path: string,
  headers?: http.OutgoingHttpHeaders,
  method?: string,
) => Promise<PackedReply>

/** A server on a free port, and a way to ask it that unpacks nothing, as `fetch` would. */
export async function servePacked(
  answer: http.RequestListener,
): Promise<{ get: GetPacked; close: () => void }> {
  const server = http.createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  const get: GetPacked = (path, headers = {}, method = "GET") =>
    new Promise((resolve, reject) => {
      const all = { "accept-encoding": "gzip, deflate, br", ...headers }
      const request = http.request({ port, path, headers: all, method }, (response) => {
        const pieces: Buffer[] = []
        response.on("data", (piece) => pieces.push(piece))
        const { statusCode: status = 0 } = response
        response.on("end", () => resolve({ status, headers: response.headers, body: Buffer.concat(pieces) }))
      })
      request.on("error", reject).end()
    })
  return { get, close: () => server.close() }
}

import http from "node:http"

export type Reply = { status: number; body: string; bytes: number; headers: http.IncomingHttpHeaders }

export type Call = {
  method?: string
  path: string
  cookie?: string
  json?: unknown
  headers?: Record<string, string>
}

export type Send = (port: number, call: Call) => Promise<Reply>

const agent = new http.Agent({ keepAlive: true, maxSockets: 512 })

/** A bare HTTP call to this machine with a kept connection: as little driver as possible beside the server. */
export function call(
  port: number,
  { method = "GET", path, cookie, json, headers = {} }: Call,
): Promise<Reply> {
  const body = json === undefined ? undefined : JSON.stringify(json)
  const origin = `http://127.0.0.1:${port}`
  const all: Record<string, string> = { "accept-encoding": "gzip", ...headers }
  if (cookie) all.cookie = cookie
  if (method !== "GET") all.origin ??= origin
  if (body !== undefined) {
    all["content-type"] ??= "application/json"
    all["content-length"] = String(Buffer.byteLength(body))
  }
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: "127.0.0.1", port, method, path, headers: all, agent },
      (response) => {
        const chunks: Buffer[] = []
        response.on("data", (chunk: Buffer) => chunks.push(chunk))
        response.on("end", () => {
          const raw = Buffer.concat(chunks)
          const packed = response.headers["content-encoding"] === "gzip"
          resolve({
            status: response.statusCode ?? 0,
            body: packed ? "" : raw.toString(),
            bytes: raw.length,
            headers: response.headers,
          })
        })
        response.on("error", reject)
      },
    )
    request.on("error", reject)
    request.end(body)
  })
}

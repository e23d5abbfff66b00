import http from "node:http"
import type { AddressInfo } from "node:net"
import { gunzipSync } from "node:zlib"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { sendKept, sendWhole, takesGzip } from "./send-whole"

type Answer = (response: http.ServerResponse) => void

let answer: Answer = () => {}
let asked = 0
let port = 0

const server = http.createServer((request, response) => {
  const path = request.url ?? "/"
  if (sendKept(request, response, path)) return
  sendWhole(request, response, path)
  asked++
  answer(response)
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

type Reply = { status: number; headers: http.IncomingHttpHeaders; body: Buffer }

function get(path: string, headers: http.OutgoingHttpHeaders = {}, method = "GET"): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const all = { "accept-encoding": "gzip, deflate, br", ...headers }
    const request = http.request({ port, path, headers: all, method }, (response) => {
      const pieces: Buffer[] = []
      response.on("data", (piece) => pieces.push(piece))
      const { statusCode: status = 0 } = response
      response.on("end", () => resolve({ status, headers: response.headers, body: Buffer.concat(pieces) }))
    })
    request.on("error", reject).end()
  })
}

const contentOf = ({ headers, body }: Reply): Buffer =>
  headers["content-encoding"] === "gzip" ? gunzipSync(body) : body

const piece = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }).map((text) => Buffer.from(text).toString()),
  fc.uint8Array({ maxLength: 3_000 }),
)

describe("a reply that comes in pieces", () => {
  it("arrives whole, whatever the pieces, the type and the way it ends", async () => {
    const types = ["text/html; charset=utf-8", "text/x-component", "application/json", "application/zip"]
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 12 }),
        fc.constantFrom(...types),
        fc.boolean(),
        async (pieces, type, last) => {
          answer = (response) => {
            response.setHeader("content-type", type)
            response.flushHeaders()
            for (const one of last ? pieces.slice(0, -1) : pieces) response.write(one)
            if (last && pieces.length > 0) response.end(pieces.at(-1))
            else response.end()
          }
          const reply = await get("/page")
          expect(contentOf(reply)).toEqual(Buffer.concat(pieces.map((one) => Buffer.from(one as string))))
          if (reply.headers["content-length"] !== undefined)
            expect(reply.body).toHaveLength(Number(reply.headers["content-length"]))
        },
      ),
      { numRuns: 150 },
    )
  })

  const html = "<p>One sentence.</p>".repeat(200)
  const page: Answer = (response) => {
    response.setHeader("content-type", "text/html")
    response.write(html)
    response.end()
  }

  it("is packed for whoever takes it, and says so to caches", async () => {
    answer = page
    const packed = await get("/page")
    expect(packed.headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" })
    expect(packed.body.length).toBeLessThan(html.length / 4)
    const plain = await get("/page", { "accept-encoding": "br" })
    expect(plain.headers["content-encoding"]).toBeUndefined()
    expect(plain.body.toString()).toBe(html)
  })

  it("keeps its status, and what was packed or is a part of something stays as it is", async () => {
    answer = (response) => page(Object.assign(response, { statusCode: 404 }))
    expect(await get("/page")).toMatchObject({ status: 404, headers: { "content-encoding": "gzip" } })
    answer = (response) => page(Object.assign(response, { statusCode: 206 }))
    expect((await get("/page")).headers["content-encoding"]).toBeUndefined()
    answer = (response) => {
      response.setHeader("content-encoding", "br")
      page(response)
    }
    expect((await get("/page")).body.toString()).toBe(html)
  })

  it("has no body where there is none", async () => {
    answer = (response) => {
      response.setHeader("content-type", "text/html")
      response.statusCode = 304
      response.end()
    }
    const reply = await get("/page")
    expect(reply).toMatchObject({ status: 304, body: Buffer.alloc(0) })
    expect(reply.headers["content-encoding"]).toBeUndefined()
  })

  it("tells whoever waits for its end", async () => {
    const told: string[] = []
    answer = (response) => {
      response.setHeader("content-type", "text/html")
      response.on("finish", () => told.push("finish"))
      response.write("a", () => told.push("write"))
      response.end("b", () => told.push("end"))
    }
    expect((await get("/page")).body.toString()).toBe("ab")
    expect(told.sort()).toEqual(["end", "finish", "write"])
  })

  it("goes out at once where it is a stream of events", async () => {
    answer = (response) => {
      response.setHeader("content-type", "text/event-stream")
      response.flushHeaders()
      response.write("data: 1\n\n")
      expect(response.headersSent).toBe(true)
      response.end()
    }
    expect((await get("/stream")).headers["content-encoding"]).toBeUndefined()
  })
})

describe("a part of the app", () => {
  const script = "const a = 1\n".repeat(500)
  const built: Answer = (response) => {
    response.setHeader("content-type", "application/javascript; charset=UTF-8")
    response.setHeader("cache-control", "public, max-age=31536000, immutable")
    response.setHeader("etag", 'W/"1"')
    response.end(script)
  }

  it("is packed once, and then given by itself", async () => {
    answer = built
    asked = 0
    const replies = [await get("/_next/static/a.js"), await get("/_next/static/a.js")]
    expect(asked).toBe(1)
    for (const reply of replies) {
      expect(contentOf(reply).toString()).toBe(script)
      expect(reply.headers).toMatchObject({
        "cache-control": "public, max-age=31536000, immutable",
        etag: 'W/"1"',
      })
    }
    const known = await get("/_next/static/a.js", { "if-none-match": 'W/"1"' })
    expect(known).toMatchObject({ status: 304, body: Buffer.alloc(0) })
    expect(known.headers["content-encoding"]).toBeUndefined()
  })

  it("is kept by its plain name alone, so that nobody fills the memory with others", async () => {
    answer = built
    asked = 0
    const others = ["%64.js", "./d.js", "/d.js", "../static/d.js", "chunks/%2e/d.js", "d.js%20"]
    for (const other of [...others, ...others]) await get(`/_next/static/${other}`)
    expect(asked).toBe(2 * others.length)
  })

  it("is asked for anew by whoever takes it otherwise, and never kept where it is not there", async () => {
    answer = built
    await get("/_next/static/b.js")
    asked = 0
    await get("/_next/static/b.js", { "accept-encoding": "identity" })
    await get("/_next/static/b.js", { range: "bytes=0-9" })
    await get("/_next/static/b.js", {}, "HEAD")
    expect(asked).toBe(3)
    answer = (response) => built(Object.assign(response, { statusCode: 404 }))
    asked = 0
    for (const _ of [1, 2]) await get("/_next/static/c.js")
    expect(asked).toBe(2)
  })
})

it("who takes gzip says so", () => {
  const takes = (encoding?: string) =>
    takesGzip({ headers: { "accept-encoding": encoding } } as http.IncomingMessage)
  expect(["gzip", "br, gzip;q=0.5", "gzip;q=1"].map(takes)).toEqual([true, true, true])
  expect([undefined, "", "br", "gzip;q=0", "gzip; q=0.0, br"].map(takes)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})

import type http from "node:http"
import zlib, { brotliDecompressSync, gunzipSync } from "node:zlib"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type GetPacked, type PackedReply, servePacked } from "@/tests/support/get-packed"
import { sendWhole } from "./send-whole"

type Answer = (response: http.ServerResponse) => void

let answer: Answer = () => {}
let get: GetPacked
let close = () => {}

beforeAll(async () => {
  const served = await servePacked((request, response) => {
    sendWhole(request, response, request.url ?? "/")
    answer(response)
  })
  get = served.get
  close = served.close
})
afterAll(() => close())

const unpack: Record<string, (body: Buffer) => Buffer> = {
  gzip: gunzipSync,
  br: brotliDecompressSync,
  zstd: (body) =>
    (zlib as unknown as { zstdDecompressSync: (body: Buffer) => Buffer }).zstdDecompressSync(body),
}

const contentOf = ({ headers, body }: PackedReply): Buffer =>
  unpack[headers["content-encoding"] ?? ""]?.(body) ?? body

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
        fc.constantFrom("gzip", "gzip, deflate, br", "gzip, deflate, br, zstd"),
        async (pieces, type, last, encoding) => {
          answer = (response) => {
            response.setHeader("content-type", type)
            response.flushHeaders()
            for (const one of last ? pieces.slice(0, -1) : pieces) response.write(one)
            if (last && pieces.length > 0) response.end(pieces.at(-1))
            else response.end()
          }
          const reply = await get("/page", { "accept-encoding": encoding })
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
    const best = "zstdCompressSync" in zlib ? "zstd" : "br"
    const ways = {
      gzip: "gzip",
      "gzip, br": "br",
      "gzip, deflate, br, zstd": best,
      "gzip, br;q=0, zstd;q=0": "gzip",
    }
    for (const [accepted, way] of Object.entries(ways)) {
      const packed = await get("/page", { "accept-encoding": accepted })
      expect(packed.headers).toMatchObject({ "content-encoding": way, vary: "Accept-Encoding" })
      expect(packed.body.length).toBeLessThan(html.length / 4)
      expect(contentOf(packed).toString()).toBe(html)
    }
    const plain = await get("/page", { "accept-encoding": "identity" })
    expect(plain.headers["content-encoding"]).toBeUndefined()
    expect(plain.body.toString()).toBe(html)
  })

  it("keeps its status, and what was packed or is a part of something stays as it is", async () => {
    answer = (response) => page(Object.assign(response, { statusCode: 404 }))
    expect(await get("/page")).toMatchObject({ status: 404, headers: { "content-encoding": "br" } })
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

import type http from "node:http"
import { gunzipSync } from "node:zlib"
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

const contentOf = ({ headers, body }: PackedReply): Buffer =>
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

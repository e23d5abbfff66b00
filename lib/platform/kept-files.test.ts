import type http from "node:http"
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type GetPacked, servePacked } from "@/tests/support/get-packed"
import { isBuilt, packBuilt, sendKept, takes } from "./kept-files"

const script = "const a = 1\n".repeat(500)
const etag = 'W/"1"'

let asked = 0
let status = 200
let get: GetPacked
let close = () => {}

/** As the front server does it, with a build that packed every file but `bare.js`. */
beforeAll(async () => {
  const served = await servePacked((request, response) => {
    const pathname = request.url ?? "/"
    if (sendKept(request, response, pathname)) return
    asked += 1
    response.statusCode = status
    response.setHeader("content-type", "application/javascript; charset=UTF-8")
    response.setHeader("cache-control", "public, max-age=31536000, immutable")
    response.setHeader("etag", etag)
    if (!isBuilt(pathname) || request.headers.range || request.method !== "GET") return response.end(script)
    const brotliOf = (name: string) => (name.endsWith("bare.js") ? null : brotliCompressSync(script))
    const { body, encoding } = packBuilt(request, response, Buffer.from(script), { pathname, brotliOf })
    response.setHeader("content-encoding", encoding)
    response.end(body)
  })
  get = served.get
  close = served.close
})
afterAll(() => close())

describe("a part of the app", () => {
  it("is packed once, and then given by itself, in the way that the browser takes", async () => {
    asked = 0
    const first = await get("/_next/static/a.js")
    expect(first.headers["content-encoding"]).toBe("br")
    expect(brotliDecompressSync(first.body).toString()).toBe(script)
    const small = await get("/_next/static/a.js")
    expect(small.headers).toMatchObject({
      "content-encoding": "br",
      "content-length": String(small.body.length),
      "content-type": "application/javascript; charset=UTF-8",
      "cache-control": "public, max-age=31536000, immutable",
      etag,
    })
    expect(brotliDecompressSync(small.body).toString()).toBe(script)
    for (const encoding of ["gzip", "gzip, br;q=0"]) {
      const older = await get("/_next/static/a.js", { "accept-encoding": encoding })
      expect(older.headers["content-encoding"]).toBe("gzip")
      expect(gunzipSync(older.body).toString()).toBe(script)
    }
    expect(asked).toBe(1)
  })

  it("is given by gzip where the build packed it in no other way", async () => {
    await get("/_next/static/bare.js")
    const reply = await get("/_next/static/bare.js")
    expect(reply.headers["content-encoding"]).toBe("gzip")
    expect(gunzipSync(reply.body).toString()).toBe(script)
  })

  it("is not sent again to whoever has it", async () => {
    await get("/_next/static/a.js")
    const known = await get("/_next/static/a.js", { "if-none-match": etag })
    expect(known).toMatchObject({ status: 304, body: Buffer.alloc(0) })
    expect(known.headers["content-encoding"]).toBeUndefined()
  })

  it("is kept by its plain name alone, so that nobody fills the memory with others", async () => {
    asked = 0
    const others = ["%64.js", "./d.js", "/d.js", "../static/d.js", "chunks/%2e/d.js", "d.js%20"]
    for (const other of [...others, ...others]) await get(`/_next/static/${other}`)
    expect(asked).toBe(2 * others.length)
  })

  it("is asked for anew by whoever takes it otherwise, and never kept where it is not there", async () => {
    await get("/_next/static/b.js")
    asked = 0
    await get("/_next/static/b.js", { "accept-encoding": "identity" })
    await get("/_next/static/b.js", { range: "bytes=0-9" })
    await get("/_next/static/b.js", {}, "HEAD")
    expect(asked).toBe(3)
    status = 404
    asked = 0
    for (const _ of [1, 2]) await get("/_next/static/c.js")
    status = 200
    expect(asked).toBe(2)
  })
})

it("who takes a packing says so", () => {
  const among = (encoding?: string) => {
    const request = { headers: { "accept-encoding": encoding } } as http.IncomingMessage
    return `${takes(request, "gzip") ? "gzip" : "-"} ${takes(request, "br") ? "br" : "-"}`
  }
  expect(["gzip", "br, gzip;q=0.5", "gzip;q=1", "br"].map(among)).toEqual([
    "gzip -",
    "gzip br",
    "gzip -",
    "- br",
  ])
  expect([undefined, "", "gzip;q=0", "gzip; q=0.0, br;q=0"].map(among)).toEqual(Array(4).fill("- -"))
})

import "server-only"
import type http from "node:http"
import zlib, { brotliCompressSync, constants, gzipSync } from "node:zlib"
import { isBuilt, type Packed, packBuilt, takes } from "@/lib/platform/kept-files"

/** What gets smaller; a picture or a workbook is packed already. */
const PACKABLE = /^(?:text\/(?!event-stream)|image\/svg|application\/(?:javascript|json|manifest))/
/** Below that, the packing weighs more than it takes away. In bytes. */
const WORTH_PACKING = 1_024
/** Node has Zstandard from 22.15, and the types of the oldest Node that may serve do not know it. */
const { zstdCompressSync } = zlib as { zstdCompressSync?: (whole: Buffer) => Buffer }
/** A seventh smaller than gzip makes a page, in two thirds of the time. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } }
/** For a page that is made for one person, once: quicker than the usual 6, for 2 to 4 % more bytes. */
const GZIP = { level: 4 }

/** Zstandard, at its own usual level, makes a page a fifth smaller than gzip, in a third of the time: most browsers take it. */
function packOnce(request: http.IncomingMessage, whole: Buffer): Packed {
  if (zstdCompressSync && takes(request, "zstd")) return { body: zstdCompressSync(whole), encoding: "zstd" }
  if (takes(request, "br")) return { body: brotliCompressSync(whole, BROTLI), encoding: "br" }
  return { body: gzipSync(whole, GZIP), encoding: "gzip" }
}

type Piece = string | Uint8Array | null | undefined | (() => void)

/**
 * Holds together what comes in many small pieces, and sends it packed, in one: a piece that is packed and written alone costs
 * the server and the line more. Pages wait for nothing half-way (decision 56), so nobody sees them later for it. What is not to
 * be packed goes out as it comes.
 */
export function sendWhole(request: http.IncomingMessage, response: http.ServerResponse, path: string): void {
  if (request.method === "HEAD" || !takes(request, "gzip")) return
  const { write, end, flushHeaders } = response
  const pieces: Buffer[] = []
  let holds: boolean | null = null
  const isHolding = (): boolean => {
    holds ??= !response.headersSent && isPackable(response)
    return holds
  }
  const letGo = () => Object.assign(response, { write, end, flushHeaders })
  const hold = (piece: Piece, encoding: unknown) => {
    if (piece === null || piece === undefined || typeof piece === "function") return
    pieces.push(typeof piece === "string" ? Buffer.from(piece, encodingOf(encoding)) : Buffer.from(piece))
  }
  const passing =
    (method: unknown, own: (...given: unknown[]) => unknown) =>
    (...given: unknown[]) => {
      if (isHolding()) return own(...given)
      letGo()
      return (method as (...given: unknown[]) => unknown).apply(response, given)
    }
  Object.assign(response, {
    flushHeaders: passing(flushHeaders, () => {}),
    write: passing(write, (piece, encoding, done) => {
      hold(piece as Piece, encoding)
      const after = [encoding, done].find((one) => typeof one === "function")
      if (after) queueMicrotask(after as () => void)
      return true
    }),
    end: passing(end, (piece, encoding, done) => {
      hold(piece as Piece, encoding)
      letGo()
      const whole = packed(request, response, Buffer.concat(pieces), path)
      const after = [piece, encoding, done].find((one) => typeof one === "function") as
        | (() => void)
        | undefined
      return whole ? response.end(whole, after) : response.end(after)
    }),
  })
}

const encodingOf = (encoding: unknown): BufferEncoding =>
  typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"

function isPackable(response: http.ServerResponse): boolean {
  const bare = response.getHeader("content-encoding") === undefined
  return (
    bare && response.statusCode !== 206 && PACKABLE.test(String(response.getHeader("content-type") ?? ""))
  )
}

/** What is to be sent of a whole reply; null where it has no body, as one that is not modified. */
function packed(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  whole: Buffer,
  path: string,
): Buffer | null {
  if (whole.length === 0) return null
  const vary = String(response.getHeader("vary") ?? "")
  if (!/accept-encoding/i.test(vary))
    response.setHeader("vary", vary ? `${vary}, Accept-Encoding` : "Accept-Encoding")
  if (whole.length < WORTH_PACKING) {
    response.setHeader("content-length", whole.length)
    return whole
  }
  const { body, encoding } = isBuilt(path)
    ? packBuilt(request, response, whole, { pathname: path })
    : packOnce(request, whole)
  response.setHeader("content-encoding", encoding)
  response.setHeader("content-length", body.length)
  return body
}

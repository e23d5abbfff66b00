import "server-only"
import { readFileSync } from "node:fs"
import type http from "node:http"
import path from "node:path"
import { gzipSync } from "node:zlib"

// The parts of the app itself: every device asks for the same ones, so they are packed once and answered without Next.

/** For a file that everybody asks for. */
const THOROUGH = 9

/**
 * A part of the app: named by its content, so it never changes. Its plain name alone, since one file may be asked for in any number
 * of ways (`%63hunks`, `chunks/./`), and each would be kept.
 */
export const isBuilt = (pathname: string): boolean => /^\/_next\/static(?:\/[\w-][\w.~-]*)+$/.test(pathname)

type Kept = {
  headers: http.OutgoingHttpHeaders
  gzip: Buffer
  /** A seventh smaller. Null where the build made none. */
  brotli: Buffer | null
}

/** More than a build has. Where a disk takes capitals for small letters, one file still has many names. */
const MOST_KEPT = 1_000

/** Of a file that is not there nothing is kept. */
const kept = new Map<string, Kept>()

const PACKINGS = {
  gzip: /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/,
  br: /\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/,
  zstd: /\bzstd\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/,
}

/** Whether a request takes replies packed in that way. */
export const takes = (request: http.IncomingMessage, packing: keyof typeof PACKINGS): boolean =>
  PACKINGS[packing].test(String(request.headers["accept-encoding"] ?? ""))

export type Packed = { body: Buffer; encoding: keyof typeof PACKINGS }

const asTaken = (request: http.IncomingMessage, { gzip, brotli }: Pick<Kept, "gzip" | "brotli">): Packed =>
  brotli && takes(request, "br") ? { body: brotli, encoding: "br" } : { body: gzip, encoding: "gzip" }

/** Answers with a part of the app that was packed before. False where there is none, or who asks takes no gzip. */
export function sendKept(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  pathname: string,
): boolean {
  const found = request.method === "GET" && !request.headers.range ? kept.get(pathname) : null
  if (!found || !takes(request, "gzip")) return false
  for (const [name, value] of Object.entries(found.headers))
    if (value !== undefined) response.setHeader(name, value)
  const { etag } = found.headers
  if (etag && request.headers["if-none-match"] === etag) response.writeHead(304).end()
  else {
    const { body, encoding } = asTaken(request, found)
    response.setHeader("content-encoding", encoding)
    response.setHeader("content-length", body.length)
    response.end(body)
  }
  return true
}

const KEPT_HEADERS = ["content-type", "cache-control", "etag", "last-modified", "vary"]

/** Where the build puts what brotli made of a file: packing that well takes longer than a request may (bin/start/pack-files.mjs). */
const BUILT = path.join(process.cwd(), ".next")

function readBrotli(pathname: string): Buffer | null {
  try {
    return readFileSync(`${path.join(BUILT, pathname.slice("/_next/".length))}.br`)
  } catch {
    return null
  }
}

/** Packs a part of the app that Next has answered whole, and keeps it for the next who asks. Answers it as this one takes it. */
export function packBuilt(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  whole: Buffer,
  { pathname, brotliOf = readBrotli }: { pathname: string; brotliOf?: (pathname: string) => Buffer | null },
): Packed {
  const gzip = gzipSync(whole, { level: THOROUGH })
  const brotli = brotliOf(pathname)
  if (response.statusCode === 200 && kept.size < MOST_KEPT) {
    const headers = Object.fromEntries(KEPT_HEADERS.map((name) => [name, response.getHeader(name)]))
    kept.set(pathname, { headers, gzip, brotli })
  }
  return asTaken(request, { gzip, brotli })
}

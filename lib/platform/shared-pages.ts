import "server-only"
import { createHash, randomBytes, randomUUID } from "node:crypto"
import http from "node:http"
import type { AddressInfo } from "node:net"
import { LRUCache } from "lru-cache"
import { now } from "@/lib/platform/clock"
import { type CutPage, cutPage, type Filling, fillPage, type StandIn } from "@/lib/platform/page-slots"
import { tokenHashOf } from "@/lib/platform/session-cookie"

/*
 * When a class opens a text, thirty pages are made that differ by a name. Such a page is made once, for a stand-in, kept for some
 * seconds, and filled with each person's name; who may have it, and what they have done, is asked of the database for each of them
 * as ever. See docs/decisions/0061.
 */

/** What the front server finds out before it decides. Not null: this person may see the page. */
export type Look = {
  /** What Next is handed where it makes the page for this person alone, so that nothing is asked twice. */
  handed: ReadonlyMap<string, unknown>
  /** Null: the page says more of this person than their name. */
  shared: SharedLook | null
}

export type SharedLook = {
  person: { userId: string; displayName: string }
  /** All that the page is made of, the stand-in in place of the person: what is equal here is one page. */
  handed: ReadonlyMap<string, unknown>
}

export type SharedPage = {
  pattern: RegExp
  look: (asked: {
    params: Record<string, string>
    tokenHash: Buffer
    standIn: StandIn
    at: Date
  }) => Promise<Look | null>
}

type Kept = { page: CutPage; headers: http.OutgoingHttpHeaders }

/** How long a page stands for others, in milliseconds: "closes in 5 minutes" may be that old. */
const KEPT_FOR = 20_000
/** As many as there are classes at once. A page is some 120 KB. */
const MOST_KEPT = 40
const MOST_REMEMBERED = 5_000
/** How long Next may take to make one, in milliseconds. */
const PATIENCE = 30_000
/** Cookies by which the page itself looks otherwise: the theme, and how text is set. */
const COOKIES = ["theme", "reading-type"]
const LONGEST_COOKIE = 200
const TICKET = "x-colloquy-stand-in"
const OWN_HEADERS = [
  "connection",
  "keep-alive",
  "date",
  "transfer-encoding",
  "content-length",
  "x-request-id",
  "content-security-policy",
]

const word = () => randomBytes(16).toString("hex")
// What is hidden has the shape of an id, so that what is looked for by it is not found.
const standIn: StandIn = { displayName: word(), userId: randomUUID(), nonce: word(), hidden: randomUUID() }

/** The nonce that the stand-in's pages are made with. */
export const STAND_IN_NONCE = standIn.nonce

const pages = new LRUCache<string, Promise<Kept | null>>({ max: MOST_KEPT, ttl: KEPT_FOR })
/** What was asked for once: a page is made for others only when a second person asks for the same one. */
const askedOnce = new LRUCache<string, true>({ max: MOST_REMEMBERED, ttl: KEPT_FOR })
const tickets = new Map<string, ReadonlyMap<string, unknown>>()

/** What Next is to be handed for a request that this process has sent to itself; undefined for every other. */
export function redeemTicket(request: http.IncomingMessage): ReadonlyMap<string, unknown> | undefined {
  const ticket = request.headers[TICKET]
  if (ticket === undefined) return undefined
  delete request.headers[TICKET]
  const handed = tickets.get(String(ticket))
  tickets.delete(String(ticket))
  return handed
}

/** A page that a browser opens anew. One that is already open fetches data, and a forced reload is to be made anew. */
const isOpening = ({ method, headers, url = "" }: http.IncomingMessage): boolean =>
  method === "GET" &&
  !url.includes("?") &&
  headers.rsc === undefined &&
  !/no-cache/.test(headers["cache-control"] ?? "") &&
  headers.cookie !== undefined

/** What is found out about whoever asks for a page that can be shared; null for every other page, and whoever may not see it. */
export async function lookAt(
  shared: readonly SharedPage[],
  request: http.IncomingMessage,
  path: string,
): Promise<Look | null> {
  if (!isOpening(request)) return null
  for (const { pattern, look } of shared) {
    const params = pattern.exec(path)?.groups
    if (!params) continue
    const tokenHash = await tokenHashOf(request.headers.cookie ?? null)
    return tokenHash && look({ params, tokenHash, standIn, at: now() })
  }
  return null
}

type Asked = { request: http.IncomingMessage; path: string; server: http.Server }

/** The page for this person from what is kept, made first where it is not. Null: Next makes it, for them alone. */
export async function sharedPage(
  look: SharedLook,
  { request, path, server }: Asked,
  nonce: string,
): Promise<{ html: string; headers: http.OutgoingHttpHeaders } | null> {
  const cookies = cookiesOf(request.headers.cookie ?? "")
  if (cookies === null) return null
  const key = hashOf(JSON.stringify([path, cookies, [...look.handed]]))
  let made = pages.get(key)
  if (!made) {
    const isFirst = !askedOnce.has(key)
    askedOnce.set(key, true)
    if (isFirst) return null
    made = makePage(look, { request, path, server }, cookies)
    pages.set(key, made)
  }
  const kept = await made
  if (!kept) return null
  const filling: Filling = { ...look.person, nonce }
  const headers = Object.fromEntries(
    Object.entries(kept.headers).map(([name, value]) => [
      name,
      typeof value === "string" ? value.replaceAll(standIn.nonce, nonce) : value,
    ]),
  )
  return { html: fillPage(kept.page, filling), headers }
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64")

function cookiesOf(header: string): string | null {
  const own = header.split("; ").filter((cookie) => COOKIES.includes(cookie.split("=", 1)[0] ?? ""))
  return own.some(({ length }) => length > LONGEST_COOKIE) ? null : own.sort().join("; ")
}

/** Asks this very server for the page, as the stand-in: no session goes with it, so what is handed is all it can know. */
async function makePage(
  look: SharedLook,
  { request, path, server }: Asked,
  cookie: string,
): Promise<Kept | null> {
  const ticket = randomUUID()
  tickets.set(ticket, look.handed)
  try {
    const headers = { host: request.headers.host ?? "localhost", accept: "text/html", [TICKET]: ticket }
    const reply = await ask({
      ...addressOf(server),
      path,
      headers: cookie ? { ...headers, cookie } : headers,
    })
    const isPage = reply.status === 200 && /^text\/html/.test(String(reply.headers["content-type"]))
    if (!isPage || reply.headers["set-cookie"]) return null
    const page = cutPage(reply.body, standIn)
    return page && { page, headers: withoutOwn(reply.headers) }
  } catch {
    return null
  } finally {
    tickets.delete(ticket)
  }
}

function addressOf(server: http.Server): http.RequestOptions {
  const address = server.address()
  if (typeof address === "string") return { socketPath: address }
  const { address: host, port } = address as AddressInfo
  return { host: host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host, port }
}

const withoutOwn = (headers: http.IncomingHttpHeaders): http.OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN_HEADERS.includes(name)))

type Reply = { status: number; headers: http.IncomingHttpHeaders; body: string }

function ask(options: http.RequestOptions): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = http.get({ ...options, agent: false, timeout: PATIENCE }, (response) => {
      const pieces: Buffer[] = []
      response.on("data", (piece: Buffer) => pieces.push(piece))
      response.on("error", reject)
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(pieces).toString(),
        }),
      )
    })
    request.on("timeout", () => request.destroy(new Error("no page in time")))
    request.on("error", reject)
  })
}

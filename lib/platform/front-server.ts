import "server-only"
import http from "node:http"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { ReadableStream as WebStream } from "node:stream/web"
import { contentSecurityPolicy, FIXED_HEADERS, makeNonce } from "@/lib/platform/content-security-policy"
import { watchConnections } from "@/lib/platform/drain"
import { checkReadiness } from "@/lib/platform/health"
import { sendKept } from "@/lib/platform/kept-files"
import { reportBug } from "@/lib/platform/log"
import { type EarlyRefusal, earlyRefusal } from "@/lib/platform/refuse-early"
import type { RouteHandler } from "@/lib/platform/run-route"
import { sendWhole } from "@/lib/platform/send-whole"
import {
  lookAt,
  redeemTicket,
  type SharedPage,
  STAND_IN_NONCE,
  sharedPage,
} from "@/lib/platform/shared-pages"
import { mayReadMetrics, sendMetrics } from "@/lib/platform/telemetry/answer-metrics"
import { currentRequest, runInRequest } from "@/lib/platform/telemetry/request-context"
import { FILES } from "@/lib/platform/telemetry/route-patterns"
import { watchRequest } from "@/lib/platform/telemetry/watch-request"
import { blameCaller } from "@/lib/platform/unreadable-action"

/** A route the front server answers itself. `pattern` names its parameters: /^\/api\/attempts\/(?<id>[^/]+)$/. */
export type FastRoute = { method: string; pattern: RegExp; handler: RouteHandler }

type NextHandler = (request: http.IncomingMessage, response: http.ServerResponse) => Promise<void> | void

export type FrontServer = {
  fastRoutes: readonly FastRoute[]
  /** Pages that are one for many people: made once, and filled by the front server. */
  sharedPages?: readonly SharedPage[]
  next: NextHandler
  development: boolean
  /** A proxy in front of us ends TLS and says so in x-forwarded-proto; without it the header is somebody's claim. */
  trustProxy: boolean
}

const GONE = new Set(["ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE"])

/** The client left in the middle, as on a bad network: nothing is wrong here, and there is nobody to answer. */
const isClientGone = (error: unknown, request: http.IncomingMessage): boolean =>
  request.socket.destroyed && GONE.has((error as { code?: string }).code ?? "")

/**
 * How long a request may take to arrive, in milliseconds: its head, and all of it. Whoever dribbles is shown out; 20 MB of
 * a Word file over a school's line of half a megabit a second still come through.
 */
const ARRIVES_WITHIN = { headersTimeout: 20_000, requestTimeout: 300_000, connectionsCheckingInterval: 2_000 }

/** The one HTTP server of the process: health, the fast routes, and Next for all else. `arrivesWithin` is for tests. */
export function createFrontServer(front: FrontServer, arrivesWithin = ARRIVES_WITHIN): http.Server {
  const server = http.createServer(arrivesWithin, (request, response) => {
    const pathname = pathOf(request)
    const context = watchRequest(request, response, { pathname, trustProxy: front.trustProxy })
    for (const [name, value] of Object.entries(FIXED_HEADERS)) response.setHeader(name, value)
    const isFile = context.route === FILES || pathname.startsWith("/_next/static/")
    const early = earlyRefusal({ method: request.method ?? "", url: request.url ?? "", isFile })
    if (early) return refuseEarly(early, response)
    runInRequest(context, () =>
      answer({ ...front, server }, request, response, pathname).catch((error) => {
        if (isClientGone(error, request)) return
        reportBug(error, "front server")
        if (!response.headersSent) response.writeHead(500)
        response.end()
      }),
    )
  })
  watchConnections(server)
  return server
}

const pathOf = (request: http.IncomingMessage): string => (request.url ?? "/").split("?", 1)[0] ?? "/"

/** Without a proxy in front of us these are somebody's claim. */
const FORWARDED = ["x-forwarded-proto", "x-forwarded-host", "x-forwarded-for", "x-forwarded-port"]

type Front = FrontServer & { server: http.Server }

async function answer(
  front: Front,
  request: http.IncomingMessage,
  response: http.ServerResponse,
  path: string,
) {
  if (!front.trustProxy) for (const name of FORWARDED) delete request.headers[name]
  if (path === "/livez") return sendJson(response, 200, { state: "ok" })
  if (path === "/readyz") {
    const readiness = await checkReadiness()
    return sendJson(response, readiness.ready ? 200 : 503, readiness)
  }
  if (path === "/metrics" && mayReadMetrics(request)) return sendMetrics(response)
  for (const route of front.fastRoutes) {
    const match = route.method === request.method ? route.pattern.exec(path) : null
    if (match) return sendFast(route.handler, match.groups ?? {}, request, response)
  }
  return answerPage(front, request, response, path)
}

async function answerPage(
  front: Front,
  request: http.IncomingMessage,
  response: http.ServerResponse,
  path: string,
) {
  const ofStandIn = redeemTicket(request)
  if (ofStandIn)
    return handToNext(front, request, response, { path, handed: ofStandIn, nonce: STAND_IN_NONCE })
  const nonce = makeNonce()
  // Where nothing can be found out, Next says so by a page of its own.
  const look = await lookAt(front.sharedPages ?? [], request, path).catch(() => null)
  const shared = look?.shared
    ? await sharedPage(look.shared, { request, path, server: front.server }, nonce)
    : null
  if (!shared) return handToNext(front, request, response, { path, handed: look?.handed, nonce })
  for (const [name, value] of Object.entries(shared.headers))
    if (value !== undefined) response.setHeader(name, value)
  response.setHeader("content-security-policy", contentSecurityPolicy(nonce, front.development))
  sendWhole(request, response, path)
  response.end(shared.html)
}

function refuseEarly({ status, headers, error }: EarlyRefusal, response: http.ServerResponse) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  sendJson(response, status, { error })
}

function sendJson(response: http.ServerResponse, status: number, value: unknown) {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" })
  response.end(JSON.stringify(value))
}

const TOO_LARGE = { error: { code: "common.tooLarge", message: "Too large." } }

/** More than any fast route takes: what is larger is refused while it still arrives. */
const MOST_BYTES = 1024 * 1024

async function sendFast(
  handler: RouteHandler,
  params: Record<string, string>,
  request: http.IncomingMessage,
  response: http.ServerResponse,
) {
  const body = await readBody(request)
  if (body === null) {
    response.setHeader("connection", "close")
    return sendJson(response, 413, TOO_LARGE)
  }
  const answered = await handler(toWebRequest(request, body), params)
  response.statusCode = answered.status
  for (const [name, value] of answered.headers) response.setHeader(name, value)
  if (answered.body && isStream(answered)) return sendStream(answered.body, response)
  response.end(answered.body ? await answered.text() : undefined)
}

const isStream = ({ headers }: Response): boolean =>
  headers.get("content-type")?.startsWith("text/event-stream") === true

/** Sends what comes when it comes. A reader that goes away, at any time, is no fault; the stream is told. */
async function sendStream(body: ReadableStream<Uint8Array>, response: http.ServerResponse) {
  response.flushHeaders()
  await pipeline(Readable.fromWeb(body as WebStream), response).catch(() => {})
}

async function readBody(request: http.IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > MOST_BYTES) return null
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

/** More than any upload may have; each route has a limit of its own below it. */
const MOST_UPLOADED = 24 * 1024 * 1024

/** Ends a request that goes on beyond that, whoever reads it: every piece of a body comes by `push`. */
function boundBody(request: http.IncomingMessage) {
  const push = request.push.bind(request)
  let size = 0
  request.push = (piece: Buffer | null, encoding?: BufferEncoding) => {
    size += piece?.length ?? 0
    if (size <= MOST_UPLOADED) return push(piece, encoding)
    request.destroy()
    return false
  }
}

function toWebRequest(request: http.IncomingMessage, body: Buffer): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    headers.set(name, Array.isArray(value) ? value.join(", ") : (value ?? ""))
  return new Request(`http://${headers.get("host") ?? "localhost"}${request.url ?? "/"}`, {
    method: request.method,
    headers,
    body: body.length > 0 ? new Uint8Array(body) : undefined,
  })
}

/** `handed`: what is known already of what the page will ask for. */
type Handing = { path: string; nonce: string; handed?: ReadonlyMap<string, unknown> }

function handToNext(
  front: FrontServer,
  request: http.IncomingMessage,
  response: http.ServerResponse,
  { path, nonce, handed }: Handing,
) {
  const context = currentRequest()
  if (context) context.handed = handed
  // Next reads the nonce from the request's policy and stamps its scripts with it.
  const policy = contentSecurityPolicy(nonce, front.development)
  request.headers["content-security-policy"] = policy
  request.headers["x-colloquy-path"] = path
  if (!path.startsWith("/_next/")) response.setHeader("content-security-policy", policy)
  if (Number(request.headers["content-length"] ?? 0) > MOST_UPLOADED) {
    response.setHeader("connection", "close")
    return sendJson(response, 413, TOO_LARGE)
  }
  boundBody(request)
  blameCaller(request, response)
  if (!front.development && sendKept(request, response, path)) return
  if (!front.development) sendWhole(request, response, path)
  return front.next(request, response)
}

import "server-only"
import type http from "node:http"
import pino from "pino"
import { LOG_STREAM, logLevel } from "@/lib/platform/log"
import { lastHour } from "@/lib/platform/telemetry/last-hour"
import { metrics } from "@/lib/platform/telemetry/metrics"
import { makeRequestId, type RequestContext } from "@/lib/platform/telemetry/request-context"
import { patternOf, projectRoutes } from "@/lib/platform/telemetry/route-patterns"
import { addTime } from "@/lib/platform/telemetry/route-times"

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
/** What a proxy may call a request: nothing that could be somebody's words. */
const PROXY_ID = /^[A-Za-z0-9._-]{8,64}$/
const FLUSH_EVERY = 1_000

// One line a request is written in lumps: a write for each would cost more than the line.
const destination = pino.destination({ dest: LOG_STREAM, sync: false, minLength: 4_096 })
const accessLog = pino({ level: logLevel(), base: null }, destination)
setInterval(() => destination.flush(), FLUSH_EVERY).unref()

type Watching = { pathname: string; trustProxy: boolean }

/**
 * Gives a request its id, which the reply carries too, and counts and logs how it went when the answer is over. No address of
 * anybody, no path and no query: those may hold names and tokens.
 */
export function watchRequest(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  { pathname, trustProxy }: Watching,
): RequestContext {
  const given = trustProxy ? request.headers["x-request-id"] : undefined
  const id = typeof given === "string" && PROXY_ID.test(given) ? given : makeRequestId()
  const { method = "" } = request
  const context = {
    id,
    method: METHODS.has(method) ? method : "OTHER",
    route: patternOf(projectRoutes(), pathname),
    databaseMs: 0,
    trips: 0,
  }
  response.setHeader("x-request-id", id)
  const { socket } = request
  const before = socket.bytesWritten
  const started = performance.now()
  metrics().inFlight.inc()
  response.once("close", () => {
    metrics().inFlight.dec()
    const bytes = socket.bytesWritten - before
    finish(context, response, { milliseconds: performance.now() - started, bytes })
  })
  return context
}

type Measured = { milliseconds: number; bytes: number }

function finish(context: RequestContext, response: http.ServerResponse, { milliseconds, bytes }: Measured) {
  const { id, method, route, databaseMs, trips } = context
  // Whoever left before the answer had begun was given none.
  const status = response.headersSent ? response.statusCode : 499
  const isStream = response.getHeader("content-type")?.toString().startsWith("text/event-stream") === true
  metrics().requests.inc({ method, route, status: `${Math.floor(status / 100)}xx` })
  if (!isStream) {
    metrics().requestSeconds.observe({ method, route }, milliseconds / 1000)
    addTime(lastHour(), { route: `${method} ${route}`, milliseconds, databaseMs }, Date.now())
  }
  if (!accessLog.isLevelEnabled("info")) return
  const line = { request: id, method, route, status, ms: tenths(milliseconds), bytes }
  const left = response.writableFinished ? undefined : true
  accessLog.info({ ...line, dbMs: tenths(databaseMs), trips, left }, "request")
}

const tenths = (milliseconds: number): number => Math.round(milliseconds * 10) / 10

import "server-only"
import pino from "pino"
import { describeError } from "@/lib/platform/telemetry/describe-error"
import { countBug } from "@/lib/platform/telemetry/metrics"
import { rememberBug } from "@/lib/platform/telemetry/recent-bugs"
import { currentRequest, makeRequestId } from "@/lib/platform/telemetry/request-context"

const DEFAULT_LEVEL: Record<string, string> = { test: "silent", development: "warn" }

/** What LOG_LEVEL says; without it every request has its line, in development only what is out of order. */
export const logLevel = (): string =>
  process.env.LOG_LEVEL ?? DEFAULT_LEVEL[process.env.NODE_ENV ?? ""] ?? "info"

/** Standard error: on standard output a command's one value must stand alone. */
export const LOG_STREAM = 2

/**
 * One line of JSON per event, with the id of its request. Never a name, an answer, a stance, a password or a cookie:
 * tests/e2e/ops/logs.spec.ts. docs/seeing-inside.md names the fields.
 */
export const log = pino(
  {
    level: logLevel(),
    base: null,
    mixin: () => ({ request: currentRequest()?.id }),
    redact: ["password", "cookie", "*.password", "*.cookie"],
  },
  pino.destination(LOG_STREAM),
)

/**
 * Logs a bug, without its words, under an id that the person is shown: that of the request, so that the one number leads to
 * every line of it. `shownAs` is the number shown where it is another (Next's digest of an error in a page).
 */
export function reportBug(error: unknown, where: string, shownAs?: string): string {
  const request = currentRequest()
  const id = shownAs ?? request?.id ?? makeRequestId()
  const route = request?.route ?? null
  const described = describeError(error)
  log.error({ bug: id, where, route, error: described }, "bug")
  countBug()
  const kind = [described.name, described.code].filter(Boolean).join(" ")
  rememberBug({ id, where, route, kind, at: Date.now(), thrownAt: described.frames[0] ?? "" })
  return id
}

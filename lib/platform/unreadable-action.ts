import "server-only"
import type http from "node:http"
import { log } from "@/lib/platform/log"
import { describeError } from "@/lib/platform/telemetry/describe-error"
import { currentRequest } from "@/lib/platform/telemetry/request-context"

/** What Next takes for a call of a server action: the browser's own, and a form that was sent without its script. */
const callsAction = ({ method, headers }: http.IncomingMessage): boolean =>
  method === "POST" &&
  (headers["next-action"] !== undefined || /^multipart\/form-data/i.test(headers["content-type"] ?? ""))

/**
 * Next answers 500 where it cannot read the call of an action: a body that is cut off or made up, an origin that is none or
 * another's. No action has begun then, so it is the caller's fault, and is answered 400. What goes wrong in an action stays 500.
 */
export function blameCaller(request: http.IncomingMessage, response: http.ServerResponse): void {
  const context = currentRequest()
  if (!context || !callsAction(request)) return
  context.action = "called"
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => http.ServerResponse
  response.writeHead = (status: number, ...rest: unknown[]) =>
    writeHead(status === 500 && context.action === "called" ? 400 : status, ...rest)
}

/** Whether an error of the request being answered is that of a call which no action began for. It is logged, as no bug. */
export function noteUnreadable(error: unknown): boolean {
  const request = currentRequest()
  if (request?.action !== "called") return false
  log.warn({ route: request.route, error: describeError(error) }, "unreadable call of an action")
  return true
}

import "server-only"
import { createTranslator } from "use-intl/core"
import type { z } from "zod"
import type { Decision, Refusal, RefusalKind } from "@/lib/access/refusal"
import { reportBug } from "@/lib/platform/log"
import { loadMessages } from "@/lib/platform/messages"
import { passingRefusal } from "@/lib/platform/passing-refusal"
import { readBounded } from "@/lib/platform/read-bounded"
import { sameOrigin } from "@/lib/platform/same-origin"
import { tokenHashOf } from "@/lib/platform/session-cookie"
import { storable } from "@/lib/platform/storable"

const STATUS: Record<RefusalKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  "too-large": 413,
  limited: 429,
  unavailable: 503,
}

const MUTATIONS = new Set(["POST", "PUT", "PATCH", "DELETE"])

export type RouteCall<I> = {
  request: Request
  params: Record<string, string>
  input: I
  tokenHash: Buffer
}

export type RouteSpec<I, O> = {
  /** Shape of the JSON body. Without it no body is read. */
  input?: z.ZodType<I>
  maxBytes?: number
  handle: (call: RouteCall<I>) => Promise<Decision<O> | Response>
}

export type RouteHandler = (request: Request, params: Record<string, string>) => Promise<Response>

const refusal = (kind: RefusalKind, code: string): Refusal => ({ kind, code })

/**
 * A Web Request -> Response handler around a use case, the same behind Next and behind the front server:
 * strict origin on mutations, session cookie, bounded JSON body, refusals as `{error: {code, message, field?}}`.
 * It makes no database trip of its own: the use case's statement joins the session by `tokenHash`.
 */
export function runRoute<I = undefined, O = unknown>(spec: RouteSpec<I, O>): RouteHandler {
  return async (request, params) => {
    try {
      if (MUTATIONS.has(request.method) && !sameOrigin(request.headers))
        return refusedResponse(refusal("forbidden", "common.foreignOrigin"))
      const tokenHash = await tokenHashOf(request.headers.get("cookie"))
      if (!tokenHash) return refusedResponse(refusal("unauthenticated", "common.signedOut"))
      const body = await readBody(request, spec)
      if (!body.ok) return refusedResponse(body.refusal)
      const outcome = await spec.handle({ request, params, input: body.value, tokenHash })
      if (outcome instanceof Response) return outcome
      return outcome.ok ? json(200, outcome.value) : refusedResponse(outcome.refusal)
    } catch (error) {
      const passing = passingRefusal(error, "route")
      return passing ? refusedResponse(passing) : bugResponse(error)
    }
  }
}

async function readBody<I>(request: Request, spec: RouteSpec<I, unknown>): Promise<Decision<I>> {
  if (!spec.input) return { ok: true, value: undefined as I }
  const limit = spec.maxBytes ?? 256 * 1024
  const bytes = await readBounded(request, limit)
  if (bytes === null) return { ok: false, refusal: refusal("too-large", "common.tooLarge") }
  const text = new TextDecoder().decode(bytes)
  let value: unknown
  try {
    value = mayNeedMending(text) ? storable(JSON.parse(text)) : JSON.parse(text)
  } catch {
    return { ok: false, refusal: refusal("invalid", "common.notJson") }
  }
  const parsed = spec.input.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const field = parsed.error.issues[0]?.path.join(".") || "?"
  return { ok: false, refusal: { kind: "invalid", code: "common.shape", params: { field }, field } }
}

/** Only an escape can bring in what no text can hold: bytes that are none were replaced when they were decoded. */
const mayNeedMending = (json: string): boolean => /\\u(0000|d[89a-f])/i.test(json)

const json = (status: number, value: unknown, headers: Record<string, string> = {}): Response =>
  Response.json(value, { status, headers: { "cache-control": "no-store", ...headers } })

/** A refusal as the contract's `{error: {code, message}}` with the status of its kind, and which part of the body it is about. */
export function refusedResponse(refusal: Refusal): Response {
  const translate = createTranslator({ locale: "en", messages: loadMessages("en") })
  const [room, name] = refusal.code.split(".")
  const key = `${room}.refusals.${name}` as Parameters<typeof translate>[0]
  const message = translate.has(key) ? translate(key, refusal.params) : refusal.code
  const headers: Record<string, string> = {}
  if (refusal.kind === "limited" || refusal.kind === "unavailable")
    headers["retry-after"] = String(refusal.params?.seconds ?? 30)
  return json(STATUS[refusal.kind], { error: { code: refusal.code, message, field: refusal.field } }, headers)
}

function bugResponse(error: unknown): Response {
  const id = reportBug(error, "route")
  const translate = createTranslator({ locale: "en", messages: loadMessages("en") })
  return json(500, { error: { code: "bug", message: translate("common.bug", { id }) } })
}

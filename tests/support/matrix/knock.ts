import { readdirSync } from "node:fs"
import path from "node:path"
import { request } from "./next-headers"
import { headersOf, ORIGIN, type Pressed } from "./press"
import type { Asked } from "./route-lines"

const app = path.resolve(import.meta.dirname, "../../../app")

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

/** Every handler of the route.ts files of app, by `${folder}#${method}`. Read from the disk, so that a new one cannot be overlooked. */
export async function findHandlers(): Promise<Map<string, Handler>> {
  const found = new Map<string, Handler>()
  const files = readdirSync(app, { recursive: true, encoding: "utf8" })
  for (const file of files.filter((one) => path.basename(one) === "route.ts")) {
    const exported = (await import(/* @vite-ignore */ path.join(app, file))) as Record<string, Handler>
    for (const [method, handler] of Object.entries(exported))
      found.set(`${path.dirname(file)}#${method}`, handler)
  }
  return found
}

const kinds: Record<number, Pressed["outcome"]> = {
  200: "ok",
  303: "ok",
  401: "unauthenticated",
  403: "forbidden",
  404: "missing",
  409: "conflict",
  413: "too-large",
  422: "invalid",
  429: "limited",
}

/** Calls a handler as Next and the front server do. */
export async function knock(
  handler: Handler,
  name: string,
  asked: Asked,
  { cookie, headers = headersOf(cookie) }: { cookie: string | null; headers?: Record<string, string> },
): Promise<Pressed> {
  const method = name.split("#")[1] ?? "GET"
  const all = { ...headers, ...asked.headers }
  request(all)
  const body = asked.json === undefined ? asked.bytes : JSON.stringify(asked.json)
  try {
    const sent = new Request(`${ORIGIN}/asked?${asked.query ?? ""}`, { method, headers: all, body })
    const reply = await handler(sent, { params: Promise.resolve(asked.params ?? {}) })
    return await outcomeOf(reply)
  } catch (error) {
    return (
      redirected(String((error as { digest?: unknown }).digest)) ?? { outcome: "fault", code: String(error) }
    )
  }
}

async function outcomeOf(reply: Response): Promise<Pressed> {
  const outcome = kinds[reply.status] ?? "fault"
  const to = reply.headers.get("location") ?? ""
  const isError = outcome !== "ok" && reply.headers.get("content-type")?.includes("json")
  const code = isError ? ((await reply.json()) as { error: { code: string } }).error.code : to
  // A stream would go on.
  if (!isError) await reply.body?.cancel()
  return to.endsWith("?gone") ? { outcome: "missing", code } : { outcome, code }
}

/** Where a page would have led somebody who may not be here. */
function redirected(digest: string): Pressed | null {
  if (!digest.startsWith("NEXT_REDIRECT")) return null
  const outcome = digest.includes("/sign-in") ? "unauthenticated" : "forbidden"
  return { outcome, code: digest.split(";")[2] ?? "" }
}

import type { Refusal } from "@/lib/access/refusal"
import { request } from "./next-headers"

/** The address the school's pages have in the matrix. */
export const ORIGIN = "http://school.test:3000"

export type Action = (...args: unknown[]) => Promise<unknown>

/** What came of pressing a button: done, a kind of refusal, or a fault. */
export type Pressed = { outcome: "ok" | Refusal["kind"] | "fault"; code: string }

const heard: Refusal[] = []

/** Stands in the place of lib/platform/refusal-message: every refusal of every action goes through it. */
export async function refusalMessage(refusal: Refusal): Promise<string> {
  heard.push(refusal)
  return refusal.code
}

type Press = { cookie: string | null; headers?: Record<string, string> }

/** The headers of a press by one of our own pages, in the browser that has this cookie. */
export const headersOf = (cookie: string | null): Record<string, string> => ({
  host: new URL(ORIGIN).host,
  origin: ORIGIN,
  ...(cookie ? { cookie } : {}),
})

/** Calls a server action as Next does. Where it leads somewhere else, that is part of having been done. */
export async function press(action: Action, args: unknown[], { cookie, headers }: Press): Promise<Pressed> {
  heard.length = 0
  request(headers ?? headersOf(cookie))
  try {
    const result = (await action(...args)) as { ok: boolean; code?: string } | undefined
    if (result && !result.ok && heard.length === 0) return { outcome: "fault", code: result.code ?? "?" }
  } catch (error) {
    if (!isRedirect(error)) return { outcome: "fault", code: String(error) }
  }
  const refusal = heard[0]
  return refusal ? { outcome: refusal.kind, code: refusal.code } : { outcome: "ok", code: "" }
}

const isRedirect = (error: unknown): boolean =>
  String((error as { digest?: unknown }).digest).startsWith("NEXT_REDIRECT")

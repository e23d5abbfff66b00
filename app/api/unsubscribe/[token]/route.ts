import { validate } from "uuid"
import { unsubscribe } from "@/lib/discussion/server/notice-settings-store"
import { now } from "@/lib/platform/clock"

type Context = { params: Promise<{ token: string }> }

/**
 * Ends the daily mail to whoever a link was made for. A mail program presses it by itself (RFC 8058), so neither a session
 * nor an origin is asked for: the random token is all there is, and this is all it can do.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const isKnown = validate(token) && (await unsubscribe(token, now()))
  const form = await request.formData().catch(() => null)
  if (form?.get("List-Unsubscribe") === "One-Click")
    return new Response(null, { status: isKnown ? 200 : 404 })
  const path = isKnown ? `/unsubscribe/${token}?done` : "/unsubscribe/unknown"
  return new Response(null, { status: 303, headers: { location: path, "cache-control": "no-store" } })
}

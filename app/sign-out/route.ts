import { endSession } from "@/lib/classroom/server/sessions"
import { sameOrigin } from "@/lib/platform/same-origin"
import { tokenHashOf } from "@/lib/platform/session-cookie"
import { clearSignInCookie } from "@/lib/platform/sign-in-cookies"

/**
 * Signs this device out. A form, not a link, so that no picture or prefetch can do it; a full page load afterwards, so that
 * the browser forgets the pages it kept in memory.
 */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request.headers)) return leadTo("/account")
  const tokenHash = await tokenHashOf(request.headers.get("cookie"))
  if (tokenHash) await endSession(tokenHash)
  await clearSignInCookie()
  return leadTo("/sign-in?out")
}

/** Somebody typed the address: nothing happens by merely asking. */
export const GET = (): Response => leadTo("/account")

const leadTo = (path: string): Response =>
  new Response(null, { status: 303, headers: { location: path, "cache-control": "no-store" } })

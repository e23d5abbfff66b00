import { cookies } from "next/headers"
import NextAuth from "next-auth"
import { signInPeople } from "@/lib/classroom/server/sign-in-people"
import { buildAuthOptions, OIDC_PROVIDER } from "@/lib/platform/auth-options"
import { takeLinkCookie } from "@/lib/platform/link-cookie"
import { isWebAddress } from "@/lib/platform/own-address"
import { refusedResponse } from "@/lib/platform/run-route"
import { sameOrigin } from "@/lib/platform/same-origin"

type Context = { params: Promise<{ nextauth: string[] }> }

/** Where next-auth keeps the address to lead back to, over http and over https. */
const CALLBACK_COOKIES = ["next-auth.callback-url", "__Secure-next-auth.callback-url"]

// Built for each request: what a provider's answer is for stands in a cookie. A server without a secret answers nothing here.
async function handle(request: Request, context: Context): Promise<Response> {
  const [act, provider] = (await context.params).nextauth
  const query = new URL(request.url).searchParams
  // Writes whatever anybody sends into our log, as a bug. Its own browser code does that, which we do not use.
  if (act === "_log") return refusedResponse({ kind: "missing", code: "common.refused" })
  // It would put the words into a header as they are, and many cannot stand there.
  if (act === "error") return leadToSignIn(query.get("error") ?? provider ?? "")
  if (!(await canLeadBack(query)))
    return refusedResponse({ kind: "invalid", code: "common.shape", params: { field: "callbackUrl" } })
  const linkFor = act === "callback" && provider === OIDC_PROVIDER ? await takeLinkCookie() : null
  const options = buildAuthOptions(signInPeople, { linkFor, userAgent: request.headers.get("user-agent") })
  return NextAuth(options)(request, context)
}

const leadToSignIn = (error: string): Response =>
  new Response(null, {
    status: 302,
    headers: { location: `/sign-in?error=${encodeURIComponent(error)}`, "cache-control": "no-store" },
  })

/** Words that are no address are the caller's fault: next-auth would answer 500 and call its settings wrong. */
async function canLeadBack(query: URLSearchParams): Promise<boolean> {
  const jar = await cookies()
  const asked = [query.get("callbackUrl"), ...CALLBACK_COOKIES.map((name) => jar.get(name)?.value)]
  return asked.every((address) => !address || isWebAddress(address))
}

/** next-auth asks for a token of its own; the origin is asked for as well, as of every other mutation. */
const handlePost = async (request: Request, context: Context): Promise<Response> =>
  sameOrigin(request.headers)
    ? handle(request, context)
    : refusedResponse({ kind: "forbidden", code: "common.foreignOrigin" })

export { handle as GET, handlePost as POST }

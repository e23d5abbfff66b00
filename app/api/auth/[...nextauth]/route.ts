import NextAuth from "next-auth"
import { signInPeople } from "@/lib/classroom/server/sign-in-people"
import { buildAuthOptions, OIDC_PROVIDER } from "@/lib/platform/auth-options"
import { takeLinkCookie } from "@/lib/platform/link-cookie"
import { refusedResponse } from "@/lib/platform/run-route"
import { sameOrigin } from "@/lib/platform/same-origin"

type Context = { params: Promise<{ nextauth: string[] }> }

// Built for each request: what a provider's answer is for stands in a cookie. A server without a secret answers nothing here.
async function handle(request: Request, context: Context): Promise<Response> {
  const [act, provider] = (await context.params).nextauth
  const linkFor = act === "callback" && provider === OIDC_PROVIDER ? await takeLinkCookie() : null
  const options = buildAuthOptions(signInPeople, { linkFor, userAgent: request.headers.get("user-agent") })
  return NextAuth(options)(request, context)
}

/** next-auth asks for a token of its own; the origin is asked for as well, as of every other mutation. */
const handlePost = async (request: Request, context: Context): Promise<Response> =>
  sameOrigin(request.headers)
    ? handle(request, context)
    : refusedResponse({ kind: "forbidden", code: "common.foreignOrigin" })

export { handle as GET, handlePost as POST }

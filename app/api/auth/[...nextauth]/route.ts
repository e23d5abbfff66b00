import NextAuth from "next-auth"
import { signInPeople } from "@/lib/classroom/server/sign-in-people"
import { buildAuthOptions, OIDC_PROVIDER } from "@/lib/platform/auth-options"
import { takeLinkCookie } from "@/lib/platform/link-cookie"

type Context = { params: Promise<{ nextauth: string[] }> }

// Built for each request: what a provider's answer is for stands in a cookie. A server without a secret answers nothing here.
async function handle(request: Request, context: Context): Promise<Response> {
  const [act, provider] = (await context.params).nextauth
  const linkFor = act === "callback" && provider === OIDC_PROVIDER ? await takeLinkCookie() : null
  const options = buildAuthOptions(signInPeople, { linkFor, userAgent: request.headers.get("user-agent") })
  return NextAuth(options)(request, context)
}

export { handle as GET, handle as POST }

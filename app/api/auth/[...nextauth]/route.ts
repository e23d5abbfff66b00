import NextAuth from "next-auth"
import { signInPeople } from "@/lib/classroom/server/sign-in-people"
import { buildAuthOptions } from "@/lib/platform/auth-options"

// Built at the first request, so that a build needs no secret; a server without one answers nothing here.
let handler: ReturnType<typeof NextAuth> | undefined

async function handle(
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  handler ??= NextAuth(buildAuthOptions(signInPeople))
  return handler(request, context)
}

export { handle as GET, handle as POST }

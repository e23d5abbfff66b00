import "server-only"
import { cookies } from "next/headers"
import { decode, encode } from "next-auth/jwt"
import { settings } from "@/lib/platform/environment"

/** Says that the sign-in at a provider which is under way is there to be linked to the account of this session. */
const LINK_COOKIE = "colloquy-link"

/** A provider may ask for its own second factor; ten minutes are enough for that. */
const LASTS_SECONDS = 600

// A salt of its own: what is made for a session opens nothing here, and the other way about.
const SALT = "colloquy-link"

/** Remembers in this browser alone that this session's owner asked for a link, and knew their password. */
export async function writeLinkCookie(sessionId: string, secure: boolean): Promise<void> {
  const token = { linkFor: sessionId }
  const value = await encode({ token, secret: settings().NEXTAUTH_SECRET, salt: SALT, maxAge: LASTS_SECONDS })
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: LASTS_SECONDS } as const
  ;(await cookies()).set(LINK_COOKIE, value, options)
}

/** The session a link was asked for in, and the cookie's end: one answer of a provider uses it up. */
export async function takeLinkCookie(): Promise<string | null> {
  const jar = await cookies()
  const value = jar.get(LINK_COOKIE)?.value
  if (!value) return null
  jar.delete(LINK_COOKIE)
  const claims = await decode({ token: value, secret: settings().NEXTAUTH_SECRET, salt: SALT }).catch(
    () => null,
  )
  return typeof claims?.linkFor === "string" ? claims.linkFor : null
}

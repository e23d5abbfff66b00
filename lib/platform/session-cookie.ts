import "server-only"
import { createHash } from "node:crypto"
import { LRUCache } from "lru-cache"
import { decode } from "next-auth/jwt"
import { settings } from "@/lib/platform/environment"

const PLAIN = "next-auth.session-token"
const SECURE = "__Secure-next-auth.session-token"

/** The random token inside a cookie is stored only as its SHA-256. */
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest()

// Decrypting is pure, so its result may be kept: whether the session still stands is asked of the database each time.
const decoded = new LRUCache<string, Buffer>({ max: 5_000 })

/** The sign-in cookie of a `Cookie` header. Large tokens come in numbered chunks, as next-auth writes them. */
export function sessionCookie(header: string | null): string | null {
  if (!header) return null
  const cookies = new Map<string, string>()
  for (const part of header.split(";")) {
    const at = part.indexOf("=")
    if (at > 0) cookies.set(part.slice(0, at).trim(), part.slice(at + 1).trim())
  }
  return assemble(cookies, SECURE) ?? assemble(cookies, PLAIN)
}

function assemble(cookies: ReadonlyMap<string, string>, name: string): string | null {
  const whole = cookies.get(name)
  if (whole) return whole
  let value = ""
  for (let chunk = 0; cookies.has(`${name}.${chunk}`); chunk++) value += cookies.get(`${name}.${chunk}`)
  return value || null
}

/** The hash by which a `Cookie` header's session row is found; null where there is none or it is not ours. */
export async function tokenHashOf(header: string | null): Promise<Buffer | null> {
  const cookie = sessionCookie(header)
  if (!cookie) return null
  const known = decoded.get(cookie)
  if (known) return known
  const claims = await decode({ token: cookie, secret: settings().NEXTAUTH_SECRET }).catch(() => null)
  if (typeof claims?.sessionToken !== "string") return null
  const hash = hashToken(claims.sessionToken)
  decoded.set(cookie, hash)
  return hash
}

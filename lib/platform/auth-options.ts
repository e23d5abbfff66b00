import "server-only"
import type { NextAuthOptions } from "next-auth"
import CredentialsProvider from "next-auth/providers/credentials"
import { settings } from "@/lib/platform/environment"
import { hashToken } from "@/lib/platform/session-cookie"

// A school's server answers under several names: its LAN address, its domain. next-auth takes the one that was asked for.
process.env.AUTH_TRUST_HOST ??= "true"

/** What sign-in needs of people. Handed in by the door, because platform knows no room. */
export type SignInPeople = {
  /** Who this is; throws an Error whose message is a refusal's code where it is nobody. */
  verify: (given: { name: string; password: string; code?: string }) => Promise<{ id: string }>
  /** A new session row; resolves to the token only the cookie will hold. */
  start: (userId: string, userAgent: string | null) => Promise<string>
  /** Who holds a session, or null when its row is gone. */
  find: (tokenHash: Buffer) => Promise<{ id: string; displayName: string } | null>
  end: (tokenHash: Buffer) => Promise<void>
}

/** Longer than any session row lasts: the row decides, never the cookie. */
const COOKIE_SECONDS = 30 * 24 * 3_600

/**
 * next-auth's settings: a name and a password, an encrypted token in the cookie, and a row per session behind it, so that
 * deleting the row signs out at once. Throws without a strong secret, where next-auth would go on without one.
 */
export function buildAuthOptions(people: SignInPeople): NextAuthOptions {
  return {
    secret: settings().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: COOKIE_SECONDS },
    pages: { signIn: "/sign-in", signOut: "/account", error: "/sign-in" },
    providers: [credentials(people)],
    callbacks: {
      jwt: async ({ token, user }) => {
        if (!user) return token
        return { sub: user.id, sessionToken: await people.start(user.id, user.userAgent ?? null) }
      },
      session: async ({ session, token }) => {
        const person = token.sessionToken ? await people.find(hashToken(token.sessionToken)) : null
        // An empty object is what next-auth answers to somebody who is signed out.
        if (!person) return {} as typeof session
        return { expires: session.expires, user: { name: person.displayName } }
      },
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.sessionToken) await people.end(hashToken(token.sessionToken))
      },
    },
  }
}

const credentials = (people: SignInPeople) =>
  CredentialsProvider({
    id: "credentials",
    credentials: { name: { type: "text" }, password: { type: "password" }, code: { type: "text" } },
    async authorize(given, request) {
      const headers: Record<string, unknown> = request.headers ?? {}
      const userAgent = textOf(headers["user-agent"])
      const person = await people.verify({
        name: textOf(given?.name) ?? "",
        password: textOf(given?.password) ?? "",
        code: textOf(given?.code) ?? undefined,
      })
      return { ...person, userAgent }
    },
  })

/** Form fields and headers are whatever was sent: only text counts, and only so much of it. */
const textOf = (value: unknown): string | null => (typeof value === "string" ? value.slice(0, 4_000) : null)

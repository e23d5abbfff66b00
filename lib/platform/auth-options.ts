import "server-only"
import type { NextAuthOptions } from "next-auth"
import CredentialsProvider from "next-auth/providers/credentials"
import type { OAuthConfig } from "next-auth/providers/oauth"
import { oidcSettings, settings } from "@/lib/platform/environment"
import { log, reportBug } from "@/lib/platform/log"
import type { OidcSettings } from "@/lib/platform/oidc-settings"
import { ownAddress } from "@/lib/platform/own-address"
import { passingRefusal } from "@/lib/platform/passing-refusal"
import { hashToken } from "@/lib/platform/session-cookie"

// A school's server answers under several names: its LAN address, its domain. next-auth takes the one that was asked for.
process.env.AUTH_TRUST_HOST ??= "true"

/** A sign-in that is refused. Its message is the refusal's code: next-auth puts the message of what is thrown into an address. */
export class SignInRefused extends Error {}

/** What sign-in needs of people. Handed in by the door, because platform knows no room. */
export type SignInPeople = {
  /** Who this is; throws SignInRefused where it is nobody. */
  verify: (given: { name: string; password: string; code?: string }) => Promise<{ id: string }>
  /** A new session row; resolves to the token only the cookie will hold. */
  start: (userId: string, userAgent: string | null) => Promise<string>
  /** Who holds a session, or null when its row is gone. */
  /** Whose account a provider's sign-in belongs to; throws as `verify` does where it is nobody's. */
  findByIdentity: (identity: { provider: string; subject: string }) => Promise<{ id: string }>
  /** Links a provider's sign-in to the account of this session; the code of a refusal, or null when it is done. */
  link: (sessionId: string, identity: { provider: string; subject: string }) => Promise<string | null>
  find: (tokenHash: Buffer) => Promise<{ id: string; displayName: string } | null>
  end: (tokenHash: Buffer) => Promise<void>
}

/** What of the request being answered the callbacks need. */
export type AuthRequest = {
  /** The session in which a link to a provider was asked for, where this answer of the provider is for that. */
  linkFor: string | null
  userAgent: string | null
}

type OidcClaims = { iss: string; sub: string }

/** Longer than any session row lasts: the row decides, never the cookie. */
const COOKIE_SECONDS = 30 * 24 * 3_600

/**
 * next-auth's settings: a name and a password, an encrypted token in the cookie, and a row per session behind it, so that
 * deleting the row signs out at once. Throws without a strong secret, where next-auth would go on without one.
 */
export function buildAuthOptions(people: SignInPeople, { linkFor, userAgent }: AuthRequest): NextAuthOptions {
  const oidc = oidcSettings()
  return {
    secret: settings().NEXTAUTH_SECRET,
    // Its own would print a provider's whole answer, and whoever it speaks of.
    logger: {
      error: (code, about) => void reportBug(about instanceof Error ? about : about.error, `sign-in ${code}`),
      warn: (code) => log.warn({ code }, "sign-in"),
    },
    session: { strategy: "jwt", maxAge: COOKIE_SECONDS },
    pages: { signIn: "/sign-in", signOut: "/account", error: "/sign-in" },
    providers: [credentials(people), ...(oidc ? [openIdConnect(oidc)] : [])],
    callbacks: {
      redirect: ({ url, baseUrl }) => ownAddress(url, baseUrl) ?? baseUrl,
      // For a provider's sign-in alone: true lets it in, a path leads away without a session.
      signIn: async ({ account }) => {
        if (account?.type !== "oauth" || !oidc) return true
        const identity = { provider: oidc.issuer, subject: account.providerAccountId }
        if (linkFor) return linkedPath(await wordless(people.link(linkFor, identity)))
        await wordless(people.findByIdentity(identity))
        return true
      },
      jwt: async ({ token, user, account }) => {
        if (!user || !account) return token
        const { id } =
          account.type === "oauth" && oidc
            ? await people.findByIdentity({ provider: oidc.issuer, subject: account.providerAccountId })
            : user
        return { sub: id, sessionToken: await people.start(id, user.userAgent ?? userAgent) }
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

const linkedPath = (refusal: string | null): string =>
  refusal ? `/account?error=${encodeURIComponent(refusal)}` : "/account?linked"

/** What a failure of ours is called in an address, as next-auth calls its own: the error itself may tell of the database. */
const FAILED = "Callback"

/** The same, with nothing but a refusal's code or FAILED to be told of why it failed. The failure is logged. */
async function wordless<T>(act: Promise<T>): Promise<T> {
  try {
    return await act
  } catch (error) {
    if (error instanceof SignInRefused) throw error
    if (!passingRefusal(error, "sign-in")) reportBug(error, "sign-in")
    throw new SignInRefused(FAILED)
  }
}

/** The id of the provider in next-auth's addresses: there is one, whoever it is. */
export const OIDC_PROVIDER = "oidc"

/**
 * Sign-in at a provider, found by its discovery document: authorisation code with PKCE, state and nonce. Only the subject is
 * asked for: no name, no address. Its tokens have to name the very issuer that was set, because subjects of two may be the same.
 */
const openIdConnect = ({ issuer, clientId, clientSecret, name }: OidcSettings): OAuthConfig<OidcClaims> => ({
  id: OIDC_PROVIDER,
  name,
  type: "oauth",
  wellKnown: `${issuer}/.well-known/openid-configuration`,
  issuer,
  clientId,
  clientSecret,
  idToken: true,
  checks: ["pkce", "state", "nonce"],
  authorization: { params: { scope: "openid" } },
  profile: ({ sub, iss }) => {
    if (iss.replace(/\/+$/, "") !== issuer) throw new Error("the token is of another issuer")
    return { id: sub }
  },
})

const credentials = (people: SignInPeople) =>
  CredentialsProvider({
    id: "credentials",
    credentials: { name: { type: "text" }, password: { type: "password" }, code: { type: "text" } },
    async authorize(given, request) {
      const headers: Record<string, unknown> = request.headers ?? {}
      const userAgent = textOf(headers["user-agent"])
      const person = await wordless(
        people.verify({
          name: textOf(given?.name) ?? "",
          password: textOf(given?.password) ?? "",
          code: textOf(given?.code) ?? undefined,
        }),
      )
      return { ...person, userAgent }
    },
  })

/** Form fields and headers are whatever was sent: only text counts, and only so much of it. */
const textOf = (value: unknown): string | null => (typeof value === "string" ? value.slice(0, 4_000) : null)

/** An OpenID Connect provider that people may sign in with. */
export type OidcSettings = {
  /** Its address as its tokens name it, without a slash at the end. */
  issuer: string
  clientId: string
  clientSecret: string
  /** What people call it: "Google", "the district". */
  name: string
}

const NEEDED = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const

/**
 * The provider of these variables; null where none is set. Throws a sentence where some are and others are missing: half a
 * provider is a mistake to be seen at the start, and not at the first sign-in.
 */
export function readOidcSettings(environment: Record<string, string | undefined>): OidcSettings | null {
  const given = (name: string) => environment[name]?.trim() ?? ""
  const missing = NEEDED.filter((name) => given(name) === "")
  if (missing.length === NEEDED.length && given("OIDC_NAME") === "") return null
  if (missing.length > 0)
    throw new Error(
      `Sign-in by OpenID Connect is half set: ${missing.join(" and ")} missing. Set all or none.`,
    )
  const issuer = readIssuer(given("OIDC_ISSUER"))
  return {
    issuer,
    clientId: given("OIDC_CLIENT_ID"),
    clientSecret: given("OIDC_CLIENT_SECRET"),
    name: given("OIDC_NAME") || new URL(issuer).host,
  }
}

/** Only this machine may be asked in the clear: tokens on the way could be read, and keys exchanged. */
function readIssuer(text: string): string {
  const issuer = text.replace(/\/+$/, "")
  const url = URL.canParse(issuer) ? new URL(issuer) : null
  const isHere = url?.protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname)
  if (url && (url.protocol === "https:" || isHere) && !url.search && !url.hash) return issuer
  throw new Error(`OIDC_ISSUER is not the address of a provider: it begins with https:// and is "${text}".`)
}

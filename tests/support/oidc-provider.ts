import { createHash, randomBytes } from "node:crypto"
import http from "node:http"
import type { AddressInfo } from "node:net"
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose"

/** What a token says in place of the truth. */
export type Mischief = { claims?: JWTPayload; foreignKey?: boolean }

export type OidcProvider = {
  issuer: string
  clientId: string
  clientSecret: string
  /** Who signs in next, and what is wrong with their token. */
  next: (subject: string, mischief?: Mischief) => void
  stop: () => Promise<void>
}

type Grant = {
  challenge: string
  nonce: string | null
  redirectUri: string
  subject: string
  mischief: Mischief
}

/** A small OpenID Connect provider on this machine: discovery, authorisation code with PKCE, RS256. It lets in whom it is told. */
export async function startOidcProvider(): Promise<OidcProvider> {
  const [own, foreign] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")])
  const keys = { keys: [{ ...(await exportJWK(own.publicKey)), kid: "one", alg: "RS256", use: "sig" }] }
  const [clientId, clientSecret] = ["colloquy", randomBytes(24).toString("hex")]
  const grants = new Map<string, Grant>()
  let upcoming: Pick<Grant, "subject" | "mischief"> = { subject: "nobody", mischief: {} }
  let issuer = ""

  const authorize = (query: URLSearchParams): string => {
    const code = randomBytes(16).toString("hex")
    const redirectUri = query.get("redirect_uri") ?? ""
    if (query.get("client_id") !== clientId || query.get("code_challenge_method") !== "S256")
      throw new Error("client")
    grants.set(code, {
      ...upcoming,
      challenge: query.get("code_challenge") ?? "",
      nonce: query.get("nonce"),
      redirectUri,
    })
    return `${redirectUri}?${new URLSearchParams({ code, state: query.get("state") ?? "" })}`
  }

  const token = async (authorization: string | undefined, body: URLSearchParams) => {
    const expected = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`
    const code = body.get("code") ?? ""
    const grant = grants.get(code)
    grants.delete(code)
    const challenge = createHash("sha256")
      .update(body.get("code_verifier") ?? "")
      .digest("base64url")
    const good = authorization === expected && grant?.challenge === challenge
    if (!grant || !good || grant.redirectUri !== body.get("redirect_uri")) return null
    const seconds = Math.floor(Date.now() / 1000)
    const truth = {
      iss: issuer,
      aud: clientId,
      sub: grant.subject,
      nonce: grant.nonce,
      iat: seconds,
      exp: seconds + 300,
    }
    const signed = new SignJWT({ ...truth, ...grant.mischief.claims }).setProtectedHeader({
      alg: "RS256",
      kid: "one",
    })
    const key = grant.mischief.foreignKey ? foreign.privateKey : own.privateKey
    return {
      access_token: randomBytes(8).toString("hex"),
      token_type: "Bearer",
      id_token: await signed.sign(key),
    }
  }

  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", issuer)
    const json = (status: number, value: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value))
    if (url.pathname === "/.well-known/openid-configuration") return json(200, discovery(issuer))
    if (url.pathname === "/jwks") return json(200, keys)
    if (url.pathname === "/authorize")
      return response.writeHead(302, { location: authorize(url.searchParams) }).end()
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const answer = await token(
      request.headers.authorization,
      new URLSearchParams(Buffer.concat(chunks).toString()),
    )
    return answer ? json(200, answer) : json(400, { error: "invalid_grant" })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  const next = (subject: string, mischief: Mischief = {}) => {
    upcoming = { subject, mischief }
  }
  return { issuer, clientId, clientSecret, next, stop }
}

const discovery = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
  code_challenge_methods_supported: ["S256"],
})

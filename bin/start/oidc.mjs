import { Refusal, sentence } from "./progress.mjs"

const NEEDED = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]

/**
 * Ends a start at once where a provider of sign-ins is half set, before anything is built or begun. What the values are worth
 * is looked at by lib/platform/oidc-settings, when the server comes up.
 *
 * @param {Record<string, string | undefined>} environment
 */
export function refuseHalfOidc(environment = process.env) {
  const isSet = (name) => Boolean(environment[name]?.trim())
  const missing = NEEDED.filter((name) => !isSet(name))
  const none = missing.length === NEEDED.length && !isSet("OIDC_NAME")
  if (missing.length > 0 && !none)
    throw new Refusal(sentence("start.oidcHalf", { missing: missing.join(", ") }))
}

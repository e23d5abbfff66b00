/**
 * Whether a mutation comes from one of our own pages. `Origin` must be there and be the scheme, host and port that were asked;
 * a missing origin and "null" (a sandboxed frame, a data: page) are refused. Without `x-forwarded-proto`, which the front
 * server takes from a trusted proxy alone, the scheme is http: this process ends no TLS itself.
 */
export function sameOrigin(headers: Headers): boolean {
  const origin = headers.get("origin")
  const host = headers.get("x-forwarded-host") ?? headers.get("host")
  if (!origin || origin === "null" || !host) return false
  const scheme = headers.get("x-forwarded-proto")?.split(",", 1)[0]?.trim() || "http"
  try {
    return new URL(origin).origin === new URL(`${scheme}://${host}`).origin
  } catch {
    return false
  }
}

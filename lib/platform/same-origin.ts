/**
 * Whether a mutation comes from one of our own pages. `Origin` must be there and name the host that was asked;
 * a missing origin and "null" (a sandboxed frame, a data: page) are refused.
 */
export function sameOrigin(headers: Headers): boolean {
  const origin = headers.get("origin")
  const host = headers.get("x-forwarded-host") ?? headers.get("host")
  if (!origin || origin === "null" || !host) return false
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}

/**
 * Where sign-in may lead back to: a path of this site, or null. Refuses other origins in every spelling browsers
 * accept ("//x", "/\x", tabs inside, "https:x"), and the pages that would only lead in a circle.
 */
export function returnPath(next: unknown): string | null {
  if (typeof next !== "string" || next.length > 500) return null
  if (!next.startsWith("/") || /[\p{Cc}\s\\]/u.test(next)) return null
  const base = "http://colloquy.invalid"
  const url = URL.canParse(next, base) ? new URL(next, base) : null
  if (!url || url.origin !== base || url.pathname.startsWith("//")) return null
  if (/^\/(sign-in|sign-out|set-up|api|_next)(\/|$)/.test(url.pathname)) return null
  return `${url.pathname}${url.search}${url.hash}`
}

/**
 * An address of this site as it is written in a header, or null: for another site's, for words that are no address, and for
 * what is no text at all. `base` is this site's origin.
 */
export function ownAddress(asked: unknown, base: string): string | null {
  if (typeof asked !== "string" || !URL.canParse(asked, base)) return null
  const url = new URL(asked, base)
  return url.origin === base ? url.href : null
}

/** Whether next-auth can read this as an address at all. It takes words that are none for a server that is set up wrongly. */
export function isWebAddress(asked: string): boolean {
  const base = asked.startsWith("/") ? "http://localhost" : undefined
  return URL.canParse(asked, base) && /^https?:$/.test(new URL(asked, base).protocol)
}

const LONE = /\p{Surrogate}/gu

/**
 * The same value with texts that PostgreSQL can hold: without the character zero, and with U+FFFD in place of half a
 * surrogate pair, as a text has that was cut in the middle of an emoji. Names of members too. What is neither text,
 * array nor plain object (a file, say) is left as it is.
 */
export function storable(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\u0000", "").replace(LONE, "\ufffd")
  if (Array.isArray(value)) return value.map(storable)
  if (!isPlain(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [storable(name) as string, storable(inner)]),
  )
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

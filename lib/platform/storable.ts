const LONE = /\p{Surrogate}/gu

/**
 * The same value with texts that PostgreSQL can hold: without the character zero, and with U+FFFD in place of half a
 * surrogate pair, as a text has that was cut in the middle of an emoji. Names of members too. What is neither text,
 * array nor plain object (a file, say) is left as it is. What holds itself, as the arguments of an action can, is cut off
 * there with null: no input of ours is like that.
 */
export const storable = (value: unknown): unknown => copyOf(value, new Map())

/** `made`: the copies so far, by what they are copies of; null while one is being made. */
function copyOf(value: unknown, made: Map<object, unknown>): unknown {
  if (typeof value === "string") return mended(value)
  if (!Array.isArray(value) && !isPlain(value)) return value
  if (made.has(value)) return made.get(value)
  made.set(value, null)
  const copy = Array.isArray(value)
    ? value.map((inner) => copyOf(inner, made))
    : Object.fromEntries(Object.entries(value).map(([name, inner]) => [mended(name), copyOf(inner, made)]))
  made.set(value, copy)
  return copy
}

const mended = (text: string): string => text.replaceAll("\u0000", "").replace(LONE, "\ufffd")

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

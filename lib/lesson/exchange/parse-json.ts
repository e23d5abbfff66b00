import { type Fault, fault, type Path } from "./fault"
import { DEEPEST } from "./lesson-file"

export type ParsedJson = { ok: true; value: unknown } | { ok: false; line: number }

/** `line` from 1: where the text stops being JSON. */
export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    // V8 says where, unless the text just ends.
    const at = /position (\d+)/.exec((error as Error).message)?.[1]
    const before = text.slice(0, at === undefined ? text.length : Number(at)).trimEnd()
    return { ok: false, line: before.split("\n").length }
  }
}

/** Half a character, or the one character that no text in the database may hold. */
const isUnstorable = (text: string): boolean => text.includes("\0") || /\p{Cs}/u.test(text)

/**
 * What no lesson may hold anywhere: texts that cannot be stored, and lists in lists without end. The first few of them.
 * Goes `DEEPEST` deep and no further.
 */
export function unstorable(value: unknown, path: Path = [], found: Fault[] = []): Fault[] {
  if (found.length >= 5) return found
  if (typeof value === "string" && isUnstorable(value)) found.push(fault(path, "unstorable"))
  if (typeof value !== "object" || value === null) return found
  if (path.length >= DEEPEST) {
    found.push(fault(path.slice(0, 3), "tooDeep"))
    return found
  }
  for (const [name, one] of Object.entries(value)) {
    if (isUnstorable(name)) found.push(fault(path, "unstorable"))
    unstorable(one, [...path, Array.isArray(value) ? Number(name) : name], found)
  }
  return found
}

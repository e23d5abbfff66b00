import { type Fault, fault } from "./fault"
import { DEEPEST, MOST_VALUES } from "./lesson-file"

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

const MOST_FOUND = 5

/**
 * What no lesson may hold anywhere: texts that cannot be stored, lists in lists without end, and more values than a lesson
 * can have. The first few of them. Goes `DEEPEST` deep and to `MOST_VALUES` values, and no further.
 */
export function unstorable(document: unknown): Fault[] {
  const found: Fault[] = []
  const path: (string | number)[] = []
  let left = MOST_VALUES
  const within = (step: string | number, value: unknown): void => {
    path.push(step)
    walk(value)
    path.pop()
  }
  const walk = (value: unknown): void => {
    if (found.length >= MOST_FOUND || left < 0) return
    if (--left < 0) found.push(fault([], "tooMuch", { most: MOST_VALUES }))
    else if (typeof value === "string" && isUnstorable(value)) found.push(fault([...path], "unstorable"))
    else if (typeof value !== "object" || value === null) return
    else if (path.length >= DEEPEST) found.push(fault(path.slice(0, 3), "tooDeep"))
    else if (Array.isArray(value)) {
      for (let at = 0; at < value.length && left >= 0; at++) within(at, value[at])
    } else
      for (const [name, one] of Object.entries(value)) {
        if (isUnstorable(name)) found.push(fault([...path], "unstorable"))
        within(name, one)
      }
  }
  walk(document)
  return found
}

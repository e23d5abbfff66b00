/**
 * A form as a plain object: names become keys. A name ending in "[]" becomes a list under the name without it, and a
 * checkbox of value "on" becomes true. Files are left out.
 */
export function readForm(form: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$ACTION")) continue
    if (name.endsWith("[]")) {
      const key = name.slice(0, -2)
      const list = values[key]
      values[key] = Array.isArray(list) ? [...list, value] : [value]
    } else values[name] = value === "on" ? true : value
  }
  return values
}

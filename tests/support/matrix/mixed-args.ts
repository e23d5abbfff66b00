type Path = (string | number)[]

/** The strings of a value, by where they stand. */
function leaves(value: unknown, path: Path = []): Map<string, { path: Path; text: string }> {
  if (typeof value === "string") return new Map([[path.join("."), { path, text: value }]])
  if (value === null || typeof value !== "object" || value instanceof Blob) return new Map()
  return new Map(Object.entries(value).flatMap(([key, one]) => [...leaves(one, [...path, key])]))
}

function put(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text
  if (Array.isArray(value)) return value.with(Number(key), put(value[Number(key)], rest, text))
  const own = value as Record<string, unknown>
  return { ...own, [key]: put(own[key], rest, text) }
}

/**
 * Arguments of one class with one string of another class's in the place of its own, in every way there is. Left out are
 * strings that are the same in both, or new each time, and arguments that have one such string only: those are another
 * class's altogether.
 */
export function mixedArgs(own: () => unknown[], other: unknown[]): { at: string; args: unknown[] }[] {
  const [args, again, foreign] = [own(), leaves(own()), leaves(other)]
  const ids = [...leaves(args)].filter(([at, { text }]) => {
    const theirs = foreign.get(at)?.text
    return again.get(at)?.text === text && theirs !== undefined && theirs !== text
  })
  if (ids.length < 2) return []
  return ids.map(([at, { path }]) => ({
    at,
    args: put(args, path, foreign.get(at)?.text ?? "") as unknown[],
  }))
}

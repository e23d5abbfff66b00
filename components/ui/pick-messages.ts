export type Tree = { [key: string]: Tree | string }

/** The branches of `messages` at `paths` ("quiz", "reading.settings"), each at its own place. Unknown paths throw. */
export function pickMessages(messages: object, paths: readonly string[]): Tree {
  const picked: Tree = {}
  for (const path of paths) graft(picked, messages as Tree, path.split("."))
  return picked
}

function graft(onto: Tree, from: Tree, [key, ...rest]: string[]): void {
  const branch = key === undefined ? undefined : from[key]
  if (key === undefined || branch === undefined) throw new Error(`no messages at "${key}"`)
  if (rest.length === 0 || typeof branch === "string") {
    onto[key] = branch
    return
  }
  const there = onto[key]
  const next: Tree = typeof there === "object" ? { ...there } : {}
  graft(next, branch, rest)
  onto[key] = next
}

/** Both trees in one; where both have a sentence, that of `over` stands. */
export function mergeMessages(under: Tree, over: Tree): Tree {
  const merged: Tree = { ...under }
  for (const [key, branch] of Object.entries(over)) {
    const there = merged[key]
    merged[key] =
      typeof there === "object" && typeof branch === "object" ? mergeMessages(there, branch) : branch
  }
  return merged
}

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

const written = new WeakMap<object, Map<string, string>>()

/**
 * The same branches as one string: a tree would be walked, sentence by sentence, three times for each page. Made once, as
 * long as `messages` is the same object.
 */
export function writeMessages(messages: object, paths: readonly string[]): string {
  const texts = written.get(messages) ?? new Map<string, string>()
  written.set(messages, texts)
  const key = paths.join(" ")
  const text = texts.get(key) ?? JSON.stringify(pickMessages(messages, paths))
  texts.set(key, text)
  return text
}

/** As many as there are places that ask for messages. */
const read = new Map<string, Tree>()

/** What `writeMessages` wrote: the same object for the same string. */
export function readMessages(text: string): Tree {
  const tree = read.get(text) ?? (JSON.parse(text) as Tree)
  read.set(text, tree)
  return tree
}

const merged = new WeakMap<Tree, WeakMap<Tree, Tree>>()

/** `mergeMessages`, done once for each pair. */
export function mergeOnce(under: Tree, over: Tree): Tree {
  const beside = merged.get(under) ?? new WeakMap<Tree, Tree>()
  merged.set(under, beside)
  const both = beside.get(over) ?? mergeMessages(under, over)
  beside.set(over, both)
  return both
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

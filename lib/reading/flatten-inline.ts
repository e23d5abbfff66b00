type Dropped = { htmlDropped: number; imagesDropped: number }

/** The longest tag, link text or address that is looked for; keeps the search linear. */
const REACH = 1000

/** Markdown's inline marks taken away: emphasis, code, links, pictures, tags, escapes, the commonest entities. */
export function flattenInline(text: string, dropped: Dropped): string {
  return decodeEntities(dropEmphasis(unlink(dropTags(text, dropped), dropped)))
}

/** Tags and comments go, their content stays; `<https://…>` keeps the address. "a < b" is no tag. */
function dropTags(text: string, dropped: Dropped): string {
  return scan(text, "<", (at) => {
    const ahead = text.slice(at, at + REACH)
    const address = /^<((?:https?:\/\/|mailto:)[^\s<>]+)>/.exec(ahead)
    if (address) return { text: address[1] ?? "", length: address[0].length }
    const tag = /^<(?:!--[\s\S]*?-->|\/?[a-zA-Z][^<>]*>|[!?][^<>]*>)/.exec(ahead)
    if (!tag) return null
    dropped.htmlDropped++
    return { text: "", length: tag[0].length }
  })
}

/** `[words](address)` and `[words][name]` become the words; pictures go. "[the]" on its own stays. */
function unlink(text: string, dropped: Dropped): string {
  const withoutImages = scan(text, "!", (at) => {
    const image = /^!\[[^[\]\n]{0,400}\](?:\([^()\n]{0,500}\)|\[[^[\]\n]{0,100}\])/.exec(
      text.slice(at, at + REACH),
    )
    if (!image) return null
    dropped.imagesDropped++
    return { text: "", length: image[0].length }
  })
  return scan(withoutImages, "[", (at) => {
    const link =
      /^\[([^[\]]{1,400})\](?:\([^()\n]{0,500}(?:\([^()\n]{0,100}\)[^()\n]{0,100})?\)|\[[^[\]\n]{0,100}\])/.exec(
        withoutImages.slice(at, at + REACH),
      )
    return link ? { text: link[1] ?? "", length: link[0].length } : null
  })
}

type Found = { text: string; length: number } | null

/** Walks from one `mark` to the next, and lets `replace` say what stands there instead. */
function scan(text: string, mark: string, replace: (at: number) => Found): string {
  const kept: string[] = []
  let from = 0
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, Math.max(at + 1, from))) {
    const found = replace(at)
    if (!found) continue
    kept.push(text.slice(from, at), found.text)
    from = at + found.length
  }
  kept.push(text.slice(from))
  return kept.join("")
}

type Run = { at: number; length: number; mark: string }

/** Emphasis marks that pair up around words go; a lone star and snake_case stay. Pairs never cross a blank line. */
function dropEmphasis(text: string): string {
  return text.split("\n\n").map(dropEmphasisOfBlock).join("\n\n")
}

function dropEmphasisOfBlock(block: string): string {
  const open = new Map<string, Run[]>()
  const drop: Run[] = []
  for (const found of block.matchAll(/\\?([*_~`])\1*/g)) {
    if (found[0].startsWith("\\")) continue
    const run: Run = { at: found.index, length: found[0].length, mark: found[0] }
    const before = block.charAt(run.at - 1)
    const after = block.charAt(run.at + run.length)
    const opens = /\S/.test(after) && !/[\p{L}\p{N}]/u.test(before)
    const closes = /\S/.test(before) && !/[\p{L}\p{N}]/u.test(after)
    const opener = closes ? open.get(run.mark)?.pop() : undefined
    if (opener) drop.push(opener, run)
    else if (opens) open.set(run.mark, [...(open.get(run.mark) ?? []).slice(-8), run])
  }
  return without(block, drop).replace(/\\([\\`*_{}[\]()#+\-.!~>|])/g, "$1")
}

function without(text: string, runs: Run[]): string {
  const kept: string[] = []
  let from = 0
  for (const run of runs.sort((a, b) => a.at - b.at)) {
    kept.push(text.slice(from, run.at))
    from = run.at + run.length
  }
  return [...kept, text.slice(from)].join("")
}

const named: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return named[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
      ? String.fromCodePoint(code)
      : whole
  })
}

import { flattenInline } from "@/lib/reading/flatten-inline"

export type FlatMarkdown = {
  /** Plain text; blocks parted by blank lines, lines inside a block as they stood. */
  text: string
  /** From the first level-one heading, else from front matter. */
  title: string | null
  author: string | null
  date: string | null
  htmlDropped: number
  imagesDropped: number
}

type State = { out: string[]; inCode: boolean; hasHeading: boolean; flat: FlatMarkdown }

/**
 * Markdown as plain text: headings and list items become paragraphs, emphasis and links keep their words, tags and
 * pictures are dropped and counted. Nothing is rendered, so nothing in the file can run. Line by line; linear.
 */
export function flattenMarkdown(source: string): FlatMarkdown {
  const flat: FlatMarkdown = {
    text: "",
    title: null,
    author: null,
    date: null,
    htmlDropped: 0,
    imagesDropped: 0,
  }
  const body = takeFrontMatter(dropScripts(source, flat), flat)
  const state: State = { out: [], inCode: false, hasHeading: false, flat }
  for (const line of body.split("\n")) takeLine(state, line)
  flat.text = flattenInline(state.out.join("\n"), flat)
  if (flat.title) flat.title = flattenInline(flat.title, flat).trim() || null
  return flat
}

const script = /<(script|style|iframe|noscript|template)\b/gi

/** What stands inside a script or style is no text; without its end the rest of the file is dropped. */
function dropScripts(source: string, flat: FlatMarkdown): string {
  const kept: string[] = []
  let from = 0
  const lower = source.toLowerCase()
  for (const found of source.matchAll(script)) {
    if (found.index < from) continue
    kept.push(source.slice(from, found.index))
    flat.htmlDropped++
    const closing = `</${found[1]?.toLowerCase()}`
    const end = lower.indexOf(closing, found.index)
    const close = end < 0 ? -1 : source.indexOf(">", end)
    from = close < 0 ? source.length : close + 1
    if (close < 0) break
  }
  kept.push(source.slice(from))
  return kept.join("")
}

/** YAML front matter, of which title, author and date are taken as they stand. */
function takeFrontMatter(source: string, flat: FlatMarkdown): string {
  if (!source.startsWith("---\n")) return source
  const end = source.indexOf("\n---", 3)
  if (end < 0 || end > 4000) return source
  for (const line of source.slice(4, end).split("\n")) {
    const [, key, value] = /^(title|author|date): *(.{1,300})$/i.exec(line) ?? []
    const plain = value?.trim().replace(/^["'](.*)["']$/, "$1")
    if (key && plain) flat[key.toLowerCase() as "title" | "author" | "date"] = plain
  }
  return source.slice(end + 4)
}

const fence = /^ {0,3}(?:```|~~~)/
const heading = /^ {0,3}(#{1,6})\s+(.*)$/
const rule = /^ {0,3}(?:(?:- ?){3,}|(?:\* ?){3,}|(?:_ ?){3,})$/
const bullet = /^\s*[-*+]\s+(.*)$/
const ordered = /^\s*(\d{1,9})[.)]\s+(.*)$/
const definition = /^ {0,3}\[[^\]\n]{1,200}\]:\s*\S+/

/** The line under a table's head. Two questions of one letter each, because one of both would look at blanks over and over. */
const isTableRule = (line: string): boolean => line.includes("---") && /^[\s:|-]*$/.test(line)

function takeLine(state: State, raw: string): void {
  if (fence.test(raw)) {
    state.inCode = !state.inCode
    state.out.push("")
    return
  }
  const line = state.inCode ? raw : raw.replace(/^(?: {0,3}> ?)+/, "")
  if (state.inCode) state.out.push(line)
  else if (definition.test(line)) state.out.push("")
  else if (/^ {0,3}=+ *$/.test(line) || rule.test(line.trimEnd()) || isTableRule(line))
    endBlockOrTitle(state, line)
  else takeBlockLine(state, line)
}

/** A line of `=` or `-` under a line makes that line a heading; elsewhere it only parts blocks. */
function endBlockOrTitle(state: State, line: string): void {
  const above = state.out.at(-1) ?? ""
  if (line.trim().startsWith("=") && above !== "") takeTitle(state, state.out.pop() ?? "")
  state.out.push("")
}

function takeBlockLine(state: State, line: string): void {
  const [, marks, title] = heading.exec(line) ?? []
  if (marks && title !== undefined) {
    const text = withoutClosingMarks(title)
    if (marks.length === 1) takeTitle(state, text)
    else state.out.push("", text, "")
    return
  }
  const item = bullet.exec(line)?.[1]
  const [, number, step] = ordered.exec(line) ?? []
  if (item !== undefined) state.out.push("", item)
  else if (number && step !== undefined) state.out.push("", `${number}. ${step}`)
  else if (/^\s*\|.*\|\s*$/.test(line)) state.out.push("", cells(line), "")
  else state.out.push(line)
}

/** A heading without the number signs that may close it. */
function withoutClosingMarks(title: string): string {
  const said = title.trimEnd()
  let end = said.length
  while (said[end - 1] === "#") end--
  return end < said.length && /\s/.test(said[end - 1] ?? "") ? said.slice(0, end).trimEnd() : title
}

const cells = (row: string): string =>
  row
    .trim()
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim())
    .join(" · ")

/** The first level-one heading is the title; a later one is a paragraph like every other heading. */
function takeTitle(state: State, text: string): void {
  if (state.hasHeading) state.out.push("", text, "")
  else state.flat.title = text.trim()
  state.hasHeading = true
}

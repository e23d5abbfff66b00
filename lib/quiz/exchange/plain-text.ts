import { parseHTML } from "linkedom"
import type { RichText } from "@/lib/quiz/exchange/exchange-item"
import { isHtml } from "@/lib/quiz/exchange/is-html"

const BLOCKS = new Set([
  "P",
  "DIV",
  "LI",
  "UL",
  "OL",
  "TR",
  "TABLE",
  "H1",
  "H2",
  "H3",
  "H4",
  "H5",
  "H6",
  "BLOCKQUOTE",
  "PRE",
])
const UNSEEN = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT"])

/** A text as it reads without its marks: of HTML only the words and where lines break. Markdown stays as it is written. */
export function plainTextOf(shown: RichText): string {
  const read = isHtml(shown) ? wordsOf(shown.text) : shown.text
  return read
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

type Nodes = { childNodes: Iterable<unknown> }
type AnyNode = { nodeType: number; nodeName: string; textContent: string | null } & Nodes

/** No question has as many. Nested in each other, so many take time by their square, and more stack than there is. */
const MOST_TAGS = 5_000

/** Of a text of nothing but tags the words are the text as it stands: longer than any that is taken. */
function wordsOf(html: string): string {
  if (html.split("<", MOST_TAGS + 1).length > MOST_TAGS) return html
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  return inside(document.body as unknown as AnyNode)
}

function inside(node: AnyNode): string {
  let words = ""
  for (const child of node.childNodes as Iterable<AnyNode>) words += wordsIn(child)
  return words
}

function wordsIn(node: AnyNode): string {
  if (node.nodeType === 3) return (node.textContent ?? "").replace(/\s+/g, " ")
  if (node.nodeType !== 1 || UNSEEN.has(node.nodeName.toUpperCase())) return ""
  const name = node.nodeName.toUpperCase()
  if (name === "BR") return "\n"
  return BLOCKS.has(name) ? `\n${inside(node)}\n` : inside(node)
}

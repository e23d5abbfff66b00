import rehypeSanitize from "rehype-sanitize"
import rehypeStringify from "rehype-stringify"
import remarkParse from "remark-parse"
import remarkRehype from "remark-rehype"
import { type Processor, unified } from "unified"

/** What a post may be made of: paragraphs, emphasis, lists, quotations, links. Everything else stays as typed. */
const schema = {
  tagNames: ["p", "em", "strong", "ul", "ol", "li", "blockquote", "a"],
  attributes: { a: ["href"] },
  protocols: { href: ["http", "https"] },
}

// Switched off in the parser rather than taken out afterwards, so that "if a <b and b> c" loses nothing.
const NOT_HERE = [
  "htmlFlow",
  "htmlText",
  "headingAtx",
  "setextUnderline",
  "thematicBreak",
  "codeIndented",
  "codeFenced",
  "codeText",
  "definition",
  "labelStartImage",
  "hardBreakEscape",
]

const processor = unified()
  .use(remarkParse)
  .use(withoutSomeMarkdown)
  .use(remarkRehype)
  .use(rehypeSanitize, schema)
  .use(markBlocks)
  .use(rehypeStringify)
  .freeze()

// The parser's time grows with the square of open marks, and with the depth of quotations: both are bounded.
const MARK = /[*_[\]&<>]/g
const MOST_MARKS = 300
const DEEP_MARKERS = /^((?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){4})[ \t>\-*+]*/gm

/** A post's Markdown as the HTML its readers get, made once, at write. A text full of marks is shown as typed. */
export function postHtml(body: string): string {
  if ((body.match(MARK) ?? []).length > MOST_MARKS) return plainHtml(body)
  return String(processor.processSync(body.replace(DEEP_MARKERS, "$1 ")))
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

function plainHtml(body: string): string {
  const escaped = body.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)
  const paragraphs = escaped.split(/\n{2,}/).filter((paragraph) => paragraph.trim())
  return paragraphs.map((paragraph) => `<p dir="auto">${paragraph}</p>`).join("\n")
}

function withoutSomeMarkdown(this: Processor) {
  const data = this.data() as { micromarkExtensions?: unknown[] }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: NOT_HERE } }]
}

type Element = { type: string; tagName?: string; properties?: Record<string, unknown>; children?: Element[] }

const BLOCKS = new Set(["p", "li", "blockquote"])

/** After sanitising, so that only our own attributes stand: direction per block, links that vouch for nothing. */
function markBlocks() {
  const walk = (element: Element): void => {
    const name = element.tagName ?? ""
    if (BLOCKS.has(name)) element.properties = { dir: "auto" }
    if (name === "a") element.properties = linkProperties(element.properties?.href)
    for (const child of element.children ?? []) walk(child)
  }
  return walk
}

// Sanitising leaves relative addresses alone; a post has no business leading about in this site.
function linkProperties(href: unknown): Record<string, unknown> {
  const rel = ["nofollow", "noreferrer"]
  return typeof href === "string" && /^https?:\/\//i.test(href) ? { href, rel } : { rel }
}

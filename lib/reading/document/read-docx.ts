import { strToU8, zipSync } from "fflate"
import { parseHTML } from "linkedom"
import mammoth from "mammoth"
import { collectBlocks } from "@/lib/reading/document/collect-blocks"
import { type FlatDocument, RefusedDocument } from "@/lib/reading/document/flat-document"
import { openDocx } from "@/lib/reading/document/open-docx"
import type { DraftWarning } from "@/lib/reading/draft-reading"

/** A title keeps its rank over headings; everything else is mammoth's own map. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh", "strike => s"]

/**
 * The text of a Word file (.docx). Tracked insertions are taken, deletions are not. Reads nothing but the bytes it is
 * given: pictures are counted and never opened, linked files are never looked for.
 */
export async function readDocx(bytes: Uint8Array): Promise<FlatDocument> {
  const parts = openDocx(bytes)
  const { document } = parseHTML(`<!doctype html><html><body>${await htmlOf(parts)}</body></html>`)
  const { paragraphs, title, warnings } = collectBlocks(document.body)
  return {
    paragraphs,
    title,
    spareTitle: coreTitle(parts),
    // Whom Word calls the creator is whoever typed, seldom who wrote.
    author: null,
    publishedOn: null,
    language: null,
    source: null,
    sourceUrl: null,
    warnings: [...warnings, ...partWarnings(parts)],
  }
}

/** Packed again without compression and without whatever else was in the file: mammoth sees only counted parts. */
async function htmlOf(parts: ReadonlyMap<string, string>): Promise<string> {
  const files = Object.fromEntries([...parts].map(([name, xml]) => [name, strToU8(xml)]))
  const buffer = Buffer.from(zipSync(files, { level: 0 }))
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: STYLES,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
      },
    )
    return value
  } catch {
    throw new RefusedDocument("damaged")
  }
}

/** What the file says it is called. */
function coreTitle(parts: ReadonlyMap<string, string>): string | null {
  const xml = parts.get("docProps/core.xml") ?? ""
  const found = /<dc:title>([^<>]{1,300})<\/dc:title>/.exec(xml)?.[1]?.trim()
  return found ? decodeXml(found) : null
}

const decodeXml = (text: string): string =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&")

/** What mammoth passes over without a word. */
function partWarnings(parts: ReadonlyMap<string, string>): DraftWarning[] {
  const body = parts.get("word/document.xml") ?? ""
  const comments = countOf(parts.get("word/comments.xml") ?? "", /<w:comment[ >]/g)
  const formulas = countOf(body, /<m:oMath[ >]/g)
  const charts = countOf(body, /<(?:c:chart|dgm:relIds) /g)
  const warnings: DraftWarning[] = []
  if (comments > 0) warnings.push({ code: "commentsDropped", params: { count: comments } })
  if (formulas > 0) warnings.push({ code: "formulasDropped", params: { count: formulas } })
  if (charts > 0) warnings.push({ code: "chartsDropped", params: { count: charts } })
  if (/<w:(?:ins|del) /.test(body)) warnings.push({ code: "changesAccepted", params: {} })
  if (hasRunningText(parts)) warnings.push({ code: "headersDropped", params: {} })
  return warnings
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const hasRunningText = (parts: ReadonlyMap<string, string>): boolean =>
  [...parts].some(([name, xml]) => /^word\/(?:header|footer)\d*\.xml$/.test(name) && /<w:t[ >]/.test(xml))

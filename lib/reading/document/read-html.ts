import { Readability } from "@mozilla/readability"
import { parseHTML } from "linkedom"
import { collectBlocks } from "@/lib/reading/document/collect-blocks"
import type { FlatDocument } from "@/lib/reading/document/flat-document"
import { addressOfPage, authorOf, dateOf } from "@/lib/reading/document/page-facts"
import type { DraftWarning } from "@/lib/reading/draft-reading"

/** Never part of what somebody reads, taken out before anything is weighed. */
const NOT_TEXT =
  "script, style, template, noscript, base, iframe, object, embed, form, .mw-editsection, [hidden], [aria-hidden=true]"

/** An article shorter than this share of the page's paragraphs was cut out wrongly: then the whole page is taken. */
const LEAST_SHARE = 0.3

/**
 * The article of a saved web page: its text alone, without menus, links to other pages and comments. Nothing of the page
 * runs, and nothing it names is fetched. Pages that are no article are taken whole.
 */
export function readHtml(html: string): FlatDocument {
  const { document } = parseHTML(hasBody(html) ? html : `<!doctype html><html><body>${html}</body></html>`)
  const sourceUrl = addressOfPage(document, html)
  for (const one of document.querySelectorAll(NOT_TEXT)) one.remove()
  const whole = document.body ? collectBlocks(document.body.cloneNode(true) as Element) : null
  const article = articleOf(document)
  const found = article?.content ? collectBlocks(article.content) : null
  const taken = found && isEnough(found.paragraphs, whole?.paragraphs ?? []) ? found : whole
  const title = article?.title?.trim() || taken?.title || null
  return {
    paragraphs: withoutTitle(taken?.paragraphs ?? [], title),
    title,
    spareTitle: null,
    author: authorOf(article?.byline ?? null),
    publishedOn: dateOf(article?.publishedTime ?? null),
    language: article?.lang || null,
    source: article?.siteName?.trim() || null,
    sourceUrl,
    warnings: [...(taken?.warnings ?? []), ...pageWarnings(html, { taken, whole })],
  }
}

const hasBody = (html: string): boolean => /<(?:html|body)[\s>]/i.test(html)

function articleOf(document: Document) {
  if (!document.body) return null
  try {
    return new Readability<Element>(document, {
      keepClasses: true,
      serializer: (node) => node as Element,
    }).parse()
  } catch {
    // A page cut or broken in its frame: the package takes it for granted that every element stands in another.
    return null
  }
}

const sizeOf = (paragraphs: readonly string[]): number =>
  paragraphs.reduce((sum, text) => sum + (/[.!?…。؟۔।]/.test(text) ? text.length : 0), 0)

const isEnough = (article: readonly string[], page: readonly string[]): boolean =>
  sizeOf(article) > 0 && sizeOf(article) >= sizeOf(page) * LEAST_SHARE

/** A headline that opens the article once more. */
function withoutTitle(paragraphs: string[], title: string | null): string[] {
  return title !== null && paragraphs[0]?.trim() === title ? paragraphs.slice(1) : paragraphs
}

type Blocks = { paragraphs: string[] } | null

function pageWarnings(html: string, { taken, whole }: { taken: Blocks; whole: Blocks }): DraftWarning[] {
  const warnings: DraftWarning[] = []
  const words = wordsOf(whole) - wordsOf(taken)
  if (words > 0) warnings.push({ code: "pageTrimmed", params: { words } })
  if (/<html[\s>]/i.test(html) && !/<\/html\s*>/i.test(html)) warnings.push({ code: "pageCut", params: {} })
  return warnings
}

const wordsOf = (blocks: Blocks): number =>
  blocks?.paragraphs.reduce((sum, text) => sum + text.split(" ").length, 0) ?? 0

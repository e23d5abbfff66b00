import { escapeHtml } from "@/lib/reading/article-html"
import type { TermView } from "@/lib/reading/notes"

type Hit = { start: number; end: number; termId: string }

/**
 * The article with the first occurrence of each glossary term made a link to its definition (`#term-<id>`), which works
 * without any script. Takes and gives the string of `articleHtml`; whole words only, the longest form first.
 */
export function glossedHtml(html: string, terms: readonly TermView[]): string {
  const wanted = new Map<string, string>()
  for (const { termId, term, forms } of terms)
    for (const form of [term, ...forms]) wanted.set(escapeHtml(form).toLowerCase(), termId)
  if (wanted.size === 0) return html
  const forms = [...wanted.keys()].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}&#])(?:${forms.map(escapePattern).join("|")})(?![\\p{L}\\p{N}])`,
    "giu",
  )
  const seen = new Set<string>()
  // Text stands between ">" and "<" only, and holds neither: it was escaped.
  return html.replace(
    />([^<>]+)</g,
    (_, text: string) => `>${markText(text, hitsIn(text, { pattern, wanted, seen }))}<`,
  )
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

type Search = { pattern: RegExp; wanted: Map<string, string>; seen: Set<string> }

function hitsIn(text: string, { pattern, wanted, seen }: Search): Hit[] {
  const hits: Hit[] = []
  for (const found of text.matchAll(pattern)) {
    const termId = wanted.get(found[0].toLowerCase())
    if (!termId || seen.has(termId)) continue
    seen.add(termId)
    hits.push({ start: found.index, end: found.index + found[0].length, termId })
  }
  return hits
}

function markText(text: string, hits: readonly Hit[]): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end, termId } of hits) {
    const link = `<a class="term" href="#term-${termId}" data-t="${termId}">${text.slice(start, end)}</a>`
    parts.push(text.slice(from, start), link)
    from = end
  }
  return [...parts, text.slice(from)].join("")
}

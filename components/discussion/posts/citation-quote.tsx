import { SentenceRef } from "@/components/ui/sentence-ref"
import type { CitationView } from "@/lib/discussion/thread/thread-view"
import { urduLang } from "@/lib/reading/urdu"

/** "4.2" of a cited sentence. */
export const citationLabel = (at: { paragraph: number; ordinal: number }): string =>
  `${at.paragraph}.${at.ordinal}`

/** Where a cited sentence stands on the reading page: see lib/reading, `id="s-4-2"`. */
export const sentenceHref = (assignmentId: string, at: { paragraph: number; ordinal: number }): string =>
  `/a/${assignmentId}/read#s-${at.paragraph}-${at.ordinal}`

type CitationQuoteProps = {
  citation: CitationView
  href?: string
  /** What following it does, where that is not to read the sentence. */
  label?: string
}

/** A sentence that a post leans on, word for word as it stood. Without an assignment it is no link. */
export function CitationQuote({ citation, href, label }: CitationQuoteProps) {
  return (
    <blockquote className="mt-2 flex max-w-[62ch] items-stretch gap-2 font-read text-15 text-ink-2">
      <SentenceRef
        label={citationLabel(citation)}
        href={href}
        aria-label={label}
        className="self-stretch pe-1"
      />
      <p dir="auto" lang={urduLang(citation.quote)} className="min-w-0 py-px font-read">
        {citation.quote}
      </p>
    </blockquote>
  )
}

import type { BackgroundView } from "@/lib/reading/notes"
import { type SentenceView, sentenceLabel } from "@/lib/reading/sentences"

/** A note beside a sentence: with the mark that stands after the sentence, and what both are called. */
export type PlacedBackground = BackgroundView & {
  sentenceId: string
  /** "B1": how the mark in the text and the note are called. */
  mark: string
  /** "4.2". */
  label: string
}

/** The notes beside sentences, marked in the order of the text. A note whose sentence is not there is not among them. */
export function placeBackground(
  notes: readonly BackgroundView[],
  sentences: readonly SentenceView[],
): PlacedBackground[] {
  return sentences
    .flatMap((sentence) =>
      notes
        .filter(({ sentenceId }) => sentenceId === sentence.id)
        .map((note) => ({ ...note, sentenceId: sentence.id, label: sentenceLabel(sentence) })),
    )
    .map((note, at) => ({ ...note, mark: `B${at + 1}` }))
}

/** Notes on the whole text, in their author's order. */
export const generalBackground = (notes: readonly BackgroundView[]): BackgroundView[] =>
  notes.filter(({ sentenceId }) => sentenceId === null)

/**
 * The article with a link after each sentence that has background: `#background-<id>`, which works without any script.
 * The link stands after the sentence, so that it is never read, quoted or chosen as part of it.
 */
export function backgroundHtml(html: string, notes: readonly PlacedBackground[]): string {
  let marked = html
  // The last first: of two marks after one sentence, the first then stands first.
  for (const { sentenceId, noteId, mark } of [...notes].reverse()) {
    const opens = marked.indexOf(`data-s="${sentenceId}"`)
    const end = opens < 0 ? -1 : marked.indexOf("</span>", opens)
    if (end < 0) continue
    const after = end + "</span>".length
    const link = `<a class="background-mark" href="#background-${noteId}">${mark}</a>`
    marked = `${marked.slice(0, after)}${link}${marked.slice(after)}`
  }
  return marked
}

/** "25 November 2026" of "2026-11-25". */
export const dayInWords = (day: string, locale: string): string => formatterOf(locale).format(new Date(day))

// Kept, because making one costs more than all its uses on a page.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(locale: string): Intl.DateTimeFormat {
  const language = locale === "en" ? "en-GB" : locale
  const made =
    formatters.get(locale) ?? new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" })
  formatters.set(locale, made)
  return made
}

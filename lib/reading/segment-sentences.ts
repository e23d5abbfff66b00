import { dotEndsSentence } from "@/lib/reading/abbreviations"
import { squeezeSpaces } from "@/lib/reading/normalise-text"
import { proposeBoundaries, sentenceSegmenter } from "@/lib/reading/propose-boundaries"
import { quotationSpans, type Span, straightQuoteSide } from "@/lib/reading/quotation-spans"
import { CLOSERS, isCloser, isOpener } from "@/lib/reading/sentence-ends"

/**
 * The sentences of one paragraph, whole: Intl.Segmenter proposes where sentences end (Unicode UAX 29, every script), and a
 * proposal falls where an abbreviation, an open quotation or bracket, or a small letter says that the sentence goes on.
 * A closing quote stays with the sentence that opened it. The sentences joined by spaces are the paragraph again,
 * spaces squeezed. Time grows with the length only.
 */
export function segmentSentences(paragraph: string, language = "en"): string[] {
  const text = squeezeSpaces(paragraph.replaceAll("\n", " "))
  const held = new HeldSpans(quotationSpans(text))
  const sentences: string[] = []
  let start = 0
  let hasWord = false
  let previous = 0
  for (const proposed of proposeBoundaries(text, sentenceSegmenter(language))) {
    hasWord ||= containsWord(text, previous, proposed)
    previous = proposed
    const at = beforeOpeners(text, start, afterClosers(text, proposed))
    if (at <= start || at >= text.length || !hasWord || held.covers(at)) continue
    if (!isBoundary(text, { start, at, language })) continue
    sentences.push(squeezeSpaces(text.slice(start, at)))
    start = at
    hasWord = false
    previous = at
  }
  return joinWordless([...sentences, squeezeSpaces(text.slice(start))].filter((sentence) => sentence !== ""))
}

/** Walks the quotations in order; asks must come with growing offsets. */
class HeldSpans {
  private next = 0
  private reach = -1
  constructor(private readonly spans: Span[]) {}

  covers(at: number): boolean {
    for (let span = this.spans[this.next]; span && span.start < at; span = this.spans[++this.next])
      this.reach = Math.max(this.reach, span.end)
    return this.reach >= at
  }
}

/** Closing marks that stand after a stray space still belong to the sentence before: `Khan. ” He`. */
function afterClosers(text: string, proposed: number): number {
  let at = proposed
  while (at < text.length) {
    const mark = text.charAt(at)
    const closes =
      mark === '"'
        ? straightQuoteSide(text, at) === "closes"
        : isCloser(mark) && mark !== "'" && mark !== "\u2019"
    if (!closes) break
    at++
  }
  if (at === proposed) return at
  while (text.charAt(at) === " ") at++
  return at
}

/** Opening marks right before a boundary belong to the sentence after it: Chinese writes none of the spaces that would tell. */
function beforeOpeners(text: string, start: number, proposed: number): number {
  let at = proposed
  while (at > start && isOpener(text.charAt(at - 1))) at--
  return at
}

type Place = { start: number; at: number; language: string }

function isBoundary(text: string, { start, at, language }: Place): boolean {
  const next = text.slice(at, at + 32)
  if (/^\p{Ll}/u.test(next)) return false
  let end = at - 1
  while (end > start && text.charAt(end) === " ") end--
  if (text.charAt(end) !== ".") return true
  const token = lastToken(text, start, end)
  return dotEndsSentence(token, next, { opensSentence: end - token.length <= start, language })
}

/** The word before the dot at `end`, opening marks left out; at most 24 characters back. */
function lastToken(text: string, start: number, end: number): string {
  let from = end
  while (from > start && end - from < 24 && text.charAt(from - 1) !== " ") from--
  while (from < end && (isOpener(text.charAt(from)) || CLOSERS.includes(text.charAt(from)))) from++
  return text.slice(from, end)
}

const word = /[\p{L}\p{N}]/u

function containsWord(text: string, from: number, to: number): boolean {
  return word.test(text.slice(from, to))
}

/** A last piece without any letter or digit ("…", a lone quote) goes with the sentence before it. */
function joinWordless(sentences: string[]): string[] {
  const last = sentences.at(-1)
  if (sentences.length < 2 || last === undefined || word.test(last)) return sentences
  return [...sentences.slice(0, -2), `${sentences.at(-2)} ${last}`]
}

import type { SentenceView } from "@/lib/reading/sentences"

/** A quote shorter than this says too little to be an anchor. */
const SHORTEST_QUOTE = 4

export type Attachment = { sentenceId: string; quote: string } | { missing: true }

/**
 * Text as quotes are compared: compatibility forms, quotes, dashes and spaces made alike, lower case. The words and every
 * other mark stay, so equality still means the same words in the same order.
 */
export function normaliseForMatch(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2018\u2019\u201a\u201b\u2032`\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .toLowerCase()
    .trim()
}

/**
 * Where evidence stands in a text. `quotes` are alternatives, the best first. One attaches when it stands, word for word,
 * in exactly one sentence; when alternatives attach to different sentences, or none attaches, the evidence is missing.
 * Never guesses.
 */
export function attachQuotes(quotes: readonly string[], sentences: readonly SentenceView[]): Attachment {
  const haystack = sentences.map(({ id, text }) => ({ id, text: normaliseForMatch(text) }))
  const found = quotes.flatMap((quote) => {
    const needle = normaliseForMatch(quote)
    if (needle.length < SHORTEST_QUOTE) return []
    const holders = haystack.filter(({ text }) => containsWords(text, needle))
    return holders.length === 1 && holders[0] ? [{ sentenceId: holders[0].id, quote }] : []
  })
  const first = found[0]
  const agree = found.every(({ sentenceId }) => sentenceId === first?.sentenceId)
  return first && agree ? first : { missing: true }
}

/** Containment that begins and ends between words: "art" does not stand in "party". */
function containsWords(text: string, needle: string): boolean {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    if (isEdge(text, at) && isEdge(text, at + needle.length)) return true
  }
  return false
}

const letter = /[\p{L}\p{N}\p{M}]/u

/** Han and kana write no gaps between words, so every place between them is an edge. */
const gapless = /[\u3040-\u30ff\u3400-\u9fff]/

function isEdge(text: string, at: number): boolean {
  const before = text.charAt(at - 1)
  const after = text.charAt(at)
  if (gapless.test(before) || gapless.test(after)) return true
  return !(letter.test(before) && letter.test(after))
}

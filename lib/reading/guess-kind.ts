import type { ReadingKindName } from "@/lib/reading/kinds"

const own = /\b(?:I|I’m|I've|I’ve|me|my|mine)\b/g
const stance =
  /\b(?:I (?:think|believe|argue|wonder|suspect|remember|am)|opinion|op-ed|in my view|we must|we should)\b/gi
const reported =
  /\b(?:said|told|reported|announced|according to|Reuters|AP|AFP|spokes(?:man|woman|person))\b/g

/**
 * A first guess at what a text is, shown for correction: somebody speaking for themselves makes an opinion, people being
 * reported make news, neither makes a reference text. English only; other languages start as "opinion" does not: reference.
 */
export function guessKind(paragraphs: readonly string[], language: string): ReadingKindName {
  if (!language.startsWith("en")) return "reference"
  const text = withoutQuotations(paragraphs.join("\n"))
  const first = (text.match(own)?.length ?? 0) + 2 * (text.match(stance)?.length ?? 0)
  const others = text.match(reported)?.length ?? 0
  if (first >= 3 && first * 2 >= others) return "opinion"
  return others >= 3 ? "news" : "reference"
}

/** What people in the text say of themselves says nothing about its author. */
const withoutQuotations = (text: string): string =>
  text.replace(/\u201c[^\u201c\u201d]{0,600}\u201d|"[^"]{0,600}"/g, " ")

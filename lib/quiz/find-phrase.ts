/** The first of these phrases that stands in the text word for word, with what is around it. */
export function findPhrase(
  text: string,
  phrases: readonly string[],
): { before: string; phrase: string; after: string } {
  for (const phrase of phrases) {
    const at = text.toLowerCase().indexOf(phrase.toLowerCase())
    const end = at + phrase.length
    // The whole sentence underlined would point at nothing.
    if (at >= 0 && phrase.length > 0 && phrase.length < text.length)
      return { before: text.slice(0, at), phrase: text.slice(at, end), after: text.slice(end) }
  }
  return { before: text, phrase: "", after: "" }
}

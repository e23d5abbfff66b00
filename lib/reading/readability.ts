const withoutSpaces = /^(?:zh|ja|th|lo|km|my)(?:-|$)/

/** Words of a text; for scripts that write no spaces, by Intl.Segmenter. */
export function countWords(text: string, language: string): number {
  if (!withoutSpaces.test(language))
    return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  let words = 0
  const segmenter = new Intl.Segmenter(language, { granularity: "word" })
  // In pieces: Intl.Segmenter takes time with the square of what it is handed.
  for (let from = 0; from < text.length; from += 512)
    for (const part of segmenter.segment(text.slice(from, from + 512))) if (part.isWordLike) words++
  return words
}

/**
 * A reader of school age who reads closely: below the 238 words a minute of adults reading non-fiction for themselves
 * (Brysbaert 2019, doi 10.1016/j.jml.2019.104047). The step rail of an assignment counts with the same figure.
 */
const WORDS_PER_MINUTE = 160

/** Whole minutes a student needs for close reading, at least 1. */
export const minutesToRead = (wordCount: number): number =>
  Math.max(1, Math.round(wordCount / WORDS_PER_MINUTE))

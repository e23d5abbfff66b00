/** Characters handed to Intl.Segmenter at once. */
const WINDOW = 512

/** A proposal this near to a window's end may fall once more text is seen (a small letter after "etc. 12-"). */
const LOOK_AHEAD = 64

/**
 * Where Intl.Segmenter (Unicode UAX 29) would end sentences, as growing offsets above 0. It is asked window by window,
 * because V8 copies its whole input for each segment, which makes one long text take time with the square of its length.
 */
export function* proposeBoundaries(text: string, segmenter: Intl.Segmenter): Generator<number> {
  let from = 0
  let width = WINDOW
  while (from < text.length) {
    const isLast = from + width >= text.length
    const part = text.slice(from, from + width)
    const trusted = isLast ? part.length : part.length - LOOK_AHEAD
    const begin = from
    for (const { index } of segmenter.segment(part)) {
      if (index === 0) continue
      if (index > trusted) break
      yield begin + index
      from = begin + index
      // A window grown for one long sentence is given up at once: what follows is asked at the usual width.
      if (width > WINDOW) break
    }
    if (from === begin && isLast) return
    if (from === begin) width *= 2
    else if (isLast && width === WINDOW) return
    else width = WINDOW
  }
}

const segmenters = new Map<string, Intl.Segmenter>()

/** The segmenter of a language; of the root locale when the tag is not well formed. */
export function sentenceSegmenter(language: string): Intl.Segmenter {
  const tag = isLanguageTag(language) ? language : "und"
  const known = segmenters.get(tag)
  if (known) return known
  const made = new Intl.Segmenter(tag, { granularity: "sentence" })
  segmenters.set(tag, made)
  return made
}

/** Whether a text is a well-formed BCP 47 tag. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
